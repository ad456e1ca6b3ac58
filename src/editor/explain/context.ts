import type { BranchOnly } from '../branch-only';
import type { Config } from '../config';
import type { Folders } from '../folders';

/** What answers are made from. */
export interface Asking {
  readonly folders: Folders;
  readonly config: Config;
  readonly branchOnly: BranchOnly;
  /** Of the extension. */
  readonly version: string;
}
