/** What only a gesture needs, in a bundle of its own: it brings all of core's edits along. */
export { linkDropped } from './drop';
export { linkToOutcome, perform } from './gestures';
export { editFor } from './resolve';
