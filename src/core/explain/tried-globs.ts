import type { Outcome, OutcomeTree } from '../outcomes/model';
import { joined, shown } from '../outcomes/phrases';
import { everyOutcome } from '../outcomes/tree';
import { compileGlob, type Glob } from '../work/glob';
import { wholePath } from '../work/pattern-links';
import { line, type Line } from './model';
import { outcomePlace } from './policy-places';

/** A glob of an outcome, as written and as it is matched. */
export interface TriedGlob {
  readonly pattern: string;
  readonly outcome: Outcome;
  /** As it is matched. */
  readonly whole: string;
  readonly glob: Glob;
}

/** The globs that a TODO's file is tried against. */
export function pathGlobs(tree: OutcomeTree): TriedGlob[] {
  return tried(tree, 'paths', wholePath);
}

/** The globs that a branch's name is tried against. */
export function branchGlobs(tree: OutcomeTree): TriedGlob[] {
  return tried(tree, 'branches', (pattern) => pattern);
}

/** Of an outcome's globs that match, the one that counts. */
export function longestMatch(
  globs: readonly TriedGlob[],
  outcome: Outcome | undefined,
  name: string,
): TriedGlob | undefined {
  const segments = name.split('/');
  return globs
    .filter((one) => one.outcome === outcome && one.glob.matches(segments))
    .sort((a, b) => b.glob.length - a.glob.length)[0];
}

/** Globs named in one answer. */
const MOST_NAMED = 5;

/** Says that none matches, and which were tried: all of a few, else the one that comes nearest. */
export function noMatch(
  step: string,
  field: 'paths' | 'branches',
  does: string,
  name: string,
  globs: readonly TriedGlob[],
  tree: OutcomeTree,
): Line {
  if (globs.length === 0) return line(`${step}. No outcome has ${shown(field)}.`);
  const near = nearest(globs, name);
  const named = globs.length <= MOST_NAMED ? globs : near === null ? [] : [near.tried];
  const names = named.map(({ pattern, outcome }) => `${shown(pattern)} of ${shown(outcome.id)}`);
  const places = named.map(({ pattern, outcome }) => outcomePlace(tree, outcome, field, pattern));
  const none = `${step}. No glob in ${shown(field)} ${does}`;
  const tried =
    globs.length <= MOST_NAMED
      ? `${none}; tried ${joined(names, 'and')}.`
      : `${none}; ${globs.length} were tried.${near === null ? '' : ` The nearest is ${names.join('')}.`}`;
  return line(`${tried}${near?.differs === 'case' ? caseText(near.tried) : ''}`, ...places);
}

function caseText({ pattern }: TriedGlob): string {
  return ` ${shown(pattern)} would, but for the case of letters, which counts.`;
}

function tried(
  tree: OutcomeTree,
  field: 'paths' | 'branches',
  wholeOf: (pattern: string, outcome: Outcome) => string,
): TriedGlob[] {
  const linkable = [...everyOutcome(tree)].filter(({ id }) => id !== '');
  return linkable.flatMap((outcome) =>
    outcome[field]
      .filter((pattern) => pattern.trim() !== '')
      .map((pattern) => {
        const whole = wholeOf(pattern, outcome);
        return { pattern, outcome, whole, glob: compileGlob(whole) };
      }),
  );
}

interface Near {
  readonly tried: TriedGlob;
  readonly differs: 'case' | 'path';
}

/** One that matches but for the case of letters, else the one that shares the most leading segments; null for none. */
function nearest(globs: readonly TriedGlob[], name: string): Near | null {
  const lower = name.toLowerCase().split('/');
  const inOtherCase = globs.find(({ whole }) => compileGlob(whole.toLowerCase()).matches(lower));
  if (inOtherCase !== undefined) return { tried: inOtherCase, differs: 'case' };
  const segments = name.split('/');
  let best: { readonly tried: TriedGlob; readonly shared: number } | null = null;
  for (const tried of globs) {
    const prefix = tried.glob.prefix.split('/');
    let shared = 0;
    while (shared < prefix.length && prefix[shared] !== '' && prefix[shared] === segments[shared]) shared++;
    if (shared > (best?.shared ?? 0)) best = { tried, shared };
  }
  return best === null ? null : { tried: best.tried, differs: 'path' };
}
