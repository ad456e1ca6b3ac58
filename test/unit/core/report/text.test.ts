import assert from 'node:assert/strict';
import { findingsText, treeText } from '../../../../src/core/report/text';
import type { Finding } from '../../../../src/core/rules/finding';
import { treeOf } from '../../../support/marked';

const NO_WORK = { todos: [], branches: [], commits: [] };
const printed = (outcomes: string): string =>
  treeText(treeOf(`version: 1\noutcomes:\n${outcomes}`), NO_WORK, '2026-06-30', (_, text) => text);

describe('the tree as text', () => {
  it('has each title on one line, however it is written', () => {
    const tree = printed(`
  - id: a
    title: >
      Customers wait
      less
    outcomes:
      - id: b
        title: |
          Queues
          shrink
`);
    assert.match(tree, /─ Customers wait less {2}a\n/);
    assert.match(tree, /─ Queues shrink {2}b\n/);
  });

  it('has the ids that check-ins and work name, and each name once', () => {
    const tree = printed(`
  - id: a
    title: a
    metrics: [{ id: desk-calls, title: Calls, baseline: 9, target: 2 }, { title: Wait }]
    outputs: [{ id: voip, title: Deploy VoIP }]
`);
    assert.match(tree, /─ a\n/);
    assert.match(tree, /metric {2}Calls {2}desk-calls {2}from 9/);
    assert.match(tree, /metric {2}Wait {2}/);
    assert.match(tree, /output {2}Deploy VoIP {2}voip {2}planned/);
  });

  it('says of a level which way it is to be kept', () => {
    const tree = printed(`
  - id: a
    title: A
    metrics:
      - { id: m, goal: at-least, target: 95% }
      - { id: n, goal: at-most, baseline: 5, target: 10, unit: sites }
      - { id: o, target: [40, 60] }
      - { id: p, baseline: 9, target: 2 }
`);
    assert.match(tree, /m {2}at least 95 % {2}/);
    assert.match(tree, /n {2}from 5, at most 10 sites {2}/);
    assert.match(tree, /o {2}between 40 and 60 {2}/);
    assert.match(tree, /p {2}from 9, to 2 {2}/);
  });
});

describe('findings as text', () => {
  it('say of hints what they are, or else where they are', () => {
    const hint = (code: string): Finding => ({
      code,
      severity: 'hint',
      message: 'M.',
      subject: { kind: 'commit', repository: '', commit: 'c1' },
      related: [],
      outcome: null,
    });
    const printed = (...codes: string[]) => findingsText(codes.map(hint), (_, text) => text);
    assert.match(
      printed('todo-without-why'),
      /1 hint not shown \(older work without a why; `outcomes work` lists it\)/,
    );
    assert.match(
      printed('todo-without-why', 'unknown-outcome'),
      /2 hints not shown \(`--format json` has them\)/,
    );
  });
});
