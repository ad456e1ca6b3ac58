import assert from 'node:assert/strict';
import { nearestName } from '../../../../src/core/outcomes/nearest';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import {
  ancestorsOf,
  chosenOutputs,
  DEFAULT_POLICY,
  everyOutcome,
  mergeFiles,
  policyFor,
  scopesOf,
} from '../../../../src/core/outcomes/tree';

function tree(files: Record<string, string>) {
  return mergeFiles(Object.entries(files).map(([path, text]) => parseOutcomes(path, `version: 1\n${text}`)));
}

describe('the tree of outcome files', () => {
  it('joins files in order of path, and finds outcomes and outputs without case', () => {
    const merged = tree({
      'b/outcomes.yml': 'outcomes: [{ id: b, title: B, outputs: [{ id: Out, title: O }] }]',
      'a/outcomes.yml':
        'outcomes: [{ id: a, title: A, outcomes: [{ id: a1, title: A1 }] }, { id: B, title: twice }]',
    });
    assert.deepEqual(
      [...everyOutcome(merged)].map(({ title }) => title),
      ['A', 'A1', 'twice', 'B'],
    );
    assert.deepEqual(
      [...ancestorsOf([...everyOutcome(merged)][1]!)].map(({ id }) => id),
      ['a'],
    );
    assert.equal(merged.entries.get('b')!.outcome.title, 'twice');
    assert.deepEqual(
      [merged.entries.get('out')!.kind, merged.entries.get('out')!.outcome.title],
      ['output', 'B'],
    );
  });

  it('knows which outputs were chosen', () => {
    const [outcome] = tree({
      'outcomes.yml': `outcomes: [{ id: a, title: A, outputs: [${[
        'proposed',
        'planned',
        'in-progress',
        'shipped',
        'rejected',
      ]
        .map((status) => `{ id: ${status}, status: ${status} }`)
        .join(', ')}] }]`,
    }).roots;
    assert.deepEqual(
      chosenOutputs(outcome!).map(({ id }) => id),
      ['planned', 'in-progress', 'shipped'],
    );
  });

  it('finds the policy of the nearest folder above', () => {
    const merged = tree({
      'outcomes.yml': 'policy: { existing: off }',
      'a/outcomes.yml': 'outcomes: []',
      'a/b/outcomes.yaml': 'policy: { existing: same, tags: [NOTE] }',
    });
    const existing = (file: string): string => policyFor(merged, file).existing;
    assert.deepEqual(['', 'x.ts', 'a/x.ts', 'a/b/x.ts', 'a/b/c/d/x.ts', 'a/bc/x.ts'].map(existing), [
      'off',
      'off',
      'off',
      'same',
      'same',
      'off',
    ]);
    assert.equal(
      policyFor(tree({ 'a/outcomes.yml': 'policy: { existing: off }' }), 'b/x.ts'),
      DEFAULT_POLICY,
    );
    assert.deepEqual(
      scopesOf(merged).map(({ dir, tags }) => [dir, tags.length]),
      [
        ['', 5],
        ['a/b', 1],
      ],
    );
    assert.deepEqual(
      scopesOf(tree({})).map(({ dir }) => dir),
      [''],
    );
  });

  it('lets outcomes.yml speak for a folder that holds both spellings', () => {
    const merged = tree({
      'outcomes.yml': 'policy: { existing: off }',
      'outcomes.yaml': 'policy: { existing: same }',
    });
    assert.equal(policyFor(merged, 'x.ts').existing, 'off');
  });
});

describe('the nearest name', () => {
  const fields = [
    'id',
    'title',
    'why',
    'owner',
    'start',
    'due',
    'status',
    'check-in',
    'metrics',
    'outputs',
    'outcomes',
  ];
  it('forgives case, hyphens, slips and unfinished words, but makes nothing up', () => {
    const cases: [string, string | null][] = [
      ['checkIn', 'check-in'],
      ['check_in', 'check-in'],
      ['titel', 'title'],
      ['stat', 'start'],
      ['outc', 'outcomes'],
      ['metric', 'metrics'],
      ['xyz', null],
      ['', null],
      ['deadline', null],
      ['k'.repeat(100_000), null],
    ];
    for (const [word, expected] of cases)
      assert.equal(nearestName(word, fields), expected, word.slice(0, 20));
  });
});
