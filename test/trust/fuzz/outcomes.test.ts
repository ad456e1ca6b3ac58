import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { applyEdits, areApart, type EditResult } from '../../../src/core/edits';
import { addCheckIn, addField, addOutput, renameId, setField } from '../../../src/core/outcomes/edit';
import type { OutcomesFile, Written } from '../../../src/core/outcomes/model';
import { readAnyYaml } from '../../../src/core/outcomes/document';
import { parseOutcomes } from '../../../src/core/outcomes/parse';
import { readPlainYaml } from '../../../src/core/outcomes/plain-yaml';
import { mergeFiles } from '../../../src/core/outcomes/tree';
import type { Finding } from '../../../src/core/rules/finding';
import { checkTree } from '../../../src/core/rules/run';
import { treeRules } from '../../../src/core/rules/table';
import { findingsGithub } from '../../../src/core/report/github';
import { findingsJson, treeJson } from '../../../src/core/report/json';
import { findingsSarif } from '../../../src/core/report/sarif';
import { metricsOf, outcomesOf, outputsOf, pick } from '../../unit/core/outcomes/edit/support/files';
import { plain } from '../../unit/core/outcomes/edit/support/plain';
import { hostileFindings, machineOptions } from '../../unit/core/report/findings';
import { fuzz, mutated, realFiles } from './support';

const root = path.join(import.meta.dirname, '..', '..', '..');
const TODAY = '2026-11-22';

/** What means something in YAML, in an outcomes.yml, or to the machine. */
const PIECES = (
  ': - # " \' [ ] { } , & * | > % @ ` ! ? --- ... &a *a *b <<: !!str !!binary |- >+ \n \r\n \r \t <<<<<<< ======= >>>>>>> ' +
  'id: title: outcomes: metrics: check-ins: due: target: 2026-13-45 2026-Q4 __proto__ constructor toString null ~ true 0x1f ' +
  '1e999 -0 .nan 1,5 +20% \0 \ufeff \u202e \u2028 é 😀'
)
  .split(' ')
  .concat(['\n  ', '\n    - ', ' ', 'a'.repeat(300)]);

const WORDS =
  'x 1 -1 1.50 007 0x1F 0o17 1e3 .5 ~ null Null true FALSE yes 2026-01-05 "q" "\\n" \'s\' \'it\'\'s\' é +20% http://a.b/c#d a#b a:b [] {} [a,b] [1, "2"] {a: 1, b: x}'.split(
    / (?![^[{]*[\]}])/,
  );
const SIGNS = [
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '#',
  '@x',
  '*a',
  '&a',
  '!t',
  '|',
  '>',
  '%',
  '-',
  '?',
  ' ',
  ' ',
  ' #c',
  ': ',
  ', ',
];

/** A few lines of what YAML is made of, mostly in order. */
const soup = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constant('') },
        fc.constantFrom('  ', '    ', '   ', '- ', '  - ', '    - ', '- - '),
      ),
      fc.constantFrom(
        ...'abcdefgh'.split('').map((key) => `${key}: `),
        'a-b: ',
        'i:',
        'j:',
        '"e": ',
        '',
        '? ',
      ),
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...WORDS).map((word) => [word]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS, ...SIGNS), { maxLength: 6 }) },
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.map(([indent, key, value]) => indent + key + value.join('')).join('\n'));

const parse = (of: string): OutcomesFile => parseOutcomes('outcomes.yml', of);

/** A file for each outcome of the project's own and of the sample, so that a change is seldom lost in the rest. */
const ours = ['outcomes.yml', 'examples/voice-migration/outcomes.yml'].flatMap((name) => {
  const file = parse(fs.readFileSync(path.join(root, name), 'utf8'));
  return file.outcomes.map(({ at: { node } }) => ({
    file: 'outcomes.yml',
    bytes: new TextEncoder().encode(`version: 1\noutcomes:\n  - ${file.text.slice(node.start, node.end)}`),
  }));
});
const originals = [...ours, ...realFiles(['yml', 'yaml'], 4)];
const text = mutated(originals, PIECES, 2500).map(({ bytes }) => new TextDecoder().decode(bytes));

function assertWithin({ node, self, keys }: Written, length: number): void {
  for (const { start, end } of [node, self, ...[...keys.values()].flatMap(({ key, value }) => [key, value])])
    assert.ok(0 <= start && start <= end && end <= length, `${start}..${end} of ${length}`);
}

describe('fuzzing outcomes.yml', function () {
  this.timeout(300_000);

  it('reads any text, and finds fault with it at places that are in it', () => {
    let read = 0;
    let found = 0;
    fuzz(800, text, (of) => {
      const file = parse(of);
      for (const part of [...outcomesOf(file), ...metricsOf(file), ...outputsOf(file)])
        assertWithin(part.at, of.length);
      read += file.outcomes.length;
      const tree = mergeFiles([file]);
      const lines = of.split(/\r\n|\r|\n/);
      for (const finding of checkTree({ tree, today: TODAY }, treeRules)) {
        found++;
        assertInside(finding, lines);
      }
      JSON.parse(treeJson(tree, { todos: [], branches: [], commits: [] }, TODAY));
    });
    assert.ok(read > 200 && found > 2000, `${read} outcomes, ${found} findings`);
  });

  it('reads plain YAML as a whole parser of YAML reads it, or leaves it to that', () => {
    let plain = 0;
    const agree = (of: string): void => {
      const quick = readPlainYaml(of);
      if (quick === undefined) return;
      plain++;
      assert.deepEqual({ root: quick, problems: [] }, readAnyYaml(of), of);
    };
    fuzz(8000, soup, agree);
    fuzz(1000, text, agree);
    assert.ok(plain > 400, `only ${plain} were plain`);
  });

  it('edits any text so that it says what it said and what was asked for, or refuses', () => {
    let made = 0;
    const wanted = fc.record({ text, n: fc.nat(), value: fc.string({ maxLength: 12 }) });
    fuzz(400, wanted, ({ text: of, n, value }) => {
      const file = parse(of);
      const outcome = pick(outcomesOf(file), n);
      const metric = pick(metricsOf(file), n);
      const results: EditResult[] = [];
      if (outcome) {
        results.push(
          setField(file, outcome, 'title', `x ${value}`),
          addOutput(file, outcome, { title: `y ${value}`, status: 'planned' }),
          renameId(file, outcome.id, 'quite-another'),
        );
        if (!outcome.at.keys.has('owner')) results.push(addField(file, outcome, 'owner', `z ${value}`));
      }
      if (metric) results.push(addCheckIn(file, metric, { date: '2031-02-03', value: n % 1000 }));
      for (const result of results) {
        if ('refused' in result) {
          assert.match(result.refused, /\S/);
          continue;
        }
        made++;
        assert.ok(areApart(result.edits));
        const after = parse(applyEdits(of, result.edits));
        assert.equal(outcomesOf(after).length, outcomesOf(file).length);
        assert.ok(after.problems.length <= file.problems.length + 1, JSON.stringify(after.problems));
        assert.notDeepEqual(result.edits.length > 0 ? plain(after) : null, plain(file));
      }
    });
    assert.ok(made > 270, `only ${made} edits were made`);
  });

  it('writes any findings so that other tools read them', () => {
    const options = machineOptions();
    fuzz(1000, hostileFindings, (findings) => {
      const json = JSON.parse(findingsJson(findings)) as { findings: unknown[] };
      assert.equal(json.findings.length, findings.length);
      const sarif = JSON.parse(findingsSarif(findings, options)) as { runs: { results: unknown[] }[] };
      assert.equal(sarif.runs[0]!.results.length, findings.length);
      const commands = findingsGithub(findings, options).split('\n').filter(Boolean);
      assert.ok(
        commands.every((line) => /^::(error|warning|notice)[ :]/.test(line)),
        commands.join('\n'),
      );
    });
  });
});

function assertInside({ subject, message }: Finding, lines: readonly string[]): void {
  assert.equal(subject.kind, 'file');
  const { start, end } = subject.range;
  for (const { line, character } of [start, end])
    assert.ok(line < lines.length && character <= lines[line]!.length, `${message} at ${line}:${character}`);
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character), message);
}
