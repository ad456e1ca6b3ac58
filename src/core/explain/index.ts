/** Answers to "why is this flagged, slow or missing?": facts in, explanation out. */
export { layOut, type LaidOut, type PlaceLink } from './layout';
export { explainMissing, ignoringGlob } from './missing';
export type { Explanation, Part as ExplanationPart, Place as ExplainedPlace } from './model';
export { explainReading, type ReadingCost, type ReadingState } from './reading';
export type { FileReason, Missing, MissingReason } from './reasons';
export { explainBranch, explainCommit, explainFindings, explainTodo, type Surroundings } from './work';
export { judgeWord, type Asked, type AskedWord, type WordVerdict } from './word';
