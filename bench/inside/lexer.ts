import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { languageOf } from '../../src/core';
import { commentsByWalk } from '../../src/core/work/comments';
import { sideBySide } from './side-by-side';

/**
 * FOLDER MEGABYTES ROUNDS: walks the lexer over whole files, without the short cut that a scan takes to the lines of
 * its hits. Beside it TypeScript's scanner, on the JavaScript and TypeScript files alone.
 */
const [folder = '.', megabytes = '40', rounds = '9'] = process.argv.slice(2);

interface Sample {
  readonly file: string;
  readonly bytes: Uint8Array;
}

function samples(limit: number): Sample[] {
  const listed = execFileSync('git', ['ls-files', '-z'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const files = listed.split('\0').filter((file) => file !== '');
  // Every so many, so that all languages and folders are there.
  const step = Math.max(1, Math.floor(files.length / ((limit / 12_000) * 1.2)));
  const found: Sample[] = [];
  let total = 0;
  for (let i = 0; i < files.length && total < limit; i += step) {
    const bytes = fs.readFileSync(path.join(folder, files[i]!));
    if (bytes.length > 2_000_000) continue;
    found.push({ file: files[i]!, bytes: new Uint8Array(bytes) });
    total += bytes.length;
  }
  return found;
}

function walk(all: readonly Sample[]): number {
  let comments = 0;
  for (const { file, bytes } of all) {
    const language = languageOf(file, bytes.subarray(0, 512));
    // The last byte is a hit, so that the walk goes to the end.
    if (language && bytes.length > 0) comments += commentsByWalk(bytes, language, [bytes.length - 1]).length;
  }
  return comments;
}

function scanTypeScript(all: readonly string[]): number {
  let tokens = 0;
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false);
  for (const text of all) {
    scanner.setText(text);
    while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens++;
  }
  return tokens;
}

const all = samples(Number(megabytes) * 1e6);
const scripts = all.filter(({ file }) => /\.[jt]s$/.test(file));
const texts = scripts.map(({ bytes }) => Buffer.from(bytes).toString());
const size = (some: readonly Sample[]) => some.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const times = sideBySide(Number(rounds), {
  all: () => walk(all),
  scripts: () => walk(scripts),
  typescript: () => scanTypeScript(texts),
});
process.stdout.write(JSON.stringify({ megabytes: { all: size(all), scripts: size(scripts) }, times }));
