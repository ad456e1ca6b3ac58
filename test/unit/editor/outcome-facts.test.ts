import assert from 'node:assert/strict';
import { OutcomeFacts } from '../../../src/editor/outcome-facts';
import type { Outcome } from '../../../src/core';
import { withBareGit } from '../../support/git-facts';
import { makeRepository, type TestRepository } from '../../support/repository';
import { snapshotOf } from './support';

const OUTCOMES = `version: 1
policy: { base: main, commits-since: 2026-01-01 }
outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    start: 2026-01-01
    due: 2026-12-31
    metrics:
      - { id: wait, unit: minutes, baseline: 6, target: 4, check-ins: [{ date: 2026-10-01, value: 5.5 }] }
      - { id: hang-ups, unit: "%", baseline: 20, target: 5,
          check-ins: [{ date: 2026-11-16, value: 12 }, { date: 2027-11-16, value: 1 }] }
    outputs:
      - { id: call-back, title: Call-back button, status: shipped, shipped: 2026-10-20 }
  - { id: calm-desk, title: Half of the overtime is gone, metrics: [{ id: hours, baseline: 9, target: 4 }] }
  - { id: old-idea, title: Callers find the number sooner, status: dropped }
`;

describe('what is known of an outcome', () => {
  withBareGit();
  let repository: TestRepository;
  let facts: OutcomeFacts;
  const outcomes = new Map<string, Outcome>();

  before(async () => {
    repository = makeRepository();
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO(short-wait): one\n// TODO(call-back): two\n// TODO: of nothing\n');
    repository.commit('fix(short-wait): answer sooner');
    repository.git('switch', '-q', '-c', 'short-wait/line');
    repository.write('b.ts', '// TODO(short-wait): three\n');
    repository.commit('Add a line\n\nOutcome: call-back');
    repository.commit('Add another\n\nOutcome: short-wait');
    const snapshot = await snapshotOf(repository.folder);
    for (const outcome of snapshot.tree.roots) outcomes.set(outcome.id, outcome);
    facts = OutcomeFacts.of(snapshot);
    assert.equal(OutcomeFacts.of(snapshot), facts);
  });
  after(() => repository.remove());

  it('counts the work that serves it or one of its outputs', () => {
    assert.equal(facts.linkedWork(outcomes.get('short-wait')!), '3 TODOs · 1 branch · 3 commits');
    assert.equal(facts.linkedWork(outcomes.get('calm-desk')!), '');
  });

  it('tells the latest check-in of its metrics, none of the future', () => {
    assert.equal(facts.lastCheckIn(outcomes.get('short-wait')!), 'Last check-in 16 Nov: 12 %');
    assert.equal(facts.lastCheckIn(outcomes.get('calm-desk')!), 'Never checked in');
    assert.equal(facts.lastCheckIn(outcomes.get('old-idea')!), null);
  });

  it('describes it, its metrics and outputs as the tree does', () => {
    const outcome = outcomes.get('short-wait')!;
    assert.equal(facts.outcome(outcome), 'off track · 39 % of 89 % expected · due 31 Dec');
    assert.equal(facts.metric(outcome, outcome.metrics[0]!), '5.5 → 4 minutes · off track · 25 %');
    assert.equal(facts.output(outcome.outputs[0]!), 'shipped 20 Oct');
    assert.equal(facts.outcome(outcomes.get('old-idea')!), 'dropped');
  });
});
