import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  candidateFinder,
  commentsAt,
  commentsByWalk,
  languageOf,
  languages,
} from '../../../../../src/core/work/comments';
import { Scan } from '../../../../../src/core/work/comments/engine/scan';
import { effortOf } from '../../../../support/effort';

/** Pieces that open, close or confuse something in many languages. */
const PIECES = (
  '/* */ // # " \' ` ``` """ \'\'\' ${ #{ $( { } ( ) [ ] < > </ /> <a> <!-- --> -- --[[ ]] {- -} (* *) #| |# ; % ' +
  '=begin =end =cut __END__ <<EOF EOF <<~A A <<-B $$ $t$ R"x( )x" r#" "# @" $" \\ \\\\ \\" / // /[ ]/ *** a TODO é 😀 q{ m/ s/ ' +
  '#; #<<A return x = , : | > |- - .. //// ---- \\begin{comment} \\end{comment} <script> </script> <style> {{! }} {# #} <% %> <?php ?> REM :: ! C'
).split(' ');

const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n', '\r\n', '\r', ' ', '\t', '\\\n')), {
    maxLength: 60,
    size: 'max',
  })
  .map((pieces) => new TextEncoder().encode(pieces.join('')));
const anyLanguage = fc.constantFrom(...languages);

const everyByte = (bytes: Uint8Array): number[] => Array.from(bytes, (_, i) => i);

describe('comments, whatever the bytes', () => {
  it('never throws and gives text that stands where it says', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.uint8Array({ maxLength: 200 })), anyLanguage, (bytes, language) => {
        const text = new TextDecoder().decode(bytes);
        const lines = text.split(/\r\n|\r|\n/);
        for (const comment of commentsAt(bytes, language, everyByte(bytes))) {
          let last = -1;
          for (const { text: part, line, character } of comment.lines) {
            assert.ok(line > last);
            last = line;
            assert.equal(lines[line]!.slice(character, character + part.length), part);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('decides a hit the same alone and among others', () => {
    fc.assert(
      fc.property(soup, anyLanguage, fc.nat(), (bytes, language, n) => {
        if (bytes.length === 0) return;
        const hit = n % bytes.length;
        const alone = commentsByWalk(bytes, language, [hit]).length > 0;
        const scan = new Scan(bytes, language.start(), everyByte(bytes));
        scan.run(0);
        assert.equal(
          alone,
          scan.found.some((found) => found.start <= hit && hit < found.end),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('decides from the surroundings as from the whole file', () => {
    const resyncing = languages.filter((language) => language.resync);
    assert.ok(resyncing.length > 10);
    fc.assert(
      fc.property(
        soup,
        fc.constantFrom(...resyncing),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (bytes, language, ns) => {
          if (bytes.length === 0) return;
          const hits = [...new Set(ns.map((n) => n % bytes.length))].sort((a, b) => a - b);
          assert.deepEqual(commentsAt(bytes, language, hits), commentsByWalk(bytes, language, hits));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('finds the same lines when those of the hits are known', () => {
    fc.assert(
      fc.property(soup, soup, anyLanguage, fc.array(fc.nat()), (head, tail, language, ns) => {
        const known = head.filter((byte) => byte !== 13);
        const bytes = Uint8Array.from([...known, ...tail]);
        // A CR may stand behind the last hit only.
        const hits = [...new Set(ns.map((n) => n % (known.length + 1)))].sort((a, b) => a - b);
        const lines = hits.map((hit) => bytes.subarray(0, hit).filter((byte) => byte === 10).length);
        assert.deepEqual(commentsAt(bytes, language, hits, lines), commentsAt(bytes, language, hits));
      }),
      { numRuns: 3000 },
    );
  });

  it('decides from the surroundings as from the whole file, in real files', () => {
    const find = candidateFinder(['the', 'is', 'TODO', 'if', 'a', 'return']);
    let compared = 0;
    for (const file of realFiles()) {
      const bytes = new Uint8Array(fs.readFileSync(file));
      const language = languageOf(file, bytes.subarray(0, 512));
      if (!language?.resync) continue;
      const hits = find(bytes).filter((_, i) => i % 7 === 0);
      for (const hit of hits.slice(0, 40)) {
        assert.deepEqual(commentsAt(bytes, language, [hit]), commentsByWalk(bytes, language, [hit]), file);
        compared++;
      }
      assert.deepEqual(commentsAt(bytes, language, hits), commentsByWalk(bytes, language, hits), file);
    }
    assert.ok(compared > 500);
  });

  it('takes time linear in the bytes, whatever they are', () => {
    const size = 300_000;
    const slow: string[] = [];
    for (const seed of [
      '`${',
      '<<A\n',
      '$t$ ',
      '/* ',
      '<a>',
      '/[ ',
      '[==[',
      'R"x(',
      '"$(',
      '{{',
      '~r/',
      '<script>',
      '*',
      '#;(',
      '#<<A\n',
      's{',
    ]) {
      const bytes = new TextEncoder().encode(seed.repeat(size / seed.length));
      for (const name of [
        'javascript',
        'tsx',
        'cpp',
        'shell',
        'ruby',
        'perl',
        'sql',
        'lua',
        'elixir',
        'html',
        'php',
        'scheme',
      ]) {
        const language = languages.find((l) => l.name === name)!;
        const time = effortOf(() => commentsAt(bytes, language, [bytes.length - 1]));
        // A quadratic walk takes minutes here; the bound leaves room for a slow machine.
        if (time > 1000) slow.push(`${name} ${JSON.stringify(seed)} ${time.toFixed(0)} ms`);
      }
    }
    assert.deepEqual(slow, []);
  });
});

/** Source files of the packages that this project is built with: nobody here wrote them. */
function realFiles(): string[] {
  const root = path.join(import.meta.dirname, '../../../../../node_modules');
  const packages = [
    'typescript/lib',
    '@types/node',
    'mocha/lib',
    'yaml/dist',
    'zod/src',
    'prettier/doc.js',
    'ajv/lib',
  ];
  return packages
    .map((name) => path.join(root, name))
    .filter((name) => fs.existsSync(name))
    .flatMap((name) => (fs.statSync(name).isDirectory() ? walk(name) : [name]))
    .filter((file) => /\.[cm]?[jt]s$/.test(file) && fs.statSync(file).size < 200_000)
    .slice(0, 120);
}

function walk(dir: string): string[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? walk(path.join(dir, entry.name)) : [path.join(dir, entry.name)],
    );
}
