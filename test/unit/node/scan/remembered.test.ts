import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { createScanner } from '../../../../src/node/scan/scanner';
import type { Scanner, ScanRequest } from '../../../../src/workspace/ports';
import {
  bundledWorker,
  lines,
  recorder,
  request,
  scanAll,
  temporaryFolder,
  writeTree,
  type Scanned,
} from './support';

const COUNT = 30;
const nameOf = (i: number): string => `d${i % 4}/f${i}.ts`;
const contentOf = (i: number): string => `${'x;\n'.repeat(i)}// TODO: number ${i}\n`;
const TRUSTING: ScanRequest = { ...request(), trustStamps: true };

/** Longer than a file system's clock may stand still: what was written before it can be trusted. */
const SETTLED = 2100;

describe('a scan that trusts what the one before met', function () {
  this.timeout(60_000);
  let folder: string;
  let remove: () => void;
  let workerPath: string;
  let scanner: Scanner;

  const make = (): Scanner => createScanner(folder, { logger: recorder(), workerPath });
  before(async () => {
    workerPath = await bundledWorker();
    ({ folder, remove } = temporaryFolder());
    writeTree(folder, Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [nameOf(i), contentOf(i)])));
    writeTree(folder, { 'words.zzz': 'TODO of no language\n', 'string.ts': 'const s = "TODO";\n' });
    writeTree(folder, { 'early.bin': Buffer.from('\0\0 TODO: binary') });
    // Whole seconds: they can be set again exactly.
    for (let i = 0; i < COUNT; i++) fs.utimesSync(path.join(folder, nameOf(i)), 1e9, 1e9);
    await wait(SETTLED);
  });
  after(() => remove());
  beforeEach(() => (scanner = make()));
  afterEach(() => scanner.dispose());

  const reused = (before: Scanned, after: Scanned): number => {
    const known = new Set<unknown>(before.files);
    return after.files.filter((file) => known.has(file)).length;
  };

  it('gives what was given before of files that are as they were, and of all when it is not asked to', async () => {
    const first = await scanAll(scanner);
    const second = await scanAll(scanner, TRUSTING);
    assert.deepEqual(second, first);
    assert.equal(reused(first, second), COUNT);
    assert.equal(scanner.cost?.lex, 0, 'nothing was read');
    const third = await scanAll(scanner);
    assert.deepEqual(third, first);
    assert.equal(reused(second, third), 0);
  });

  it('reads everything for another question', async () => {
    const first = await scanAll(scanner);
    const other = { ...TRUSTING, scopes: request({ mentions: 'any' }).scopes };
    assert.equal(reused(first, await scanAll(scanner, other)), 0);
    const again = await scanAll(scanner, TRUSTING);
    assert.equal(reused(first, again), 0);
    assert.deepEqual(again, first);
  });

  it('reads everything after the thread has ended', async () => {
    const mortal = path.join(path.dirname(workerPath), 'mortal.js');
    fs.writeFileSync(
      mortal,
      `require('node:worker_threads').parentPort.on('message', ({ type }) => type === 'text' && process.exit(3));
       require(${JSON.stringify(workerPath)});`,
    );
    const own = createScanner(folder, { logger: recorder(), workerPath: mortal });
    const first = await scanAll(own);
    assert.equal(reused(first, await scanAll(own, TRUSTING)), COUNT);
    await assert.rejects(own.scanText(request(), 'a.ts', '// TODO', new AbortController().signal), /code 3/);
    const again = await scanAll(own, TRUSTING);
    own.dispose();
    assert.equal(reused(first, again), 0);
    assert.deepEqual(again, first);
  });

  it('can trust a scan that trusted, and is right after one that was broken off', async () => {
    const first = await scanAll(scanner);
    await scanAll(scanner, TRUSTING);
    const third = await scanAll(scanner, TRUSTING);
    assert.equal(reused(first, third), COUNT);
    const stop = new AbortController();
    const broken = scanner.scan(TRUSTING, () => stop.abort(), stop.signal);
    await assert.rejects(broken);
    assert.deepEqual(await scanAll(scanner, TRUSTING), first);
    await assert.rejects(
      scanner.scan(
        TRUSTING,
        () => {
          throw new Error('cannot take it');
        },
        new AbortController().signal,
      ),
      /cannot take it/,
    );
    assert.deepEqual(await scanAll(scanner, TRUSTING), first);
  });

  it('does not trust what was written shortly before it was read', async () => {
    const file = path.join(folder, 'young.ts');
    fs.writeFileSync(file, '// TODO: young\n');
    const first = await scanAll(scanner);
    const second = await scanAll(scanner, TRUSTING);
    fs.rmSync(file);
    assert.equal(reused(first, second), COUNT);
    assert.ok(lines(second).includes('young.ts:1 TODO young'));
  });

  /** Ways to change a file, the first of them such that its size and its time stay as they were. */
  const CHANGES: readonly ((file: string) => void)[] = [
    (file) => {
      const { atime, mtime } = fs.statSync(file);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/number/, 'NUMBER'));
      fs.utimesSync(file, atime, mtime);
    },
    (file) => {
      const { atime, mtime } = fs.statSync(file);
      const text = fs.readFileSync(file, 'utf8').replace(/number (.)/, '$1 number');
      fs.writeFileSync(`${file}.new`, text);
      fs.utimesSync(`${file}.new`, atime, mtime);
      fs.renameSync(`${file}.new`, file);
    },
    (file) => fs.appendFileSync(file, '// FIXME: appended\n'),
    (file) => fs.writeFileSync(file, `"${fs.readFileSync(file, 'utf8').slice(2)}`),
    (file) => fs.writeFileSync(file, ''),
    (file) => fs.rmSync(file),
    (file) => fs.renameSync(file, `${file.slice(0, -3)}.py`),
    (file) => {
      fs.renameSync(file, `${file}.old`);
      fs.symlinkSync(`${path.basename(file)}.old`, file);
    },
    (file) => fs.utimesSync(file, 1, 1),
  ];

  it('finds every change, also one that keeps the size and the time of a file', async () => {
    await scanAll(scanner);
    const other = make();
    const change = fc.record({ file: fc.nat(COUNT - 1), how: fc.nat(CHANGES.length - 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const { file, how } of changes) {
          const at = path.join(folder, nameOf(file));
          if (fs.lstatSync(at, { throwIfNoEntry: false })?.isFile()) CHANGES[how]!(at);
        }
        const found = await scanAll(scanner, TRUSTING);
        assert.deepEqual(found, await scanAll(other));
        for (let i = 0; i < COUNT; i++)
          if (!fs.existsSync(path.join(folder, nameOf(i)))) writeTree(folder, { [nameOf(i)]: contentOf(i) });
      }),
      { numRuns: 12, seed: 20 },
    );
    other.dispose();
  });
});
