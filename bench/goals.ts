import type { Goal } from './lib/goal';
import { changed } from './goals/changed';
import { commands } from './goals/commands';
import { edit } from './goals/edit';
import { host } from './goals/host';
import { language } from './goals/language';
import { lexer } from './goals/lexer';
import { lost } from './goals/lost';
import { memory } from './goals/memory';
import { page } from './goals/page';
import { plan } from './goals/plan';
import { scan } from './goals/scan';
import { size } from './goals/size';
import { warm } from './goals/warm';

/** All parts of the benchmark, in the order of the table. */
export const GOALS: readonly Goal[] = [
  scan,
  lost,
  warm,
  changed,
  edit,
  lexer,
  memory,
  plan,
  size,
  language,
  commands,
  page,
  host,
];
