import { normalizeTitle } from './normalize';
import { judge } from './opinion';
import type { Reading } from './reading';
import { remember } from './remember';
import { readWords } from './words';

export type { Reading, Verdict } from './reading';

/**
 * Whether a title states an outcome (a change for somebody), an output (a thing to deliver) or leaves it
 * open, and what in it decided. Reads any text, never throws, and in doubt answers 'unclear'.
 */
export const readTitle: (title: string) => Reading = remember((title) =>
  judge(readWords(normalizeTitle(title))),
);

export { countedDeliverables } from './metrics';
export { numberMismatches, type NumberMismatch } from './mismatch';
export { statesResult } from './results';
export { vagueWord } from './vague';
