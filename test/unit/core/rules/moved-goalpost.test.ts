import assert from 'node:assert/strict';
import type { MovedGoalpost } from '../../../../src/core/history/goalposts';
import { asksForHistory } from '../../../../src/core/rules/moved-goalpost';
import { historyRules } from '../../../../src/core/rules/table';
import { codes, findings, treeOf, yaml } from '../../../support/marked';

const move = (given: Partial<MovedGoalpost>): MovedGoalpost => ({
  outcome: 'a',
  metric: 'm',
  field: 'target',
  from: '60',
  to: '80',
  day: '2026-05-04',
  author: 'Ana Duarte',
  commit: '0'.repeat(40),
  began: '2026-01-12',
  ...given,
});

const rules = (...goalposts: MovedGoalpost[]) =>
  historyRules.map((rule) => ({
    ...rule,
    check: (context: Parameters<typeof rule.check>[0]) => rule.check({ ...context, goalposts }),
  }));

const TEXT = yaml`
  outcomes:
    - id: a
      title: T
      due: 2027-03-31
      metrics:
        - { id: m, unit: calls/week, baseline: 120, target: 80 }
`;

describe('a moved goalpost', () => {
  it('is told where the goal stands today, with from what, when and by whom', () => {
    const due = move({ metric: null, field: 'due', from: '2026-12-31', to: '2027-03-31', day: '2026-06-01' });
    assert.equal(
      `\n${findings(TEXT, rules(due, move({})))}\n`,
      `
    due: 2027-03-31
         ^^^^^^^^^^ moved-goalpost: The due date was moved from 2026-12-31 to 2027-03-31 on 2026-06-01 by \`Ana Duarte\`, after work began on 2026-01-12. If that was agreed, say in \`why\` what was learnt; if not, put it back.
      - { id: m, unit: calls/week, baseline: 120, target: 80 }
                                                          ^^ moved-goalpost: The target was moved from 60 to 80 calls/week on 2026-05-04 by \`Ana Duarte\`, after work began on 2026-01-12. If that was agreed, say in \`why\` what was learnt; if not, put it back.
`,
    );
  });

  it('is told once for all of its moves, newest first as they are given', () => {
    const text = findings(TEXT, rules(move({ from: '70', day: '2026-06-01' }), move({ to: '70' })));
    assert.match(text, /was moved 2 times, from 60 to 80 calls\/week, the last time on 2026-06-01/);
    assert.equal(text.split('moved-goalpost').length, 2);
  });

  it('is none once it is put back, be it by a change that is not committed', () => {
    assert.deepEqual(codes(TEXT, rules(move({ from: '80', to: '60' }))), []);
    assert.deepEqual(codes(TEXT, rules(move({ from: '60', to: '80' }), move({ from: '80', to: '60' }))), []);
    assert.deepEqual(codes(TEXT, rules(move({ field: 'baseline', from: '100', to: '120' }))), [
      'moved-goalpost 120',
    ]);
  });

  it('marks the change that makes a target, and the name where a goal was taken away', () => {
    const changed = TEXT.replace('target: 80', 'change: -40');
    assert.deepEqual(codes(changed, rules(move({}))), ['moved-goalpost -40']);
    const gone = TEXT.replace(', target: 80', '').replace('    due: 2027-03-31\n', '');
    assert.deepEqual(codes(gone, rules(move({ to: null }), move({ metric: null, field: 'due', to: null }))), [
      'moved-goalpost a',
      'moved-goalpost m',
    ]);
  });

  it('names an outcome and a metric in any case, or by their titles', () => {
    const titled = TEXT.replace('- id: a\n    title: T', '- title: T').replace('id: m,', 'title: Calls,');
    assert.deepEqual(codes(TEXT, rules(move({ outcome: 'A', metric: 'M' }))), ['moved-goalpost 80']);
    assert.deepEqual(codes(titled, rules(move({ outcome: 'T', metric: 'Calls' }))), ['moved-goalpost 80']);
    assert.deepEqual(codes(TEXT, rules(move({ outcome: 'b' }), move({ metric: 'n' }))), []);
  });

  it('is asked of what is achieved, and not of what is a draft or dropped', () => {
    const count = (status: string) =>
      codes(TEXT.replace('title: T', `title: T\n    status: ${status}`), rules(move({}))).length;
    assert.deepEqual(['active', 'achieved', 'missed', 'draft', 'dropped'].map(count), [1, 1, 1, 0, 0]);
  });

  it('shows what people wrote on one line, inert', () => {
    const text = findings(TEXT, rules(move({ author: 'A\n`<b>`\u202e' })));
    assert.match(text, /by `A\\n'<b>'\\u202e`, after/);
  });

  it('is looked for unless every policy turns it off', () => {
    const off = 'policy: { rules: { moved-goalpost: off } }\n';
    assert.equal(asksForHistory(treeOf(TEXT)), true);
    assert.equal(asksForHistory(treeOf(TEXT.replace('outcomes:', `${off}outcomes:`))), false);
  });
});
