export type Verdict = 'outcome' | 'output' | 'unclear';

export interface Reading {
  readonly verdict: Verdict;
  /** A short phrase that says what in the title decided. */
  readonly reason: string;
}

export const outcome = (reason: string): Reading => ({ verdict: 'outcome', reason });
export const output = (reason: string): Reading => ({ verdict: 'output', reason });
export const unclear = (reason: string): Reading => ({ verdict: 'unclear', reason });
