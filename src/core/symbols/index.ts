/** Ids as symbols of a language: where they are written, where one may be typed, which is likely meant. */
export { idsInCode, slotInCode, typedIn, type CodeOptions } from './code';
export { idAt, idsInFile } from './file';
export { slotInFile } from './file-slot';
export { idsInMessage, slotInMessage } from './message';
export type { IdPlace, IdSlot } from './model';
export { idsInProse, slotInProse } from './prose';
export { isClosed, rankEntries, type Rank, type RankedEntry, type RankHints } from './ranking';
