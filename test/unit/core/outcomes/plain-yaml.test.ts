import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readAnyYaml } from '../../../../src/core/outcomes/document';
import { readPlainYaml } from '../../../../src/core/outcomes/plain-yaml';
import { starter } from '../../../../src/core/outcomes/starter';
import { fileContent } from './edit/support/content';
import { style } from './edit/support/files';
import { written } from './edit/support/styled';

const root = path.join(import.meta.dirname, '../../../..');

/** Checks what is read of a text against a whole YAML parser; true when it was plain enough to be read. */
function agrees(text: string): boolean {
  const quick = readPlainYaml(text);
  if (quick === undefined) return false;
  const { root: whole, problems } = readAnyYaml(text);
  assert.deepEqual(problems, [], text);
  assert.deepEqual(quick, whole, text);
  return true;
}

/** In the way that most people write: no odd spellings. */
const usual = fc
  .tuple(fileContent, style)
  .map(([content, how]) => written(content, { ...how, odd: 0, bom: false, documentStart: false }));

const SIGNS = [
  ...Array.from(' \n\r\t:#-?,[]{}&*!|>\'"%@`\\.~/<=+0aé\u00a0\u2028\ufeff🎯'),
  ...['\n  ', '\r\n', ': ', ' #', '- ', '---\n'],
];
const slip = fc.record({
  at: fc.nat(),
  cut: fc.constantFrom(0, 0, 1, 2, 7),
  put: fc.constantFrom('', ...SIGNS),
});

function slipped(text: string, { at, cut, put }: { at: number; cut: number; put: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + cut);
}

describe('YAML that is read without a parser', () => {
  it('gives what the parser gives, in any style', () => {
    let plain = 0;
    fc.assert(
      fc.property(usual, (text) => {
        if (agrees(text)) plain++;
      }),
      { numRuns: 300 },
    );
    assert.ok(plain > 30, `only ${plain} were plain`);
  });

  it('gives what the parser gives, or leaves it to it, with slips anywhere', () => {
    let plain = 0;
    fc.assert(
      fc.property(usual, fc.array(slip, { minLength: 1, maxLength: 3 }), (text, slips) => {
        // Small texts, so that a slip hits what matters.
        const some = text.slice(0, 1200);
        if (agrees(slips.reduce(slipped, some))) plain++;
      }),
      { numRuns: 1500 },
    );
    assert.ok(plain > 20, `only ${plain} were plain`);
  });

  it('gives what the parser gives of any few lines of it', () => {
    const mostly = (usual: string, ...others: string[]) =>
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(usual) },
        { weight: 2, arbitrary: fc.constantFrom(...others) },
      );
    const value = fc.constantFrom(
      ...[
        '',
        'x',
        '12',
        '-4',
        '1.5',
        '1e3',
        '0x1F',
        '0o17',
        '.5',
        '5.',
        '~',
        'null',
        'True',
        'no',
        '+7',
        '007',
      ],
      ...[
        '2026-01-05',
        '1,000',
        '+20%',
        '"q"',
        "'it''s'",
        "'",
        '"\\n"',
        'a # c',
        '#c',
        'a: b',
        'x:',
        '-',
        '--',
      ],
      ...['[]', '{}', '[a, b]', '[a,', 'b]', '{ a: b }', '{ a: [x, y], b: 1, }', '{a}', '{ a: }', '[a: b]'],
      ...[
        '[ "x", \'y\' ]',
        '&a x',
        '*a',
        '!!str x',
        '|',
        '>-',
        '? x',
        '@x',
        '%x',
        '.inf',
        '.nan',
        '€ 5',
        'x\\y',
      ],
      ...[
        '{ a: 1,\n    b: 2 }',
        '[\n    a,\n    b\n  ]',
        '\n  - a\n  - b',
        '\n- a\n- b',
        '\n  c: 1\n  d:\n    - e: 2',
      ],
    );
    const line = fc.tuple(
      mostly('', '  ', '    ', '- ', '  - ', '- - ', '-   '),
      mostly('KEY: ', 'KEY:', 'KEY:   ', 'KEY :', '"KEY": ', 'KEY:b', '1: ', '<<: ', 'a: ', ''),
      value,
      mostly('', ' ', ' # c', '#c'),
      mostly('\n', '\r\n', '\n\n', '\n# c\n', '\n      # c\n'),
    );
    const text = fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((lines) => lines.map((parts, i) => parts.join('').replace('KEY', `key-${i}`)).join(''));
    let plain = 0;
    fc.assert(
      fc.property(text, (each) => {
        if (agrees(each)) plain++;
      }),
      { numRuns: 5000 },
    );
    assert.ok(plain > 300, `only ${plain} were plain`);
  });

  it('is what people write', () => {
    for (const file of [
      'outcomes.yml',
      'examples/voice-migration/outcomes.yml',
      'examples/voice-migration/web/outcomes.yml',
    ])
      assert.ok(agrees(fs.readFileSync(path.join(root, file), 'utf8')), file);
    assert.ok(agrees(starter('Ours', '2026-11-22')));
  });

  for (const [what, text] of [
    ['an anchor', 'a: &x 1\nb: *x\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['words over several lines', 'a: b\n  c\n'],
    ['a tab', 'a:\tb\n'],
    ['a key twice', 'a: 1\na: 2\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['an escape', 'a: "\\u0041"\n'],
    ['a merge conflict', 'a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n'],
    ['a bracket that is open', 'a: [1, 2\nb: 3\n'],
    ['nothing', '# only a remark\n'],
    ['deep blocks', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    [
      'deep lists',
      Array.from({ length: 3000 }, (_, i) => `${' '.repeat(2 * i)}${i > 0 ? '- ' : ''}a:\n`).join(''),
    ],
    ['deep nesting', `a: ${'['.repeat(500)}${']'.repeat(500)}\n`],
  ] as const)
    it(`leaves ${what} to the parser`, () => {
      assert.equal(readPlainYaml(text), undefined);
    });
});
