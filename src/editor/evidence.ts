/** Why work counts as serving an outcome, in words, for features that are no view. */
export { evidenceText, shortEvidence } from './view/words';
