/** The only door to core: what the other rooms may use of it. Tests go in by the windows. */
export { applyEdits, areApart, movedBy, type EditResult, type TextEdit } from './edits';
export { applyInTurn } from './edits-in-turn';
export { HumanError } from './errors';
export { LineIndex, thousandsApart, type Position, type Range, type Span } from './text';

export { addDays, dayOfSeconds, isDay, secondsAtStart } from './outcomes/day';
export type {
  Day,
  Entry,
  Metric,
  Outcome,
  OutcomesFile,
  OutcomeTree,
  Output,
  Policy,
  Written,
} from './outcomes/model';
export * from './outcomes/edit';
export { idProblem } from './outcomes/id';
export { nearestName } from './outcomes/nearest';
export { parseOutcomes } from './outcomes/parse';
export {
  describeProgress,
  measureMetric,
  measureTree,
  type MetricProgress,
  type OutcomeProgress,
  type ShownStatus,
} from './outcomes/progress';
export { spoken as spokenQuantity } from './outcomes/quantity';
export { jsonSchema } from './outcomes/schema';
export { starter } from './outcomes/starter';
export * from './outcomes/surface';
export { ancestorsOf, mergeFiles, mergeFilesInSteps, policyFor, scopesOf } from './outcomes/tree';

export {
  candidateFinder,
  findTodos,
  findTodosInText,
  commentsAt,
  languageOf,
  readEdited,
  toUtf8,
  type EditedReading,
  type FindOptions,
} from './work/comments/index';
export { compileGlobs } from './work/glob';
export {
  createTodoEdits,
  renameInSource,
  type ManyEdits,
  type Renamed,
  type TodoChange,
  type TodoEdits,
  type TodoSource,
} from './work/edit';
export { createLinker, type Linker } from './work/linker';
export {
  addTrailer,
  checkMessage,
  commentCharOf,
  commitOf,
  inferTrailer,
  outcomeTrailers,
  readMessage,
  type Cleanup,
  type CommitMessage,
  type InferredId,
  type MessageContext,
  type MessageFinding,
  type MessageOptions,
  type Trailer,
  type TrailerOptions,
} from './work/message';
export { countWork, type WorkCounts } from './work/counts';
export type {
  Branch,
  Commit,
  Evidence,
  GitBranch,
  GitCommit,
  GitFacts,
  LineRun,
  Link,
  Named,
  ScannedFile,
  ScannedTodo,
  Skipped,
  Todo,
  Work,
} from './work/model';
export { insideOf, isAround } from './work/repository';
export { compileTags, type TagMatcher } from './work/tags';
export { readTodos } from './work/todo';
export { todoAt } from './work/todo-at';

export * from './symbols';

export * from './migration';

export * from './fixes';

export * from './check-in';

export * from './explain';

export type { Finding, Severity, Subject } from './rules/finding';
export { checkTree, checkWork, sortFindings } from './rules/run';
export { asksForHistory } from './rules/moved-goalpost';
export { historyRules, treeRules, workAwareRules } from './rules/table';

export { findingsGithub } from './report/github';
export { findingsJson, treeJson, workJson } from './report/json';
export { findingsJunit } from './report/junit';
export type { MachineOptions } from './report/machine';
export { reviewHtml, reviewParts, type FileFrame, type PageOptions, type PagePart } from './report/html';
export { reviewMarkdown } from './report/markdown';
export * from './report/review';
export { findingsSarif } from './report/sarif';
export { findingsText, treeText, workText, type Paint, type Style } from './report/text';

export { changesBetween, type TreeChange } from './history/changes';
export {
  firstCommitDays,
  goalpostMoves,
  type GoalpostMove,
  type GoalpostStep,
  movedGoalposts,
  type MovedGoalpost,
  workBegan,
} from './history/goalposts';
export { differingParts } from './history/parts';
