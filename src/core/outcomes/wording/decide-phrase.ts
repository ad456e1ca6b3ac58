import { ofBare } from './decide-bare';
import { delivery } from './deliverable';
import { assertedEffect } from './effects';
import * as closed from './lexicon/words';
import { countsWork, has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { namedLevel } from './levels';
import { contrasted } from './contrast';
import { measured, measuredSpan, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, output, unclear, type Reading } from './reading';
import { goods, namedState } from './states';
import * as is from './words';
import type { Word } from './words';

/** Reads a title that only names something. */
export function decidePhrase(words: readonly Word[], start: number): Reading {
  const first = words[start];
  if (first === undefined) return unclear('there is nothing to read');
  if (/^(?:equal|universal)$/.test(first.lower) && is.verbAs(words[start + 1], 'base'))
    return outcome(`${quote(words, start, start + 2)} names a state to reach`);
  const preferred = contrasted(words, start);
  if (preferred !== null) return preferred;
  const phrase = firstKnown(words, start);
  const effect = assertedEffect(words, start);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  const span = measuredSpan(words, start);
  if (span !== null && !has(phrase, 'delivery')) return outcome(`${span} states a measured change`);
  const named = namedLevel(words, start, phrase) ?? namedState(words, start, phrase);
  if (named !== null) return named;
  if (has(phrase, 'movement')) return ofMovement(words, phrase);
  const directed = direction(words, start);
  if (directed !== null) return ofDirected(words, phrase, directed);
  if (
    (closed.states.has(first.lower) || closed.soundStates.has(first.lower)) &&
    !(/^(?:equal|universal)$/.test(first.lower) && isDeliverable(phrase) && phrase.head > start + 1) &&
    phrase.head > start &&
    (!closed.soundStates.has(first.lower) || has(phrase, 'measure'))
  )
    return unwanted(words, start, phrase)
      ? delivery(words, phrase.end, `${quote(words, start, phrase.end)} names what is to go`)
      : countsWork(phrase) && !has(phrase, 'thing')
        ? unclear(`${quote(words, start, phrase.end)} is upkeep of the work itself`)
        : outcome(`${quote(words, start, phrase.end)} names a state to reach`);
  return phrase.number || phrase.percent || measured(words, start) !== null
    ? ofCounted(words, start, phrase)
    : ofBare(words, start, phrase);
}

/** "No paper forms", "No Gratzbase": a thing that is to be done without, rather than a trouble. */
function unwanted(words: readonly Word[], start: number, phrase: Phrase): boolean {
  if (words[start]!.lower !== 'no') return false;
  const name = phrase.head === start + 1 && phrase.classes.size === 0;
  if (name) return words.length === start + 2 && /^\p{Lu}/u.test(words[phrase.head]!.text);
  const plain = words
    .slice(start + 1, phrase.head)
    .every((w) => is.isNoun(w) && !is.isAdjective(w) && !is.verbAs(w, 'ed'));
  const thing = has(phrase, 'thing', 'mechanism') && !has(phrase, 'measure', 'person', 'trouble', 'activity');
  return plain && thing && !phrase.comparative;
}

/** The first of the phrases joined by "and" or "or" whose head is known, else the first. */
function firstKnown(words: readonly Word[], start: number): Phrase {
  const first = readPhrase(words, start);
  if (first.percent && first.head < 0) return first;
  if (words[first.end]?.lower === ',' && !first.number && first.head === start) {
    const listed = readList(words, first);
    const thing = listed.length > 2 ? listed.find(isDeliverable) : undefined;
    if (thing !== undefined && !listed.some((p) => has(p, 'measure', 'trouble', 'quality', 'movement')))
      return { ...thing, start };
  }
  for (let phrase = first; ;) {
    if (phrase.classes.size > 0 || !is.isConjunction(words[phrase.end]) || phrase.end + 1 >= words.length) {
      return phrase.classes.size > 0 ? { ...phrase, start } : first;
    }
    phrase = readPhrase(words, phrase.end + 1);
  }
}

/** All phrases of "A, B and C"; none when something else follows. */
function readList(words: readonly Word[], first: Phrase): Phrase[] {
  const listed = [first];
  for (let at = first.end; at < words.length && words[at]!.lower !== '('; at = listed.at(-1)!.end) {
    if (!is.isConjunction(words[at])) return [];
    while (is.isConjunction(words[at])) at++;
    if (at >= words.length) return [];
    listed.push(readPhrase(words, at));
  }
  return listed;
}

/** The word that says in which direction something moves: "fewer …", "improved …", "30 % more …". */
function direction(words: readonly Word[], start: number): Word | null {
  for (const word of words.slice(start, start + 4)) {
    const moved =
      is.isVerb(is.verbAs(word, 'ed'), 'change', 'polish') &&
      is.verbAs(word, 'ed')?.lemma !== 'save' &&
      !closed.adjectives.has(word.lower);
    if (is.isComparative(word) || moved) return word;
    if (word.kind !== 'number' && word.lower !== '%' && !is.isAdverb(word) && !is.isDeterminer(word))
      return null;
  }
  return null;
}

function ofDirected(words: readonly Word[], phrase: Phrase, directed: Word): Reading {
  const work = words[words.indexOf(directed) + 1];
  if (phrase.head < 0 && is.verbAs(work, 'ing'))
    return outcome(`${quote(words, words.indexOf(directed), words.indexOf(directed) + 2)} names a change`);
  if (phrase.head < 0) return unclear('it does not say of what');
  const what = quote(words, phrase.head, phrase.head + 1);
  const graded = /^(?:more|less)$/.test(directed.lower) && is.isAdjective(words[words.indexOf(directed) + 1]);
  if (graded && isDeliverable(phrase)) return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (countsWork(phrase) && directed.lower === 'more') return unclear(`${what} counts work`);
  const better = is.isVerb(is.verbAs(directed, 'ed'), 'polish') || closed.betterments.has(directed.lower);
  if (
    goods.has(words[phrase.head]!.noun?.lemma ?? '') &&
    closed.betterments.has(directed.lower) &&
    !adding.has(directed.lower)
  )
    return outcome(`'${directed.text}' names a change`);
  const added = adding.has(directed.lower) && isDeliverable(phrase) && !has(phrase, 'trouble', 'quality');
  const inner = better && has(phrase, 'mechanism') && !has(phrase, 'measure', 'person', 'quality', 'trouble');
  if (added || inner || (better && has(phrase, 'thing') && !has(phrase, 'measure', 'person')))
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  return outcome(`'${directed.text}' names a change`);
}

/** Of a thing, these only say that there is to be more of it. */
const adding = new Set(['more', 'additional', 'extra', 'richer']);

/** "Reduction of …", "a 20 % increase in …": what moves decides. */
function ofMovement(words: readonly Word[], phrase: Phrase): Reading {
  const name = quote(words, phrase.head, phrase.head + 1);
  const joined = /^(?:in|of|to|for)$/.test(words[phrase.end]?.lower ?? '');
  const mover = joined
    ? readPhrase(words, phrase.end + 1)
    : readPhrase(words.slice(0, phrase.head), phrase.start);
  if (phrase.percent || measured(words, phrase.start) !== null) return outcome(`${name} names a change`);
  if (phrase.plural && gentle.has(words[phrase.head]!.noun!.lemma) && words[phrase.end]?.lower !== 'in')
    return delivery(words, phrase.end, `${name} name work on a thing`);
  if (countsWork(mover)) return unclear(`${name} names a change, but of a count of work`);
  if (
    gentle.has(words[phrase.head]!.noun!.lemma) &&
    has(mover, 'thing', 'mechanism', 'delivery') &&
    !has(mover, 'measure')
  ) {
    return delivery(words, phrase.end, `${name} of a thing is work on it`);
  }
  return joined || has(mover, 'measure', 'trouble', 'person')
    ? outcome(`${name} names a change`)
    : unclear(`${name} alone names no change`);
}
const gentle = new Set(['improvement', 'acceleration', 'boost']);

function ofCounted(words: readonly Word[], start: number, phrase: Phrase): Reading {
  const level = measured(words, start);
  const what = phrase.head < 0 ? (level ?? 'it') : quote(words, phrase.head, phrase.head + 1);
  if (countsWork(phrase)) {
    if (has(phrase, 'measure') && level?.includes('%')) return outcome(`${level} states a level`);
    const tally = tallied.has(words[phrase.head]!.noun?.lemma ?? '') && rated(words, phrase.end);
    return has(phrase, 'thing') && !phrase.percent && level === null && !tally
      ? delivery(words, phrase.end, `${what} names things to deliver`)
      : unclear(`${what} counts work`);
  }
  if (isHired(words, start, phrase)) return output(`${what} names who is to be taken on`);
  const done = is.verbAs(words[start], 'ed');
  const into = /^(?:to|into|in|on|across|for|with)$/.test(words[start + 1]?.lower ?? '');
  if (is.isVerb(done, 'deliver') && !closed.usedBy.has(done!.lemma) && into)
    return delivery(words, start + 1, `'${words[start]!.text}' names a delivery`);
  if (phrase.percent && phrase.head < 0 && /^(?:overall|total|,)?$/.test(words[start + 1]?.lower ?? ''))
    return unclear('it does not say of what');
  const given =
    has(phrase, 'delivery') &&
    /^(?:of|to)$/.test(words[phrase.end]?.lower ?? '') &&
    level?.startsWith("'to ");
  const receiver = given ? readPhrase(words, phrase.end + 1) : null;
  if (receiver !== null && (isDeliverable(receiver) || has(receiver, 'person')))
    return delivery(words, phrase.end, `${what} names an activity`);
  const release = is.isVerb(is.verbAs(words[start], 'base'), 'deliver') && has(phrase, 'delivery');
  if (release && words[phrase.end]?.lower === 'to' && phrase.end === start + 1)
    return delivery(words, phrase.end, `${what} names a delivery`);
  const limit = phrase.number || phrase.article !== null ? null : serviceLevel(words, phrase.end);
  if (limit !== null) return outcome(`${limit} states a service level`);
  if (isDeliverable(phrase) && !(level !== null && !has(phrase, 'thing') && phrase.article === null))
    return delivery(words, phrase.end, `${what} names a thing to deliver`);
  if (level !== null) return outcome(`${level} states a level`);
  if (isTimeOf(words, phrase)) return delivery(words, phrase.end, `${what} of something are given`);
  const amount =
    phrase.number &&
    /^(?:of|in)$/.test(words[phrase.end]?.lower ?? '') &&
    has(readPhrase(words, phrase.end + 1), 'measure');
  const spent = phrase.classes.size === 0 || (phrase.classes.size === 1 && has(phrase, 'other', 'measure'));
  if (amount && spent) return outcome(`${quote(words, start, phrase.end + 2)} names a result`);
  if (has(phrase, 'measure', 'person')) return outcome(`${what} with a number names a result`);
  return /(?:ers|ors|ists|ians|ars)$/.test(words[phrase.head]?.lower ?? '')
    ? outcome(`${what} with a number names a result`)
    : unclear('it is not known what is counted');
}

/** "40 hours of tutoring per ward", but "40 hours of downtime". */
function isTimeOf(words: readonly Word[], phrase: Phrase): boolean {
  const unit = /^(?:hours?|days?|weeks?|months?|years?)$/.test(words[phrase.head]?.lower ?? '');
  if (!unit || words[phrase.end]?.lower !== 'of') return false;
  const inner = readPhrase(words, phrase.end + 1);
  return inner.article === 'a' || !has(inner, 'measure', 'trouble', 'quality');
}

/** So many of these in so much time say how much work is done. */
const tallied = new Set([
  'experiment',
  'point',
  'request',
  'commit',
  'review',
  'ticket',
  'issue',
  'pr',
  'mr',
  'release',
  'deployment',
  'task',
]);
const rated = (words: readonly Word[], at: number): boolean =>
  /^(?:per|a|each|every|\/)$/.test(words[at]?.lower ?? '') &&
  /^(?:sprint|iteration|week|month|quarter|day|engineer|developer)$/.test(words[at + 1]?.lower ?? '');

/** "Two new nurses", "3 full-time trainers": staff, but not "ten new customers". */
function isHired(words: readonly Word[], start: number, phrase: Phrase): boolean {
  const taken = words
    .slice(start, phrase.head)
    .some((w) => /^(?:new|additional|full-time|part-time|dedicated|extra)$/.test(w.lower));
  return (
    taken && staff.has(words[phrase.head]?.noun?.lemma ?? words[phrase.head]?.lower.replace(/s$/, '') ?? '')
  );
}

const staff = new Set(
  `engineer developer designer nurse teacher trainer counsellor counselor lecturer driver cook clerk librarian analyst
  technician caretaker hire recruit employee officer manager coach editor`.split(/\s+/),
);
