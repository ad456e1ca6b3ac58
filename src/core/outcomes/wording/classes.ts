import { compounds } from './lexicon/compounds';
import type { NounClass } from './lexicon/nouns';
import * as is from './words';
import type { Word } from './words';

/** What the head names; some pairs of nouns name something that their last one alone does not. */
export function classesOf(words: readonly Word[], at: number, head: number): ReadonlySet<NounClass> {
  const word = words[head];
  if (word === undefined) return none;
  const before = words[head - 1];
  if (before !== undefined && head > at) {
    const last = word.noun?.lemma ?? word.lower;
    const pair =
      compounds.get(`${before.lower} ${last}`) ??
      compounds.get(`${before.noun?.lemma ?? before.lower} ${last}`);
    if (pair) return pair;
    const aimed = /^(?:goal|target|threshold|maintenance)$/.test(last)
      ? classesOf(words, at, head - 1)
      : none;
    if (aimed.has('measure') || aimed.has('activity')) return aimed;
    if (upkeep.test(before.lower) && is.isNoun(word, 'trouble')) return worked;
    const program =
      agents.has(last) &&
      before.lower !== 'service' &&
      (is.isNoun(before, 'thing', 'mechanism') || /^\p{Lu}{2,}$/u.test(before.text));
    if (program && !is.isNoun(before, 'person')) return offered;
    const place = /^(?:point|area|zone|space|spot|corner)$/.test(last) && word.kind === 'word';
    if (place && (before.lower.endsWith('ing') || is.isNoun(before, 'delivery', 'person'))) return offered;
    if (word.lower === 'view' && is.isNoun(before, 'thing', 'mechanism')) return offered;
    const given = before.lower.endsWith('ing') || is.isNoun(before, 'quality', 'delivery', 'measure');
    if (given && /^(?:session|opportunity|hour)$/.test(last)) return offered;
    if (is.isNoun(before, 'delivery') && /^(?:day|week|evening|weekend)$/.test(last)) return offered;
  }
  return word.noun?.classes ?? none;
}

const none: ReadonlySet<NounClass> = new Set();
/** "mentoring sessions", "volunteering opportunities", "awareness sessions" */
const offered: ReadonlySet<NounClass> = new Set(['thing']);
/** Somebody, or behind the name of a thing a program: "HTTP client", "map viewer". */
const agents = new Set('client agent player viewer editor publisher writer consumer provider'.split(' '));

/** What tools find in the authors' own text: "lint violations", "compiler warnings". */
const upkeep =
  /lint(?:er)?$|^(?:type|types|typescript|compiler|tsc|mypy|clippy|typecheck|type-check|static-analysis)$/;
const worked: ReadonlySet<NounClass> = new Set(['activity']);
