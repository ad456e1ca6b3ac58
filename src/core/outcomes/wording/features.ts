import { assertedEffect, purposeTail } from './effects';
import { findHead, type Head } from './head';
import * as closed from './lexicon/words';
import { countsWork, isDeliverable, readPhrase, type Phrase } from './phrase';
import { isAmount, measured, measuredSpan, serviceLevel } from './quantity';
import * as is from './words';
import type { Word } from './words';

/** Something seen in a title, and the words that show it. */
export interface Feature {
  /** "verb deliver", "object measure", "word ~dashboard": what its weights are kept under. */
  readonly name: string;
  /** Where the words that show it start and end; the same when it is about the whole title. */
  readonly from: number;
  readonly to: number;
}

/** What a title shows of itself, each name once. */
export function titleFeatures(words: readonly Word[]): Feature[] {
  const found = new Map<string, Feature>();
  const see = (name: string, from = 0, to = from): void => {
    if (!found.has(name)) found.set(name, { name, from, to });
  };
  const head = findHead(words);
  see(`built as ${head.kind}`);
  const start = head.kind === 'verb' ? head.rest : head.start;
  if (head.kind === 'verb') seeVerb(head, see);
  if (head.kind === 'clause') seeClause(words, head, see);
  const role = { verb: 'object', clause: 'subject', phrase: 'head' }[head.kind];
  seePhrase(
    words,
    readPhrase(head.kind === 'clause' ? words.slice(0, head.predicate.at) : words, start),
    role,
    see,
  );
  seeNumbers(words, start, see);
  seePairs(found, see);
  if (assertedEffect(words, start) !== null) see('effect');
  if (purposeTail(words, start) !== null) see('purpose');
  seeWords(words, see);
  const count = words.filter((w) => w.kind === 'word').length;
  see(count < 3 ? 'very short' : count < 6 ? 'short' : count < 11 ? 'middling' : 'long');
  return [...found.values()];
}

type See = (name: string, from?: number, to?: number) => void;

function seeVerb({ at, rest, verb, own }: Head & { kind: 'verb' }, see: See): void {
  if (verb === null) {
    see('verb unknown', at, rest);
    return;
  }
  see(`verb ${verb.classes[0]}`, at, rest);
  for (const also of verb.classes.slice(1)) see(`verb also ${also}`, at, rest);
  if (verb.form !== 'base') see(`verb in -${verb.form}`, at, rest);
  if (own) see('said of us', at, rest);
  see(`verb ~${verb.lemma}`, at, rest);
}

function seeClause(words: readonly Word[], { predicate }: Head & { kind: 'clause' }, see: See): void {
  const { at, rest, verb } = predicate;
  see(`predicate ${predicate.kind}`, at, rest);
  if (verb)
    see(`predicate ${predicate.kind === 'participle' ? 'done' : 'does'} ${verb.classes[0]}`, at, rest);
  if (words.slice(at, rest).some((w) => closed.negations.has(w.lower))) see('negated', at, rest);
}

function seePhrase(words: readonly Word[], phrase: Phrase, role: string, see: See): void {
  const at = phrase.head;
  const end = at + 1;
  if (at < 0) {
    see(`no ${role}`);
    return;
  }
  for (const kind of phrase.classes) see(`${role} ${kind}`, at, end);
  if (isDeliverable(phrase)) see(`${role} only a thing`, at, end);
  if (countsWork(phrase)) see(`${role} counts work`, at, end);
  const lower = words[at]!.lower;
  if (phrase.classes.size === 0) {
    const ending = /(?:[tsx]ion|ment|ing|er|or|ity|ness|ance|ence|ship|ware|s)$/.exec(lower)?.[0] ?? 'none';
    see(`${role} unknown -${ending.replace(/^[tsx](?=ion)/, '')}`, at, end);
  }
  see(`${role} ~${words[at]!.noun?.lemma ?? lower.replace(/s$/, '')}`, at, end);
  if (phrase.article) see(`${role} with ${phrase.article}`, phrase.start, end);
  if (phrase.plural) see(`${role} plural`, at, end);
  if (phrase.counted) see(`${role} counted`, phrase.start, end);
  if (phrase.number) see(`${role} with number`, phrase.start, end);
  if (phrase.percent) see(`${role} with percent`, phrase.start, end);
  if (phrase.comparative) see(`${role} compared`, phrase.start, end);
}

function seeNumbers(words: readonly Word[], start: number, see: See): void {
  if (measuredSpan(words) !== null) see('from … to …');
  if (measured(words, start) !== null) see('measured');
  if (serviceLevel(words, start) !== null) see('service level');
  words.forEach((word, i) => {
    if (is.isPercent(words, i)) see('a percentage', i, i + 1);
    else if (/\p{Sc}/u.test(word.text)) see('money', i, i + 1);
    if (isAmount(words, i)) see('an amount', i, i + 1);
  });
}

function seeWords(words: readonly Word[], see: See): void {
  words.forEach((word, i) => {
    const { lower, noun } = word;
    if (word.kind !== 'word' || is.isFunctionWord(lower)) {
      if (closed.thresholds.has(lower) && is.isNumber(words[i + 1])) see('a threshold', i, i + 2);
      return;
    }
    if (is.isComparative(word)) see('a comparison', i, i + 1);
    for (const kind of noun?.classes ?? []) if (kind !== 'other') see(`some ${kind}`, i, i + 1);
    if (closed.vagueWords.has(lower)) see('vague', i, i + 1);
    const lemma = noun?.lemma ?? word.verbs[0]?.lemma ?? lower.replace(/s$/, '');
    see(`word ~${lemma}`, i, i + 1);
  });
}

/** What the verb does to what kind of object says more than either alone. */
function seePairs(found: ReadonlyMap<string, Feature>, see: See): void {
  const names = [...found.keys()];
  const of = (...starts: string[]): string[] =>
    names.filter((n) => starts.some((s) => n.startsWith(s)) && !/~|also|in -/.test(n));
  for (const verb of of('verb ', 'predicate ')) {
    for (const object of [
      ...of('object ', 'subject '),
      ...names.filter((n) => n === 'measured' || n === 'no object'),
    ]) {
      see(`${verb} + ${object}`, found.get(verb)!.from, found.get(verb)!.to);
    }
  }
}
