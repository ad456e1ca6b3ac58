/**
 * The ids that package.json contributes and the code uses. Nothing else writes such an id as a string, and
 * test/unit/manifest.test.ts compares this file with package.json in both directions.
 */

export const Command = {
  refresh: 'outcomes.refresh',
  openFile: 'outcomes.openFile',
  createFile: 'outcomes.createFile',
  newOutcome: 'outcomes.newOutcome',
  newChildOutcome: 'outcomes.newChildOutcome',
  linkToOutcome: 'outcomes.linkToOutcome',
  checkIn: 'outcomes.checkIn',
  checkInDue: 'outcomes.checkInDue',
  migrate: 'outcomes.migrate',
  applyProposal: 'outcomes.applyProposal',
  showThisBranchOnly: 'outcomes.showThisBranchOnly',
  showAllWork: 'outcomes.showAllWork',
  reveal: 'outcomes.reveal',
  showOutcome: 'outcomes.showOutcome',
  openReview: 'outcomes.openReview',
  exportReview: 'outcomes.exportReview',
  open: 'outcomes.open',
  copyId: 'outcomes.copyId',
  showBranchWhy: 'outcomes.showBranchWhy',
  openBranchOutcome: 'outcomes.openBranchOutcome',
  linkBranch: 'outcomes.linkBranch',
  unlinkBranch: 'outcomes.unlinkBranch',
  startWork: 'outcomes.startWork',
  addTrailer: 'outcomes.addTrailer',
  explain: 'outcomes.explain',
  showLog: 'outcomes.showLog',
  help: 'outcomes.help',
} as const;
export type Command = (typeof Command)[keyof typeof Command];

export const Container = { outcomes: 'outcomes' } as const;

export const View = {
  outcomes: 'outcomes.tree',
  withoutWhy: 'outcomes.withoutWhy',
} as const;

/** Keys of `when` clauses. */
export const Context = {
  /** See WorkspaceState. */
  state: 'outcomes.state',
  /** True while both views are limited to the work of the checked-out branch. */
  thisBranchOnly: 'outcomes.thisBranchOnly',
  /** True while a proposal from existing TODOs is shown that could be applied. */
  hasProposal: 'outcomes.hasProposal',
} as const;

/** `reading` until every folder was read once; then `ready` when one has an outcomes.yml, else `empty`. */
export type WorkspaceState = 'reading' | 'empty' | 'ready';

/** What a row of a view can do, as words in its `viewItem`. */
export const RowTrait = {
  /** Has a place that can be opened. */
  openable: 'openable',
  /** Has an id, a name or a hash that can be copied. */
  copyable: 'copyable',
  /** Is, or holds, work or outputs that can be linked to an outcome. */
  linkable: 'linkable',
} as const;

export type ShownProblems = 'all' | 'warnings' | 'none';

/** Every setting with its type; the defaults are those of package.json. */
export interface Settings {
  /** Off: the folder is not read at all. */
  readonly 'outcomes.enable': boolean;
  /** Which findings appear in the editor and the Problems panel. */
  readonly 'outcomes.problems': ShownProblems;
  /** Above each outcome of outcomes.yml, how much work serves it and its last check-in. */
  readonly 'outcomes.lenses': boolean;
  /** How branches for new work are named; see the variables in src/editor/branches/names.ts. */
  readonly 'outcomes.branchNameTemplate': string;
}

export const defaultSettings: Settings = {
  'outcomes.enable': true,
  'outcomes.problems': 'all',
  'outcomes.lenses': true,
  'outcomes.branchNameTemplate': '${id}/${slug}',
};
