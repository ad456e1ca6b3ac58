import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer } from 'yaml';
import { applyEdits, type EditResult, type TextEdit } from '../../../../../../src/core/edits';
import type { Metric, Outcome, OutcomesFile, Output } from '../../../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../../../src/core/outcomes/parse';
import { withDescendants } from '../../../../../../src/core/outcomes/tree';
import { fileContent } from './content';
import { plain, type Plain, type PlainOutcome } from './plain';
import { written, type Style } from './styled';

const tenths = fc.constantFrom(0, 1, 2, 5, 9);

export const style: fc.Arbitrary<Style> = fc.record({
  eol: fc.constantFrom('\n', '\r\n', 'mixed'),
  bom: fc.boolean(),
  finalBreak: fc.boolean(),
  documentStart: fc.boolean(),
  listIndent: fc.constantFrom(0, 1, 2, 4),
  gap: fc.constantFrom(1, 3),
  brackets: tenths,
  comments: fc.constantFrom(0, 1, 3, 5),
  blanks: fc.constantFrom(0, 1, 5),
  quotes: tenths,
  odd: fc.constantFrom(0, 1, 3),
  seed: fc.nat(),
});

/** A valid outcomes.yml in any style, as read. */
export const file: fc.Arbitrary<OutcomesFile> = fc
  .tuple(fileContent, style)
  .map(([content, how]) => parse(written(content, how)));

export function parse(text: string): OutcomesFile {
  return parseOutcomes('outcomes.yml', text);
}

export function outcomesOf(from: OutcomesFile): Outcome[] {
  return [...withDescendants(from.outcomes)];
}

export function metricsOf(from: OutcomesFile): Metric[] {
  return outcomesOf(from).flatMap(({ metrics }) => metrics);
}

export function outputsOf(from: OutcomesFile): Output[] {
  return outcomesOf(from).flatMap(({ outputs }) => outputs);
}

/** One of several, by any number; undefined when there is none. */
export function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

export function editsOf(result: EditResult): readonly TextEdit[] {
  if ('refused' in result) assert.fail(`refused: ${result.refused}`);
  return result.edits;
}

/** The file after an edit, which must be possible and leave line ends and byte order mark as they are. */
export function after(from: OutcomesFile, edits: readonly TextEdit[]): OutcomesFile {
  for (const { newText } of edits) {
    for (const end of newText.match(/\r\n|\n|\r/g) ?? []) {
      assert.ok(
        from.text.includes(end) || !/[\r\n]/.test(from.text),
        `a line ends in ${JSON.stringify(end)}`,
      );
    }
  }
  const made = parse(applyEdits(from.text, edits));
  assert.deepEqual(yamlProblems(made), yamlProblems(from));
  return made;
}

export function yamlProblems(of: OutcomesFile): string[] {
  return of.problems.filter(({ code }) => code === 'invalid-yaml').map(({ message }) => message);
}

/** What an addition may take away: nothing, or what stands for nothing. */
export function assertOnlyAdds(from: OutcomesFile, edits: readonly TextEdit[]): void {
  for (const { span } of edits)
    assert.match(from.text.slice(span.start, span.end), /^[ \t]*(?:\[\s*\]|~|null)?$/);
}

/** The comments of a file in alphabetical order. */
export function commentsIn({ text }: OutcomesFile): string[] {
  const comments: string[] = [];
  let before = '';
  for (const token of new Lexer().lex(text)) {
    // U+001F comes before a plain scalar.
    if (token.startsWith('#') && before !== '\x1f') comments.push(token.trimEnd());
    before = token;
  }
  return comments.sort();
}

/** What a new part of a file must be read as: the same as when it is written as JSON, which is YAML too. */
export function readAs(list: 'metrics' | 'outputs' | 'outcomes', value: unknown): unknown {
  const json = JSON.stringify({ version: 1, outcomes: [{ id: 'z', title: 'z', [list]: [value] }] });
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return plain(parse(ascii)).outcomes[0]![list][0];
}

/** What the file says, with one of its outcomes saying something else. */
export function changed(from: OutcomesFile, outcome: Outcome, by: (said: PlainOutcome) => object): Plain {
  const index = outcomesOf(from).indexOf(outcome);
  let at = -1;
  const visit = (one: PlainOutcome): PlainOutcome => {
    const here = ++at === index;
    const visited = { ...one, outcomes: one.outcomes.map(visit) };
    return here ? (by(visited) as PlainOutcome) : visited;
  };
  const said = plain(from);
  return { ...said, outcomes: said.outcomes.map(visit) };
}
