/** Comments in the bytes of a file, whatever language it is in. */
export { candidateFinder } from './candidates';
export { commentsAt, commentsByWalk } from './comments-at';
export { toUtf8 } from './decode';
export { languageOf } from './detect';
export { type EditedReading, readEdited } from './edited';
export { findTodos, findTodosInText, type FindOptions } from './find';
export { languages } from './languages';
export type { Language } from './engine/language';
export type { Comment, CommentLine } from './model';
