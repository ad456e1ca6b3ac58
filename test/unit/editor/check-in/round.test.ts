import assert from 'node:assert/strict';
import { answered, begin, isDone, type Move, moved, type Round } from '../../../../src/editor/check-in/round';

const value = (text: string): Move => ({ kind: 'next', answer: { value: text } });
const on: Move = { kind: 'next', answer: { confidence: 'on-track' } };
const note = (text: string): Move => ({ kind: 'next', answer: { note: text } });
const skip: Move = { kind: 'skip' };
const back: Move = { kind: 'back' };
const play = (metrics: number, ...moves: readonly Move[]): Round => moves.reduce(moved, begin(metrics));
const written = (round: Round): string[] =>
  answered(round).map(({ index, answers }) => `${index} ${answers.value}`);

describe('a round of check-ins', () => {
  it('asks each metric for value, confidence and note', () => {
    assert.deepEqual(
      [play(1).step, play(1, value('1')).step, play(1, value('1'), on).step],
      ['value', 'confidence', 'note'],
    );
    const end = play(1, value('1'), on, note('n'));
    assert.ok(isDone(end));
    assert.deepEqual(answered(end), [
      { index: 0, answers: { value: '1', confidence: 'on-track', note: 'n', skipped: false } },
    ]);
  });

  it('leaves out what is skipped, also when it had a value', () => {
    assert.deepEqual(written(play(3, skip, value('2'), on, note(''), value('3'), skip)), ['1 2']);
    assert.ok(isDone(play(2, skip, skip)));
  });

  it('goes back over metrics, keeps what was typed, and takes up what was skipped', () => {
    const before = play(2, value('1'), on, note('n'), back);
    assert.deepEqual([before.index, before.step, before.answers[0]!.note], [0, 'note', 'n']);
    const skipped = play(2, skip, back);
    assert.deepEqual([skipped.index, skipped.step], [0, 'value']);
    assert.deepEqual(written(play(2, skip, back, value('7'), on, note(''), skip)), ['0 7']);
    assert.deepEqual(play(2, back), play(2));
  });

  it('knows what was answered when it is given up', () => {
    assert.deepEqual(written(play(3, value('1'), on, note(''))), ['0 1']);
    assert.deepEqual(written(play(3)), []);
  });
});
