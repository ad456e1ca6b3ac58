import {
  checkTree,
  checkWork,
  type Day,
  type Finding,
  historyRules,
  type MovedGoalpost,
  type OutcomeTree,
  treeRules,
  workAwareRules,
} from '../core';

/** Makes the findings. A session is given one, so that who wants none need not load the rules either. */
export interface Judge {
  /** What the outcome files show by themselves. */
  readonly tree: (tree: OutcomeTree, today: Day) => Finding[];
  /** What they show only beside the work and the history. */
  readonly besideWork: (tree: OutcomeTree, today: Day, beside: Beside) => Finding[];
  readonly work: typeof checkWork;
}

export interface Beside {
  /** The ids of what work serves, in lower case; null where that is not known. */
  readonly served: ReadonlySet<string> | null;
  readonly goalposts: readonly MovedGoalpost[];
}

export const judge: Judge = {
  tree: (tree, today) => checkTree({ tree, today }, treeRules),
  besideWork: (tree, today, { served, goalposts }) => [
    ...(served === null ? [] : checkTree({ tree, today, goalposts, served }, workAwareRules)),
    ...checkTree({ tree, today, goalposts }, historyRules),
  ],
  work: checkWork,
};
