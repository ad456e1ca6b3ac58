import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { inside } from '../lib/programs';
import { median } from '../lib/rounds';

interface Answer {
  readonly name: string;
  readonly times: readonly number[];
  readonly peer?: string;
  readonly peerTimes: readonly number[];
}

/** An answer within a frame at 60 Hz is felt as immediate; milliseconds. */
const FRAME = 16;

/** Answers to an editor, in time of the processor, as nothing else tells on a busy machine. */
export const language: Goal = {
  name: 'language',
  about: 'answers to the editor: completion, hover, definition, symbols',
  async measure({ rounds }) {
    const answers = await inside<readonly Answer[]>('language', [String(Math.max(rounds, 30))]);
    return answers.map(({ name, times, peer, peerTimes }): Line => {
      const own = median(times);
      const theirs = peer === undefined ? undefined : median(peerTimes);
      return {
        what: name,
        goal: `< ${FRAME} ms`,
        measured: ms(own),
        peer: theirs === undefined ? '' : `${peer!} ${ms(theirs)}`,
        ...(theirs !== undefined && { ratio: own / theirs }),
        met: own < FRAME,
      };
    });
  },
};
