import fc from 'fast-check';
import assert from 'node:assert/strict';
import picomatch from 'picomatch/posix.js';
import { effortOf } from '../../../support/effort';
import { compileGlob, compileGlobs } from '../../../../src/core/work/glob';

const matches = (glob: string, path: string) => compileGlobs([glob])(path);

describe('globs', () => {
  for (const [glob, path, expected] of [
    ['services/voice/**', 'services/voice/a/b.ts', true],
    ['services/voice/**', 'services/voice', true],
    ['services/voice/**', 'services/voicemail/a.ts', false],
    ['services/voice/', 'services/voice/a.ts', true],
    ['**/*.min.js', 'a.min.js', true],
    ['**/*.min.js', 'x/y/a.min.js', true],
    ['*.min.js', 'x/a.min.js', false],
    ['a/**/z', 'a/z', true],
    ['a/**/z', 'a/b/c/z', true],
    ['a/**/b/**/z', 'a/x/b/y/b/z', true],
    ['**', '.github/workflows/ci.yml', true],
    ['*', '.env', true],
    ['{services,apps}/{a,b{1,2}}/**', 'apps/b2/x', true],
    ['{a/b,c}/*', 'a/b/x', true],
    ['a{}b', 'a{}b', true],
    ['a{b', 'a{b', true],
    ['file.{ts,}', 'file.', true],
    ['[a-c]?[!x]', 'b1y', true],
    ['[a-c]?[!x]', 'b1x', false],
    ['[]]', ']', true],
    ['app/[slug]/page.ts', 'app/[slug]/page.ts', true],
    ['app/(auth)/**', 'app/(auth)/login.ts', true],
    ['src/routes/+page.svelte', 'src/routes/+page.svelte', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['$(touch x)', '$(touch x)', true],
    ['./src/**', 'src/a.ts', true],
    ['Src/**', 'src/a.ts', false],
    ['é?/**', 'é𝒳/x', true],
    ['', '', false],
    ['release/**', 'release/1.2', true],
    ['release/*', 'release/1.2/hotfix', false],
  ] as const) {
    it(`${JSON.stringify(glob)} ${expected ? 'matches' : 'does not match'} ${JSON.stringify(path)}`, () =>
      assert.equal(matches(glob, path), expected));
  }

  it('tells the folders that every match is in', () => {
    const prefixes = ['services/voice/**', '**/x', 'a/b', 'a/{b,c}/d', 'a/b*/c', 'a\\*/b'].map(
      (g) => compileGlob(g).prefix,
    );
    assert.deepEqual(prefixes, ['services/voice', '', 'a/b', 'a', 'a', 'a*/b']);
  });

  it('measures literal characters, of alternatives the fewest', () => {
    const lengths = ['a/**', 'a/b/**', 'a/*.ts', '{a,abc}/x', '**'].map((g) => compileGlob(g).length);
    assert.deepEqual(lengths, [2, 4, 5, 3, 0]);
  });

  it('agrees with picomatch', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 3 });
    const plain = name.filter((n) => !/^\.+$/.test(n));
    const segment = fc.oneof(
      plain,
      fc.constantFrom('*', '**', '?', 'a*', '*b', 'a?', '[ab]', '[!a]b', '{a,b}', '{ab,a.}'),
    );
    const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map((s) => s.join('/'));
    const path = fc.array(plain, { minLength: 1, maxLength: 4 }).map((s) => s.join('/'));
    fc.assert(
      fc.property(glob, path, (g, p) => {
        // picomatch lets `a/**` match `a` but not `*/**`; here the last `**` may always be nothing.
        fc.pre(!g.endsWith('/**') || p.split('/').length >= g.split('/').length);
        assert.equal(
          matches(g, p),
          picomatch(g, { dot: true, noextglob: true, posix: true })(p),
          `${g} on ${p}`,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('takes any text and stays quick where a regular expression would not', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', ',', '[', ']', '!', '*', '?', '\\', '/', 'a', '-', '(', '+'),
        }),
        fc.string(),
        (g, p) => void matches(g, p),
      ),
    );
    const path = `${'a'.repeat(2000)}/`.repeat(20);
    const effort = effortOf(() => {
      for (const hostile of [
        '*a*a*a*a*a*a*a*b',
        '**/a*/'.repeat(50) + 'b',
        '{a,b}'.repeat(200),
        '{'.repeat(20_000),
        '(a+)+',
        '[a'.repeat(5000),
      ]) {
        assert.equal(matches(hostile, path), false);
      }
    });
    assert.ok(effort < 1500, `${effort} ms`);
  });
});
