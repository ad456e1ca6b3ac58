import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RULE_HELP } from '../../../../src/core/report/rule-help';
import { findingsSarif } from '../../../../src/core/report/sarif';
import type { Finding } from '../../../../src/core/rules/finding';
import { checkTree } from '../../../../src/core/rules/run';
import { rules, treeRules } from '../../../../src/core/rules/table';
import { sarifProblems } from '../../../support/schemas';
import { treeOf } from '../../../support/tree';
import { findingAt, hostileFindings, machineOptions } from './findings';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly kind?: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          {
            readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
            readonly logicalLocations?: readonly { readonly name: string; readonly kind: string }[];
          },
        ];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

function runOf(findings: readonly Finding[], given = {}): Log['runs'][0] {
  const text = findingsSarif(findings, machineOptions(given));
  assert.deepEqual(sarifProblems(text), []);
  return (JSON.parse(text) as Log).runs[0];
}

const FILE = `
outcomes:
  - id: calls
    title: Support calls fall from 800 to 500 a week
    metrics:
      - id: weekly
        baseline: 800
        target: 500
  - id: chat
    title: Launch the chatbot
`;

function fingerprintsOf(yaml: string): Map<string, string> {
  const tree = treeOf(yaml);
  const findings = checkTree({ tree, today: '2026-11-22' }, treeRules);
  const { results } = runOf(findings, { tree });
  const names = results.map(({ partialFingerprints }) => Object.values(partialFingerprints).join());
  assert.equal(new Set(names).size, findings.length, 'two findings have the same fingerprint');
  return new Map(findings.map(({ code, outcome }, i) => [`${code} ${outcome ?? ''}`, names[i]!]));
}

describe('findings as SARIF', function () {
  this.timeout(30_000);

  it('describes every rule, with help of its own', () => {
    assert.deepEqual(
      rules.filter(({ code }) => RULE_HELP[code] === undefined).map(({ code }) => code),
      [],
    );
    assert.deepEqual(
      runOf([]).tool.driver.rules.map(({ id }) => id),
      rules.map(({ code }) => code),
    );
  });

  it('points at the rule, the file from the top of the repository and the region', () => {
    const [result] = runOf([findingAt('src/a b#1.ts')], { folder: 'lib' }).results;
    assert.equal(rules[result!.ruleIndex]!.code, 'todo-without-why');
    assert.deepEqual(result!.locations[0].physicalLocation, {
      artifactLocation: { uri: 'lib/src/a%20b%231.ts', uriBaseId: 'SRCROOT' },
      region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 8 },
    });
  });

  it('gives every severity its level', () => {
    const findings = (['error', 'warning', 'info', 'hint'] as const).map((severity) =>
      findingAt('a', { severity }),
    );
    assert.deepEqual(
      runOf(findings).results.map(({ level, kind }) => [level, kind]),
      [
        ['error', undefined],
        ['warning', undefined],
        ['note', undefined],
        ['none', 'informational'],
      ],
    );
  });

  it('places a branch at the first outcomes file, because code scanning shows only what has a file', () => {
    const branch = findingAt('', { subject: { kind: 'branch', repository: '', branch: 'voip/retry' } });
    const [result] = runOf([branch], { folder: 'lib' }).results;
    const [location] = result!.locations;
    assert.equal(location.physicalLocation.artifactLocation.uri, 'lib/outcomes.yml');
    assert.deepEqual(location.logicalLocations, [
      { name: 'voip/retry', kind: 'branch', fullyQualifiedName: 'branch voip/retry' },
    ]);
  });

  it('leaves nothing in a message that reads as a link or as a placeholder', () => {
    const [result] = runOf([findingAt('a', { message: '[run](command:x) {0}' })]).results;
    assert.equal(result!.message.text, '[run\\](command:x) {{0}}');
  });

  describe('fingerprints', () => {
    it('stay when lines move', () => {
      const moved = FILE.replace('outcomes:', '# One\n# two\ntitle: All\noutcomes:');
      assert.deepEqual(fingerprintsOf(moved), fingerprintsOf(FILE));
    });

    it('of other outcomes stay when one is added before', () => {
      const added = FILE.replace('outcomes:', 'outcomes:\n  - { id: first, title: Build a shop }');
      const [before, after] = [fingerprintsOf(FILE), fingerprintsOf(added)];
      for (const [name, print] of before) assert.equal(after.get(name), print, name);
    });

    it('differ by TODO, also where TODOs of a file are marked alike', () => {
      const range = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });
      const todos = [1, 5].map((line) => ({
        kind: 'todo' as const,
        file: 'a.ts',
        range: range(line),
        tag: 'TODO',
        text: `at ${line}`,
        endLine: line,
        assignee: null,
        isNew: true,
        waiver: null,
        links: [],
        statedAt: [],
        broken: [],
        key: `key of ${line}`,
      }));
      const at = (line: number) =>
        findingAt('a.ts', { subject: { kind: 'file', file: 'a.ts', range: range(line) } });
      const printsOf = (lines: number[], shift: number) =>
        runOf(
          lines.map((line) => at(line + shift)),
          {
            work: {
              todos: todos.map((todo, i) => ({
                ...todo,
                range: range([1, 5][i]! + shift),
                endLine: [1, 5][i]! + shift,
              })),
              branches: [],
              commits: [],
            },
          },
        ).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
      const [first, second] = printsOf([1, 5], 0);
      assert.notEqual(first, second);
      assert.deepEqual(printsOf([5], 7), [second]);
    });
  });

  it('stays valid, whatever people write', () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const { results } = runOf(findings);
        assert.equal(results.length, findings.length);
        for (const { message } of results)
          assert.doesNotMatch(message.text, /[^\\]\]\(|[\u0000-\u001f\u202e]/);
      }),
      { numRuns: 60 },
    );
  });
});
