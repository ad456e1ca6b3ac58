import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { after } from 'mocha';

/** FUZZ_TIMES=10 tries ten times as many cases, FUZZ_SEED=2 (see seed.cjs) others. */
const TIMES = Number(process.env['FUZZ_TIMES'] ?? 1);

let tried = 0;
after(() => console.log(`      ${tried} cases of seed ${fc.readConfigureGlobal().seed}`));

/** Tries a property on so many cases of the seed. */
export function fuzz<T>(cases: number, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const numRuns = Math.round(cases * TIMES);
  fc.assert(
    fc.property(arbitrary, (value) => {
      tried++;
      holds(value);
    }),
    { numRuns },
  );
}

const root = path.join(import.meta.dirname, '..', '..', '..');

export interface Original {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Files of the project's packages, which are the same in each installation: so many of each of the endings. */
export function realFiles(endings: readonly string[], ofEach: number): Original[] {
  const found = new Map<string, string[]>(endings.map((ending) => [ending, []]));
  const pending = [path.join(root, 'node_modules')];
  for (let dir = pending.shift(); dir !== undefined; dir = pending.shift()) {
    const entries = fs.readdirSync(dir, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const taken = new Set<string>();
    for (const entry of entries) {
      if (entry.isDirectory()) pending.push(path.join(dir, entry.name));
      const ending = path.extname(entry.name).slice(1);
      const files = found.get(ending);
      // One of a folder and kind, so that one package is not all.
      if (!entry.isFile() || !files || files.length >= ofEach || taken.has(ending)) continue;
      taken.add(ending);
      files.push(path.join(dir, entry.name));
    }
  }
  return [...found.values()].flat().map((file) => ({ file, bytes: new Uint8Array(fs.readFileSync(file)) }));
}

/** A change of some bytes: `with` replaces `length` of them at a part of the whole. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly by: Uint8Array;
}

const encoder = new TextEncoder();

const changes = (pieces: readonly string[]): fc.Arbitrary<Change[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 0, 1, 1, 2, 8, 60),
      by: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...pieces).map((piece) => encoder.encode(piece)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
        { weight: 1, arbitrary: fc.constant(new Uint8Array()) },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  );

/** A stretch of a file with some of its bytes changed, and the file's name. */
export function mutated(
  originals: readonly Original[],
  pieces: readonly string[],
  length: number,
): fc.Arbitrary<Original> {
  return fc
    .record({
      original: fc.constantFrom(...originals),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      changes: changes(pieces),
    })
    .map(({ original, from, changes: all }) => {
      const start = Math.floor(from * Math.max(0, original.bytes.length - length));
      const bytes = all.reduce<Uint8Array>(changed, original.bytes.subarray(start, start + length));
      return { file: path.basename(original.file), bytes };
    });
}

function changed(bytes: Uint8Array, { at, length, by }: Change): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const rest = bytes.subarray(Math.min(bytes.length, start + length));
  const made = new Uint8Array(start + by.length + rest.length);
  made.set(bytes.subarray(0, start));
  made.set(by, start);
  made.set(rest, start + by.length);
  return made;
}
