import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenAt } from '../../../../src/core/explain/token';
import { commentsAt, languageOf, languages } from '../../../../src/core/work/comments';

/** The token at the mark ▮, which is taken out: its kind and the text before the mark from where it begins. */
function tokenIn(file: string, marked: string): string {
  const [before, after] = marked.split('▮') as [string, string];
  const encoder = new TextEncoder();
  const bytes = encoder.encode(before + after);
  const offset = encoder.encode(before).length;
  const language = languageOf(file, bytes.subarray(0, 512))!;
  assert.deepEqual(commentsAt(bytes, language, [offset]), [], 'it is in no comment');
  const { kind, start } = tokenAt(bytes, language, offset);
  return `${kind} ${new TextDecoder().decode(bytes.subarray(start, offset))}`.trimEnd();
}

describe('what the lexer takes a place for', () => {
  const cases: readonly (readonly [file: string, marked: string, token: string])[] = [
    ['a.ts', `const a = 'one', b = 'é ▮TODO';`, `string 'é`],
    ['a.ts', 'const a = `x ${1} ▮TODO`;', 'string `x ${1}'],
    ['a.ts', 'const a = `x ${ ▮TODO }`;', 'code ${'],
    ['a.ts', "const a = `x ${ f('▮TODO') }`;", `string '`],
    ['a.ts', 'const a = /x ▮TODO/;', 'regex /x'],
    ['a.ts', 'const a = 1 / ▮TODO / 2;', 'code'],
    ['a.ts', "// it's\nconst a = ▮TODO;", 'code'],
    ['a.tsx', 'const a = <b title="x">▮TODO</b>;', 'code <b title="x">'],
    ['a.py', 'a = """\n▮TODO"""', 'string """'],
    ['a.py', `a = f'{▮TODO}'`, `string '{`],
    ['a.rs', 'let a = r#"▮TODO"#;', 'string "'],
    ['a.go', 'a := `▮TODO`', 'string `'],
    ['a.cs', 'var a = @"▮TODO";', 'string @"'],
    ['a.rb', 'a = "#{ ▮TODO }"', 'code #{'],
    ['a.sh', 'cat <<END\none ▮TODO\nEND', 'string one'],
    ['a.html', '<p>▮TODO</p>', 'code'],
    ['a.html', '<script>const a = "▮TODO";</script>', 'string "'],
    ['a.c', 'int ▮TODO;', 'code'],
  ];
  for (const [file, marked, token] of cases)
    it(`${file}: ${marked.replaceAll('\n', '⏎')}`, () => {
      const found = tokenIn(file, marked);
      if (token.startsWith('code')) assert.match(found, /^code/);
      else assert.equal(found, token);
    });

  it('never throws, and begins at or before the place, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '"',
        "'",
        '`',
        '"""',
        '/',
        '/*',
        '*/',
        '//',
        '#',
        '${',
        '}',
        '{',
        '(',
        ')',
        '<',
        '</',
        '/>',
        '<<E\n',
        'E\n',
      ],
      ...['\\', '\n', '\r', ' ', 'TODO', 'r#"', '@"', '[[', ']]', '--', '%q(', 'é', '<script>', '</script>'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.array(pieces, { maxLength: 40 }),
        fc.nat(200),
        (language, parts, at) => {
          const bytes = new TextEncoder().encode(parts.join(''));
          const offset = bytes.length === 0 ? 0 : at % bytes.length;
          const { start } = tokenAt(bytes, language, offset);
          assert.ok(start >= 0 && start <= offset);
        },
      ),
      { numRuns: 3000, seed: 5 },
    );
  });
});
