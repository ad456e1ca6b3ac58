import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { idsInCode, idsInFile, idsInMessage, idsInProse, type IdPlace } from '../../../../src/core/symbols';
import { compileTags } from '../../../../src/core/work/tags';

const options = { tags: compileTags(['TODO', 'FIXME']), mentions: 'marker' as const };

/** Each place as the text it covers, definitions with a `!`. It fails when a range covers another text. */
function shown(text: string, places: readonly IdPlace[]): string[] {
  const lines = text.split(/\r\n?|\n/);
  return places.map(({ text: id, range, role }) => {
    assert.equal(range.start.line, range.end.line);
    assert.equal(lines[range.start.line]!.slice(range.start.character, range.end.character), id);
    return `${range.start.line}:${role === 'definition' ? '!' : ''}${id}`;
  });
}

describe('ids in source code', () => {
  const inCode = (text: string, path = 'a.ts') => shown(text, idsInCode(text, path, options));

  it('are what comments state, and nothing in strings, code or other comments', () => {
    const text = [
      'const a = "TODO(not-an-id): x"; // TODO(reliable-voice): y',
      '/* see reliable-voice */ f(outcome: reliable-voice)',
      ' // FIXME(@ana, voip, KEY-12): z; outcome: lower-cost',
    ].join('\r\n');
    assert.deepEqual(inCode(text), ['0:reliable-voice', '2:@ana', '2:voip', '2:KEY-12', '2:lower-cost']);
  });

  it('are found in embedded languages, and not in unknown ones', () => {
    const page = '<p>TODO(a-b)</p>\n<!-- TODO(c-d): x -->\n<script>\n// TODO(e-f): y\n</script>';
    assert.deepEqual(inCode(page, 'a.html'), ['1:c-d', '3:e-f']);
    assert.deepEqual(inCode('// TODO(a-b): x', 'a.unheard-of'), []);
  });
});

describe('ids in Markdown', () => {
  const inProse = (text: string) => shown(text, idsInProse(text, options));

  it('are code spans of one word and what a comment would state', () => {
    const text =
      'See `reliable-voice`, ``voip`` or `npm run x`.\r\n<!-- TODO(lower-cost): x -->\nwhy: fewer-calls';
    assert.deepEqual(inProse(text), ['0:reliable-voice', '0:voip', '1:lower-cost', '2:fewer-calls']);
  });

  it('are none of the words of the prose itself', () => {
    assert.deepEqual(inProse('The reliable-voice team; why this? The outcome was good.'), []);
  });
});

describe('ids in a commit message', () => {
  const inMessage = (text: string) => shown(text, idsInMessage(text));

  it('are the values of Outcome lines without remarks, and the scope', () => {
    const text =
      'fix(voip, core)!: retry\n\nBody: no\n\nOutcome: reliable-voice, lower-cost (both)\noutcome : KEY-12\n';
    assert.deepEqual(inMessage(text), ['0:voip', '0:core', '4:reliable-voice', '4:lower-cost', '5:KEY-12']);
  });

  it('are not found in the body', () => {
    assert.deepEqual(inMessage('Retry\n\nThe outcome: reliable-voice\n  Outcome: indented'), []);
    assert.deepEqual(inMessage('Retry\n\nOutcome: body-text\n\nOutcome: voip\n\n# Outcome: comment'), [
      '4:voip',
    ]);
    assert.deepEqual(inMessage('Retry\n\nOutcome: voip, as we call it\nin our words'), []);
  });

  it('are those of all lines of a value, and none of its remarks', () => {
    assert.deepEqual(inMessage('Retry\n\nOutcome: a-b (one, two),\n  c-d (three)\n'), ['2:a-b', '3:c-d']);
    assert.deepEqual(inMessage('Retry\n\nOutcome: none (a-b, c-d)'), ['2:none']);
  });

  it('are in the scope of the first line that git keeps', () => {
    assert.deepEqual(inMessage('\n# A comment(x): y\n\nfixup! fix(voip): retry'), ['3:voip']);
    assert.deepEqual(inMessage('Revert "feat(voip): retry"'), ['0:voip']);
  });

  it('are above the scissors alone', () => {
    const scissors = '# ------------------------ >8 ------------------------';
    assert.deepEqual(inMessage(`Retry\n\nOutcome: voip\n${scissors}\nOutcome: a-b\n`), ['2:voip']);
  });
});

describe('ids in outcomes.yml', () => {
  it('are definitions and references, in quotes or not, at the word itself', () => {
    const text = [
      'version: 1',
      'outcomes:',
      '  - id: "voice-1"',
      '    title: t',
      '    outputs:',
      "      - { id: mpf, title: x, instead: 'voip' }",
      '      - id: voip # not voice-1',
      '        serves:',
      '          - voice-1',
      '          # lower-cost',
      '          - "lower-cost"',
      '  - { id: lower-cost, title: u, why: mpf }',
    ].join('\n');
    assert.deepEqual(shown(text, idsInFile(parseOutcomes('outcomes.yml', text))), [
      '2:!voice-1',
      '5:!mpf',
      '5:voip',
      '6:!voip',
      '8:voice-1',
      '10:lower-cost',
      '11:!lower-cost',
    ]);
  });
});

describe('ids in any text', () => {
  const piece = fc.constantFrom(
    '// ',
    'TODO',
    '(',
    ')',
    ': ',
    'a-b',
    'outcome',
    'why',
    '`',
    '\r\n',
    '\n',
    '\r',
    ', ',
    '@',
    'é',
    '𝒳',
    '- id: ',
    'Outcome: ',
    '/*',
    '*/',
  );
  const anyText = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 })
    .map((p) => p.join(''));

  it('stand where their ranges say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        shown(text, idsInCode(text, 'a.c', options));
        shown(text, idsInProse(text, options));
        shown(text, idsInMessage(text));
      }),
    );
  });
});
