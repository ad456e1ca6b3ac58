import type { Goal } from './lib/goal';
import { changed } from './goals/changed';
import { scan } from './goals/scan';
import { edit } from './goals/edit';
import { lexer } from './goals/lexer';
import { warm } from './goals/warm';

/** All parts of the benchmark, in the order of the table. */
export const GOALS: readonly Goal[] = [scan, warm, changed, edit, lexer];
