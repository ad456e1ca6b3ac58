import { fileRules } from './file';
import type { Rule } from './rule';
import { smartRules } from './smart';
import { wordingRules } from './wording';
import { workRules } from './work';

/** Every rule there is. The README's table, the policy's schema and the reporters read this one list. */
export const rules: readonly Rule[] = [...fileRules, ...wordingRules, ...smartRules, ...workRules];

export const treeRules = [...fileRules, ...wordingRules, ...smartRules];
