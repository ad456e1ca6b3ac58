import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findRipgrep } from '../../../../src/node/scan/program';
import {
  hitParser,
  noticeParser,
  type RipgrepFile,
  type RipgrepNotice,
} from '../../../../src/node/scan/ripgrep';

/** Cuts bytes at the given places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const cuts = [0, ...places.map((p) => p % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return cuts.slice(1).map((end, i) => bytes.subarray(cuts[i], end));
}

describe('hitParser', () => {
  const parse = (chunks: readonly Buffer[]): (Omit<RipgrepFile, 'path'> & { path: string })[] => {
    const files: RipgrepFile[] = [];
    const parser = hitParser((file) => files.push(file));
    for (const chunk of chunks) parser.push(chunk);
    parser.end();
    return files.map((f) => ({ ...f, path: f.path.toString('latin1') }));
  };

  it('reads any output in pieces of any size', () => {
    const name = fc
      .uint8Array({ minLength: 1, maxLength: 12 })
      .map((bytes) => Buffer.from(bytes.map((b) => (b === 0 ? 10 : b))).toString('latin1'));
    const files = fc.uniqueArray(
      fc.record({
        path: name,
        places: fc.array(fc.tuple(fc.nat(), fc.nat(2 ** 34)), { minLength: 1, maxLength: 5 }),
      }),
      { selector: (f) => f.path },
    );
    fc.assert(
      fc.property(files, fc.array(fc.nat()), (expected, places) => {
        const output = expected
          .map((f) => `${f.path}\0${f.places.map(([line, hit]) => `${line + 1}:${hit}:TODO\n`).join('')}`)
          .join('\n');
        const parsed = parse(cut(Buffer.from(output, 'latin1'), places));
        assert.deepEqual(
          parsed,
          expected.map(({ path, places: all }) => ({
            path,
            hits: all.map(([, hit]) => hit),
            lines: all.map(([line]) => line),
            total: all.length,
          })),
        );
      }),
    );
  });

  it('counts all hits of a file but keeps only as many places as are used', () => {
    const output = Array.from({ length: 10_003 }, (_, i) => `7:${i}:TODO\n`).join('');
    const [file] = parse([Buffer.from(`./a.c\0${output}`)]);
    assert.equal(file!.total, 10_003);
    assert.equal(file!.hits.length, 10_001);
    assert.equal(file!.lines.length, 10_001);
    assert.equal(file!.hits.at(-1), 10_000);
  });
});

describe('noticeParser', () => {
  const parse = (text: string, places: readonly number[] = []) => {
    const notices: RipgrepNotice[] = [];
    const parser = noticeParser((notice) => notices.push(notice));
    for (const chunk of cut(Buffer.from(text), places)) parser.push(chunk);
    return { notices, rest: parser.end() };
  };

  const output = [
    'rg: DEBUG|ignore::walk|crates/ignore/src/walk.rs:1942: ignoring ./.git: Ignore(IgnoreMatch(Override(x)))',
    'rg: DEBUG|ignore::walk|crates/ignore/src/walk.rs:1929: ignoring ./gr\u00f6\u00dfe: 5.log: 31457280 bytes',
    'rg: DEBUG|ignore::walk|crates/ignore/src/walk.rs:1942: ignoring ./a: Ignore(x\ny.log: Ignore(IgnoreMatch(Gitignore(Glob { from: Some("./.gitignore") })))',
    'rg: ./secret\nfile: Permission denied (os error 13)',
    'rg: DEBUG|ignore::walk|crates/ignore/src/walk.rs:1929: ignoring ./b.log: 31457281 bytes',
    '',
  ].join('\n');

  it('finds files that were left out, in pieces of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (places) => {
        assert.deepEqual(parse(output, places), {
          notices: [
            { kind: 'too-large', path: './gr\u00f6\u00dfe: 5.log' },
            { kind: 'ignored', path: './a: Ignore(x\ny.log' },
            { kind: 'unreadable', path: './secret\nfile', reason: 'permission denied' },
            { kind: 'too-large', path: './b.log' },
          ],
          rest: '',
        });
      }),
    );
  });

  it('gives each path that a message may name', () => {
    const rule = ': Ignore(IgnoreMatch(Gitignore(';
    const { notices } = parse(
      `rg: DEBUG|ignore::walk|walk.rs:1: ignoring ./a${rule}b${rule}Glob { from: None })))\n`,
    );
    assert.deepEqual(notices, [
      { kind: 'ignored', path: './a' },
      { kind: 'ignored', path: `./a${rule}b` },
    ]);
  });

  it('gives what is about no file as the failure that it is', () => {
    assert.equal(
      parse('rg: regex parse error:\n    (?:(\n    ^\n').rest,
      'regex parse error:\n    (?:(\n    ^',
    );
    assert.equal(parse('Segmentation fault\n').rest, 'Segmentation fault');
  });
});

describe('findRipgrep', () => {
  it('finds the program of the npm package', () => {
    assert.match(findRipgrep() ?? '', /rg(\.exe)?$/);
  });
});
