import assert from 'node:assert/strict';
import {
  firstCommitDays,
  goalpostMoves,
  movedGoalposts,
  workBegan,
} from '../../../../src/core/history/goalposts';
import type { Commit } from '../../../../src/core/work/model';
import { treeOf } from '../../../support/tree';

const BEFORE = `
outcomes:
  - id: voice
    title: Customers keep their lines
    due: 2026-12-31
    metrics:
      - { id: calls, unit: minutes, baseline: 120, target: 60, check-ins: [{ date: 2026-03-16, value: 124 }] }
    outputs: [{ id: voip, title: VoIP }]
    outcomes:
      - id: porting
        title: Numbers are ported
        metrics: [{ id: days, baseline: 9, target: 2, check-ins: [{ date: 2026-02-01, value: 9 }] }]
`;

/** What moves when one text is replaced by another, as `part field from → to`. */
function moves(...replacements: readonly (readonly [string, string])[]) {
  const after = replacements.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, BEFORE);
  return goalpostMoves(treeOf(BEFORE), treeOf(after)).map(
    ({ outcome, metric, field, from, to }) => `${metric ?? outcome} ${field} ${from} → ${to ?? 'none'}`,
  );
}

describe('moved goalposts', () => {
  it('are targets, baselines and due dates that another version states differently', () => {
    assert.deepEqual(moves(['target: 60', 'target: 80']), ['calls target 60 → 80']);
    assert.deepEqual(moves(['baseline: 120', 'baseline: 130']), ['calls baseline 120 → 130']);
    assert.deepEqual(moves(['due: 2026-12-31', 'due: 2027-Q1']), ['voice due 2026-12-31 → 2027-03-31']);
    assert.deepEqual(moves(['    due: 2026-12-31\n', '']), ['voice due 2026-12-31 → none']);
    assert.deepEqual(moves(['target: 60', 'change: -50%']), []);
    assert.deepEqual(moves(['target: 60', 'change: -40%']), ['calls target 60 → 72']);
  });

  it('are none by another unit, as long as all numbers change with it', () => {
    const inSeconds = [
      ['unit: minutes', 'unit: seconds'],
      ['baseline: 120', 'baseline: 7200'],
      ['target: 60', 'target: 3600'],
    ] as const;
    assert.deepEqual(moves(...inSeconds), []);
    assert.deepEqual(moves(inSeconds[0], inSeconds[1], ['target: 60', 'target: 4800']), [
      'calls baseline 120 → 7200',
      'calls target 60 → 4800',
    ]);
  });

  it('are none where a goal was not stated before, or its outcome is another one', () => {
    assert.deepEqual(moves(['due: 2026-12-31', 'due: soon']), ['voice due 2026-12-31 → none']);
    assert.deepEqual(moves(['id: voice', 'id: other'], ['due: 2026-12-31', 'due: 2027-12-31']), []);
    const bare = BEFORE.replace('baseline: 120, target: 60', 'baseline: 120');
    assert.deepEqual(goalpostMoves(treeOf(bare), treeOf(BEFORE)), []);
  });

  it('count from the first check-in or commit on, of the outcome or below it', () => {
    const after = treeOf(BEFORE.replace('target: 60', 'target: 80'));
    const step = (day: string) => ({
      commit: 'c',
      author: 'Ana',
      day,
      moves: goalpostMoves(treeOf(BEFORE), after),
    });
    const began = (day: string, commits: Record<string, string> = {}) =>
      movedGoalposts([step(day)], new Map(Object.entries(commits)))[0]?.began;
    assert.equal(began('2026-01-31'), undefined);
    assert.equal(began('2026-02-01'), '2026-02-01');
    assert.equal(began('2026-01-31', { voip: '2026-01-12' }), '2026-01-12');
    assert.equal(began('2026-01-31', { porting: '2026-01-12' }), '2026-01-12');
    assert.equal(began('2026-01-31', { other: '2026-01-12' }), undefined);
  });

  it('count though the first check-in was written down with them, unless it was made that day', () => {
    const bare = BEFORE.replace(/, check-ins: [^\n]*/g, ' }');
    const moves = goalpostMoves(treeOf(bare), treeOf(BEFORE.replace('target: 60', 'target: 80')));
    const began = (day: string) =>
      movedGoalposts([{ commit: 'c', author: 'Ana', day, moves }], new Map())[0]?.began;
    assert.deepEqual([began('2026-02-01'), began('2026-02-02')], [undefined, '2026-02-01']);
  });

  it('come newest first', () => {
    const step = (day: string, from: string, to: string) => {
      const [old, now] = [from, to].map((target) =>
        treeOf(BEFORE.replace('target: 60', `target: ${target}`)),
      );
      return { commit: day, author: 'Ana', day, moves: goalpostMoves(old!, now!) };
    };
    const steps = [step('2026-04-01', '60', '70'), step('2026-05-01', '70', '80')];
    assert.deepEqual(
      movedGoalposts(steps, new Map()).map(({ commit, from, to }) => [commit, from, to]),
      [
        ['2026-05-01', '70', '80'],
        ['2026-04-01', '60', '70'],
      ],
    );
  });

  it('cannot be before any work began', () => {
    assert.equal(workBegan(treeOf(BEFORE), new Map()), '2026-02-01');
    assert.equal(workBegan(treeOf(BEFORE), new Map([['voip', '2026-01-12']])), '2026-01-12');
    assert.equal(workBegan(treeOf('outcomes: [{ id: a, title: b }]'), new Map()), null);
  });

  it('knows the first commit of an outcome and of an output, in UTC', () => {
    const commit = (time: string, outcome: string, output?: string) =>
      ({
        time: Date.parse(time) / 1000,
        links: [{ outcome, evidence: 'trailer', ...(output === undefined ? {} : { output }) }],
      }) as Partial<Commit> as Commit;
    const days = firstCommitDays([
      commit('2026-03-02T23:59:59Z', 'voice', 'VoIP'),
      commit('2026-03-03T00:00:00Z', 'Voice'),
    ]);
    assert.deepEqual([...days].sort(), [
      ['voice', '2026-03-02'],
      ['voip', '2026-03-02'],
    ]);
  });
});
