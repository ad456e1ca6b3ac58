import assert from 'node:assert/strict';
import { type Facts, matches, narrows, NO_CRITERIA, orderOf } from '../../../src/webview/criteria';

const TODAY = '2026-11-22';
const facts = (some: Partial<Facts>): Facts => ({
  index: 0,
  parent: -1,
  root: '0',
  owner: '@ana',
  status: 'on-track',
  due: '2026-12-31',
  late: false,
  gap: '0.1',
  checkin: '2026-11-01',
  measured: '1.000',
  said: '0',
  work: '3',
  title: 'Fewer calls',
  text: 'fewer-calls fewer calls support desk',
  ...some,
});
const found = (wanted: Partial<typeof NO_CRITERIA>, some: Partial<Facts> = {}) =>
  matches(facts(some), { ...NO_CRITERIA, ...wanted }, TODAY);

describe('filters of the review page', () => {
  it('take everything without a wish', () => {
    assert.ok(found({}));
    assert.ok(!narrows({ ...NO_CRITERIA, sort: 'due', text: '  ' }));
    assert.ok(narrows({ ...NO_CRITERIA, owner: '=' }));
  });

  it('find all words in any order and case', () => {
    assert.ok(found({ text: 'Desk FEWER ' }));
    assert.ok(!found({ text: 'desk chatbot' }));
  });

  it('tell no owner from any owner', () => {
    assert.ok(found({ owner: '=' }, { owner: '' }));
    assert.ok(!found({ owner: '=' }));
    assert.ok(found({ owner: '=@ana' }));
  });

  it('take those behind together', () => {
    for (const status of ['missed', 'off-track', 'at-risk'])
      assert.ok(found({ status: 'behind' }, { status }));
    for (const status of ['on-track', 'achieved', 'not-measured', 'draft'])
      assert.ok(!found({ status: 'behind' }, { status }));
  });

  it('count the days to a due date', () => {
    assert.ok(found({ due: '90' }));
    assert.ok(!found({ due: '30' }));
    assert.ok(found({ due: '30' }, { due: TODAY }));
    assert.ok(!found({ due: '30' }, { due: '2026-11-21', late: true }));
    assert.ok(found({ due: 'late' }, { due: '2026-11-21', late: true }));
    assert.ok(found({ due: 'none' }, { due: '' }));
    assert.ok(!found({ due: '365' }, { due: '' }));
  });
});

describe('orders of the review page', () => {
  const sorted = (key: string, ...all: Partial<Facts>[]) =>
    all
      .map((some, index) => facts({ ...some, index }))
      .sort(orderOf(key))
      .map(({ index }) => index);

  it('put the worst first, and what is not known last', () => {
    assert.deepEqual(sorted('gap', { gap: '' }, { gap: '-0.2' }, { gap: '0.5' }), [2, 1, 0]);
    assert.deepEqual(
      sorted('status', { status: 'draft' }, { status: 'at-risk' }, { status: 'missed' }),
      [2, 1, 0],
    );
    assert.deepEqual(sorted('due', { due: '' }, { due: '2027-01-01' }, { due: '2026-01-01' }), [2, 1, 0]);
    assert.deepEqual(sorted('said', { said: '' }, { said: '-1' }, { said: '2' }), [2, 1, 0]);
    assert.deepEqual(sorted('checkin', { checkin: '2026-01-01' }, { checkin: '' }), [1, 0]);
  });

  it('leave equals as in the tree, and the tree as it is', () => {
    assert.deepEqual(sorted('work', { work: '1' }, { work: '1' }, { work: '9' }), [2, 0, 1]);
    assert.deepEqual(sorted('', { title: 'b' }, { title: 'a' }), [0, 1]);
  });
});
