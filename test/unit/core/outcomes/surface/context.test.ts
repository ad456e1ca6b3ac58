import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextAt } from '../../../../../src/core/outcomes/surface/context';
import { parseOutcomes } from '../../../../../src/core/outcomes/parse';
import { LineIndex } from '../../../../../src/core/text';
import { effortOf } from '../../../../support/effort';
import { generateFile, type Mark } from './generated';

/**
 * The context at the cursor `|` of a text: `key container typed<replaced>` or `value container.key typed<replaced>`,
 * then the other keys in brackets and what else is special. null when nothing may be typed there.
 */
function at(marked: string): string | null {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return show(text, offset);
}

function show(text: string, offset: number): string | null {
  const lines = new LineIndex(text);
  const context = contextAt(text, lines.positionAt(offset));
  if (context === undefined) return null;
  const { place, container, typed, range, present, quote, space, style } = context;
  assert.ok(lines.offsetAt(range.start) <= offset && offset <= lines.offsetAt(range.end));
  assert.equal(range.start.line, range.end.line);
  const replaced = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  assert.equal(typed, text.slice(lines.offsetAt(range.start), offset));
  return [
    place === 'key' ? `key ${container}` : `value ${container}.${context.key}`,
    `${typed}<${replaced}>`,
    present.length > 0 ? `[${present.join(' ')}]` : '',
    place === 'key' && context.colon ? 'colon' : '',
    place === 'value' && context.stands !== 'behind' ? context.stands : '',
    quote === '' ? '' : `in ${quote}`,
    space ? 'space' : '',
    style === 'flow' ? 'flow' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

describe('the context in an outcomes.yml in block style', () => {
  it('is a key of the file at the first column', () => {
    assert.equal(at('|'), 'key file <>');
    assert.equal(at('ver|'), 'key file ver<ver>');
    assert.equal(at('version: 1\n|\noutcomes:\n  - id: a\n'), 'key file <> [version outcomes]');
    assert.equal(at('# why\n---\nversion: 1\ntit|le: x\n'), 'key file tit<title> [version] colon');
    assert.equal(at('\ufeff|title: x'), 'key file <title> colon');
    assert.equal(at('\ufeffversion: 1\nti|'), 'key file ti<ti> [version]');
  });

  it('is a key of each kind of mapping, with those that are there before and after', () => {
    const file = `version: 1
policy:
  base: main
  rules:
    not-measurable: off
outcomes:
  - id: a
    metrics:
      - id: m
        check-ins:
          - date: 2026-01-01
            value: 1
        unit: x
    outputs:
      - id: o
        title: O
    title: A
  - id: b
`;
    const after = (line: string, insert: string) => at(file.replace(line, `${line}${insert}`));
    assert.equal(after('  base: main\n', '  |\n'), 'key policy <> [base rules]');
    assert.equal(after('    not-measurable: off\n', '    |\n'), 'key rules <> [not-measurable]');
    assert.equal(after('  - id: a\n', '    st|\n'), 'key outcome st<st> [id metrics outputs title]');
    assert.equal(after('    title: A\n', '    |\n'), 'key outcome <> [id metrics outputs title]');
    assert.equal(after('      - id: m\n', '        |\n'), 'key metric <> [id check-ins unit]');
    assert.equal(after('            value: 1\n', '            n|\n'), 'key check-in n<n> [date value]');
    assert.equal(after('          - date: 2026-01-01\n', '            |\n'), 'key check-in <> [date value]');
    assert.equal(after('        title: O\n', '        |\n'), 'key output <> [id title]');
    assert.equal(after('  - id: b\n', '    |'), 'key outcome <> [id]');
  });

  it('is a key behind a dash, with a space or to come', () => {
    assert.equal(at('outcomes:\n  - |'), 'key outcome <>');
    assert.equal(at('outcomes:\n  -|'), 'key outcome <> space');
    assert.equal(at('outcomes:\n  -\n    |'), 'key outcome <>');
    assert.equal(at('outcomes:\n  - i|\n    title: x\n'), 'key outcome i<i> [title]');
    assert.equal(at('outcomes:\n  - title: x\n  - |id: y'), 'key outcome <id> colon');
    assert.equal(at('outcomes:\n  - id: x\n    outputs:\n      -  |'), 'key output <>');
  });

  it('knows lists that begin at the column of their key', () => {
    assert.equal(at('outcomes:\n- id: x\n  outputs:\n  - id: o\n    |'), 'key output <> [id]');
    assert.equal(at('outcomes:\n- id: x\n  outputs:\n  - id: o\n  |'), 'key outcome <> [id outputs]');
    assert.equal(at('outcomes:\n- id: x\n|'), 'key file <> [outcomes]');
    assert.equal(at('outcomes:\n- id: x\n- |'), 'key outcome <>');
  });

  it('is a value behind a colon, in quotes or not, with the space or not', () => {
    const file = (line: string) => `outcomes:\n  - id: a\n    ${line}\n    title: x\n`;
    assert.equal(at(file('status: |')), 'value outcome.status <> [id title]');
    assert.equal(at(file('status:|')), 'value outcome.status <> [id title] space');
    assert.equal(at(file('status: ac|')), 'value outcome.status ac<ac> [id title]');
    assert.equal(at(file('status: ac|tive  # why')), 'value outcome.status ac<active> [id title]');
    assert.equal(at(file('status: "ac|')), 'value outcome.status ac<ac> [id title] in "');
    assert.equal(at(file("status: 'ac|tive'")), "value outcome.status ac<active> [id title] in '");
    assert.equal(at(file('"status": |')), 'value outcome.status <> [id title]');
    assert.equal(at(file('due: 2026-|')), 'value outcome.due 2026-<2026-> [id title]');
    assert.equal(at(file('title: two |')), 'value outcome.title two <two > [id title]');
    assert.equal(at('version: |'), 'value file.version <>');
  });

  it('is a value below its key, and an entry of a list', () => {
    const file = (line: string) => `outcomes:\n  - id: a\n    outputs:\n      - id: o\n        ${line}\n`;
    assert.equal(at(file('serves:\n          - |')), 'value output.serves <> entry');
    assert.equal(at(file('serves:\n          - a\n          - b|')), 'value output.serves b<b> entry');
    assert.equal(at(file('serves:\n        - a\n        - "b|"')), 'value output.serves b<b> entry in "');
    assert.equal(at(file('serves:\n          |')), 'value output.serves <> below');
    assert.equal(at(file('instead:\n          vo|')), 'value output.instead vo<vo> below');
    assert.equal(at('outcomes:\n  |'), 'value file.outcomes <> below');
    assert.equal(at('policy:\n  |\noutcomes: []'), 'key policy <>');
    assert.equal(at('policy:\n  ta|\n  base: x'), 'key policy ta<ta> [base]');
  });

  it('is nothing in comments, block texts, aliases and the rest of a value', () => {
    for (const none of [
      '# |',
      '  #|',
      'title: x # sta|',
      'outcomes:\n  - id: a # |\n',
      'title: |-\n  some te\u0001',
      'title: |\n  # not a comment \u0001',
      'outcomes:\n  - why: >-\n      first\n\n      second \u0001\n',
      'outcomes:\n  - >\n    \u0001',
      'title: some\n  more \u0001',
      'title: "some\n  more \u0001',
      'outcomes:\n  - id: a\n    metrics: *sha\u0001',
      'outcomes:\n  - &anc\u0001',
      'outcomes:\n  - id: a\n    status: &anc\u0001',
      'outcomes:\n  - id: a\n    status: "active" \u0001',
      'outcomes:\n  - id: a\n   \u0001\n',
      'outcomes:\n \u0001 - id: a\n',
      'title\u0001 : x'.replace('\u0001 ', ' \u0001'),
      'unknown:\n  - a: \u0001',
      '---\u0001',
      '%YAML\u0001',
    ]) {
      // `|` begins block texts here, so the cursor may be another character.
      const cursor = none.includes('\u0001') ? '\u0001' : '|';
      const offset = none.indexOf(cursor);
      assert.equal(show(none.slice(0, offset) + none.slice(offset + 1), offset), null, JSON.stringify(none));
    }
  });

  it('is a key again below a block text', () => {
    const text = 'outcomes:\n  - id: a\n    why: |\n      one # x: y\n\n      two: three\n    ';
    assert.equal(show(text, text.length), 'key outcome <> [id why]');
  });

  it('is the same with CRLF, a lone CR, tabs and anchors', () => {
    assert.equal(
      at('version: 1\r\noutcomes:\r\n  - id: a\r\n    st|\r\n    title: x\r\n'),
      'key outcome st<st> [id title]',
    );
    assert.equal(at('version: 1\routcomes:\r  - id: a\r    status: |\r'), 'value outcome.status <> [id]');
    assert.equal(at('outcomes:\n\t- id: a\n\t  |'), 'key outcome <> [id]');
    assert.equal(at('outcomes: &all\n  - &a id: a\n    status: |'), 'value outcome.status <> [id]');
    assert.equal(at('outcomes:\n  - &a\n    id: a\n    |'), 'key outcome <> [id]');
    assert.equal(at('outcomes:\n  - id: a\n    metrics: &m !t\n      - |'), 'key metric <>');
  });

  it('looks past merge conflicts and comments at any column', () => {
    assert.equal(at('outcomes:\n  - id: a\n# odd\n    title: x\n    |'), 'key outcome <> [id title]');
  });
});

describe('the context in an outcomes.yml in flow style', () => {
  const output = (rest: string) =>
    at(`outcomes:\n  - id: a\n    outputs:\n      - { id: o, ${rest}\n    title: x\n`);

  it('is a key between the commas', () => {
    assert.equal(output('|'), 'key output <> [id] flow');
    assert.equal(output('|}'), 'key output <> [id] flow');
    assert.equal(output('st| }'), 'key output st<st> [id] flow');
    assert.equal(output('st|, title: O }'), 'key output st<st> [id title] flow');
    assert.equal(output('st|atus: shipped, title: O }'), 'key output st<status> [id title] colon flow');
    assert.equal(at('policy: {|'), 'key policy <> flow');
    assert.equal(at('policy:\n  rules: { a: off, |'), 'key rules <> [a] flow');
  });

  it('is a value behind a colon', () => {
    assert.equal(output('status: |'), 'value output.status <> [id] flow');
    assert.equal(output('status:|'), 'value output.status <> [id] space flow');
    assert.equal(output('status: | }'), 'value output.status <> [id] flow');
    assert.equal(output('status: sh|, title: O }'), 'value output.status sh<sh> [id title] flow');
    assert.equal(output('status: "sh|, title: O }'), 'value output.status sh<sh, title: O }> [id] in " flow');
    assert.equal(output('serves: [|] }'), 'value output.serves <> entry flow');
    assert.equal(output('serves: [a, b|'), 'value output.serves b<b> entry flow');
    assert.equal(output("serves: [a, 'b|']"), "value output.serves b<b> entry in ' flow");
  });

  it('reaches over lines, as far as they are indented deeper', () => {
    assert.equal(
      output('title: O,\n          st|\n          element: people }'),
      'key output st<st> [id title element] flow',
    );
    assert.equal(
      output('status: |\n          element: people }'),
      'value output.status <> [id element] flow',
    );
    assert.equal(at('policy:\n  rules: {\n    a: off,\n    |\n  }\n'), 'key rules <> [a] flow');
    assert.equal(at('policy: {\n  base: main,\n|\n}\noutcomes: []'), 'key policy <> [base] flow');
    assert.equal(at('outcomes: [\n  { id: a,\n    |'), 'key outcome <> [id] flow');
    assert.equal(at('policy:\n  rules: { a: off\n  |'), 'key policy <> [rules]');
    assert.equal(at('policy:\n  rules: {\n    a: off\n  }\n  |'), 'key policy <> [rules]');
  });

  it('knows JSON', () => {
    assert.equal(
      at('{ "version": 1,\n"outcomes": [\n{ "id": "a", "st|" } ] }'),
      'key outcome st<st> [id] in " flow',
    );
    assert.equal(
      at('{"version":1,"outcomes":[{"id":"a","status":"|"}]}'),
      'value outcome.status <> [id] in " flow',
    );
    assert.equal(at('{"version":1,"outcomes":[{"id":"a","status":|}]}'), 'value outcome.status <> [id] flow');
    assert.equal(at('{"outcomes":[|]}'), 'value file.outcomes <> entry flow');
  });

  it('is nothing in comments, nested lists, and behind what is complete', () => {
    assert.equal(output('# st|'), null);
    assert.equal(output('status: "shipped" |'), null);
    assert.equal(output('status: shipped } |'), null);
    assert.equal(output('serves: [[|'), null);
    assert.equal(output('title: {|'), null);
    assert.equal(output('"title" |: x'), null);
    assert.equal(output('title: "two\n          lines|" }'), null);
  });
});

describe('the context in valid files of every style', () => {
  it('is read as YAML by the reader', () => {
    // What the next test rests on: the files that are generated are valid.
    for (let seed = 0; seed < 100; seed++) {
      const { problems } = parseOutcomes('outcomes.yml', generateFile(seed).text);
      assert.deepEqual(
        problems.filter(({ code }) => code === 'invalid-yaml').map(({ message }) => message),
        [],
        `seed ${seed}`,
      );
    }
  });

  it('agrees with what was written, at each key and value whose line ends at the cursor', () => {
    let seen = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { text, marks } = generateFile(seed);
      for (const mark of marks) checkAt(text, mark, seed, seen++);
    }
    assert.ok(seen > 1500, `only ${seen} places`);
  });
});

/** Ends the line inside of what is marked, in its `n`th place, and compares what is found there. */
function checkAt(text: string, mark: Mark, seed: number, n: number): void {
  const { place, container, key, start, end, style } = mark;
  const quote = /^["']/.test(text.slice(start, end)) ? 1 : 0;
  const nth = start + quote + (n % (end - start - quote + (quote === 0 ? 1 : 0)));
  // Between the two quotes that stand for one, the text would be over.
  const cursor = text[start] === "'" && text.slice(nth - 1, nth + 1) === "''" ? nth + 1 : nth;
  const lineEnd = cursor + text.slice(cursor).search(/[\r\n]|$/);
  const cut = text.slice(0, cursor) + text.slice(lineEnd);
  const context = contextAt(cut, new LineIndex(cut).positionAt(cursor));
  const where = `seed ${seed}: ${cut.slice(0, cursor)}⟨here⟩${cut.slice(cursor, cursor + 200)}`.replace(
    /\r\n?/g,
    '\n',
  );
  assert.ok(context, where);
  const stands = context.place === 'value' && context.stands === 'entry' ? 'entry' : context.place;
  assert.deepEqual(
    [stands, context.container, context.place === 'value' ? context.key : key, context.style, context.typed],
    [place, container, key, style, text.slice(start + quote, cursor)],
    where,
  );
  // Where a bracket was cut off with the rest of the line, nobody can say what the lines below belong to.
  const isWhole = style === 'block' || !/[[\]{}]/.test(text.slice(cursor, lineEnd));
  if (place !== 'entry' && isWhole)
    assert.deepEqual([...context.present].sort(), [...mark.others()].sort(), where);
}

describe('the context in any text', () => {
  it('is found without an exception, and holds the cursor', () => {
    const piece = fc.constantFrom(
      ...[
        'outcomes:',
        'policy:',
        'id: a',
        '- ',
        '-',
        '  ',
        '    ',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '{',
        '}',
        '[',
        ']',
      ],
      ...[
        ',',
        ': ',
        ':',
        '"',
        "'",
        '#',
        ' # ',
        '|',
        '>-',
        '*a',
        '&a ',
        '!t ',
        '? ',
        '---',
        'metrics:',
        'é',
        '\ufeff',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(), (pieces, n) => {
        const text = pieces.join('');
        show(text, n % (text.length + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('is quick in a large file and in a hostile one', () => {
    const outcome = (n: number) =>
      `  - id: outcome-${n}\n    title: Some title of this outcome\n    status: active\n`;
    const large = `version: 1\noutcomes:\n${Array.from({ length: 20_000 }, (_, n) => outcome(n)).join('')}`;
    for (const hostile of [
      `${large}    `,
      '[{'.repeat(50_000),
      '- '.repeat(50_000),
      `a: ${'"'.repeat(50_001)}`,
      `{${'a: "b\n'.repeat(50_000)}`,
      `{${'}]'.repeat(50_000)}`,
      Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    ]) {
      assert.ok(effortOf(() => show(hostile, hostile.length)) < 3000, hostile.slice(0, 20));
    }
  });
});
