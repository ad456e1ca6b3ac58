import type { Span } from '../text';
import { shown } from './phrases';
import type { Reader } from './reader';

/** Says why a glob can match nothing, or not what was meant; null when it is fine. Globs are relative, with `/`. */
export function globProblem(glob: string): string | null {
  const written = shown(glob);
  const better = betterGlob(glob);
  if (ABSOLUTE.test(glob)) {
    return `${written} is an absolute path; globs are relative to the folder of this file. Write ${shown(better ?? '')}.`;
  }
  if (BACKSLASHES.test(glob)) return `${written} has backslashes; write ${shown(better ?? '')}.`;
  if (glob.startsWith('!')) {
    return `${written} excludes, which a glob cannot do here. Name what is meant instead.`;
  }
  if (/^\.\//.test(glob)) {
    return `${written} starts with "./", which never matches. Write ${shown(better ?? '')}.`;
  }
  if (/(^|\/)\.\.(\/|$)/.test(glob)) {
    return `${written} leaves the folder of this file; globs reach only what is below it.`;
  }
  if (!balanced(glob)) return `${written} opens a bracket that it does not close.`;
  return null;
}

/** Reports a glob that cannot be used, and says whether it can. */
export function checkGlob(reader: Reader): (glob: string, span: Span) => boolean {
  return (glob, span) => {
    const problem = globProblem(glob);
    const better = betterGlob(glob);
    const works = better !== null && better !== '' && globProblem(better) === null;
    if (problem !== null)
      reader.report('invalid-field', span, problem, [], works ? [{ kind: 'value', value: better }] : []);
    return problem === null;
  };
}

const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/])/;
const BACKSLASHES = /\\[\p{L}\p{N}*_]/u;

/** What was most likely meant by a glob that is written in another system's way. */
function betterGlob(glob: string): string | null {
  if (ABSOLUTE.test(glob)) return glob.replace(/^([A-Za-z]:)?[\\/]+/, '');
  if (BACKSLASHES.test(glob)) return glob.replaceAll('\\', '/');
  return glob.startsWith('./') ? glob.slice(2) : null;
}

function balanced(glob: string): boolean {
  const plain = glob.replace(/\\./gs, '');
  const open = { '{': 0, '[': 0, '(': 0 };
  for (const character of plain) {
    if (character === '{' || character === '[' || character === '(') open[character]++;
    else if (character === '}') open['{']--;
    else if (character === ']') open['[']--;
    else if (character === ')') open['(']--;
  }
  return open['{'] === 0 && open['['] === 0 && open['('] === 0;
}
