import { fileRules } from './file';
import { healthRules } from './health';
import type { Rule, TreeRule } from './rule';
import { smartRules } from './smart';
import { wordingRules } from './wording';
import { workRules } from './work';

/** What the outcome files show, some of it only beside the work. */
export const treeRules: readonly TreeRule[] = [...fileRules, ...wordingRules, ...smartRules, ...healthRules];

/** Every rule there is. The README's table, the policy's schema and the reporters read this one list. */
export const rules: readonly Rule[] = [...treeRules, ...workRules];

/** Those of `treeRules` that need to know what work there is, and say nothing where it is not known. */
export const workAwareRules = treeRules.filter(({ code }) => code === 'outcome-without-work');

/** Those of `treeRules` that need to know the history of the files, and say nothing where it is not known. */
export const historyRules = treeRules.filter(({ code }) => code === 'moved-goalpost');
