import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Goal } from '../lib/goal';
import { liveScanner } from '../lib/own';
import { REQUEST } from '../lib/request';
import { todoTree, todoTreeAsShipped } from '../lib/rivals';

const FILES = 400;
const EACH = 100;
/** More than a scan lists in one file: the rest has to be named. */
const MANY = 12_000;

/** 40,000 hits, and a file with more than are listed: what is missing, and whether anybody says so. */
export const lost: Goal = {
  name: 'lost',
  about: 'results lost without a word, at 40,000 hits',
  async measure() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-lost-'));
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => `int v${i}; // TODO: look at number ${i} again\n`).join('');
    for (let i = 0; i < FILES; i++) fs.writeFileSync(path.join(folder, `part-${i}.c`), lines(EACH));
    fs.writeFileSync(path.join(folder, 'many.c'), lines(MANY));
    const scanner = liveScanner(folder);
    try {
      let found = 0;
      const count = (batch: readonly { todos: readonly unknown[] }[]) =>
        batch.forEach(({ todos }) => (found += todos.length));
      const { skipped } = await scanner.scan(REQUEST, count, new AbortController().signal);
      const said = Number(
        /the last ([\d,]+) were left out/
          .exec(skipped.find(({ file }) => file === 'many.c')?.reason ?? '')?.[1]!
          .replaceAll(',', '') ?? 0,
      );
      const all = FILES * EACH + MANY;
      const theirs = (await todoTreeAsShipped(folder)).places.size;
      const unlimited = (await todoTree(folder)).places.size;
      return [
        {
          what: `results lost without a word, of ${all}`,
          goal: '0',
          measured: `${all - found - said} (${found} found, ${said} said to be left out)`,
          peer: `Todo Tree as shipped loses ${all - theirs}, its line without a limit ${all - unlimited}`,
          met: found + said === all,
        },
      ];
    } finally {
      scanner.dispose();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};
