/** Measuring again: what is due, what a person typed for it, and how it comes into the file. */
export type { Confidence } from '../outcomes/model';
export { isDue, type Measurable, measurables } from './due';
export { findMetric, type FoundMetric } from './find';
export {
  CONFIDENCES,
  type NotTaken,
  readCheckIn,
  readCheckInDay,
  readConfidence,
  type TakenValue,
} from './read';
export { addCheckIns, type Measured, sameMetric } from './write';
