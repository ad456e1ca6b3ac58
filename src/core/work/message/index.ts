/** Commit messages as git reads them, and edits of their `Outcome:` trailer. */
export { checkMessage, commitOf, type MessageContext, type MessageFinding } from './check';
export { addTrailer, outcomeTrailers, type TrailerOptions } from './edit';
export { inferTrailer, type InferredId } from './infer';
export { commentCharOf, type Cleanup } from './lines';
export { readMessage, type CommitMessage, type MessageOptions, type Trailer } from './read';
