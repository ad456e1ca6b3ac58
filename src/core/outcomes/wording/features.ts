import { assertedEffect, purposeTail } from './effects';
import { behindName, findHead, type Head } from './head';
import * as closed from './lexicon/words';
import { countsWork, isDeliverable, readPhrase, type Phrase } from './phrase';
import { isAmount, measured, measuredSpan, serviceLevel } from './quantity';
import { stem } from './stem';
import * as is from './words';
import type { Word } from './words';

/** Something seen in a title, and the words that show it. */
export interface Feature {
  /** Its kind and then what was seen: "verb deliver", "object measure", "word dashboard". Its weight is kept under it. */
  readonly name: string;
  /** Where the words that show it start and end; the same when it is about the whole title. */
  readonly from: number;
  readonly to: number;
}

type See = (name: string, from?: number, to?: number) => void;

/** What a title shows of itself, each name once. */
export function titleFeatures(words: readonly Word[]): Feature[] {
  const found = new Map<string, Feature>();
  const see: See = (name, from = 0, to = from) => {
    if (!found.has(name)) found.set(name, { name, from, to });
  };
  const head = findHead(words, Math.max(0, behindName(words)));
  see(`built ${head.kind}`);
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
  if (purposeTail(words, start) !== null) see('whole purpose');
  if (assertedEffect(words, start) !== null) see('whole effect');
  seeNumbers(words, start, see);
  seeWords(words, see);
  seeShape(words, see);
  return [...found.values()];
}

function seeVerb({ at, rest, verb, own }: Head & { kind: 'verb' }, see: See): void {
  if (verb === null) {
    see('verb unknown', at, rest);
    return;
  }
  see(`verb ${verb.classes[0]}`, at, rest);
  for (const also of verb.classes.slice(1)) see(`verb-also ${also}`, at, rest);
  if (verb.form !== 'base') see(`verb -${verb.form}`, at, rest);
  if (own) see('verb ours', at, rest);
  see(`command ${verb.lemma}`, at, rest);
}

function seeClause(words: readonly Word[], { predicate }: Head & { kind: 'clause' }, see: See): void {
  const { at, rest, verb, kind } = predicate;
  see(`said ${kind}`, at, rest);
  const done = kind === 'participle' || (kind === 'be' && verb?.form === 'ed');
  if (verb) see(`${done ? 'done' : 'does'} ${verb.classes[0]}`, at, rest);
  for (const also of verb?.classes.slice(1) ?? []) see(`${done ? 'done' : 'does'}-also ${also}`, at, rest);
  const state = kind === 'be' && !verb ? words[rest]?.lower : undefined;
  if (state !== undefined && closed.qualities.has(state)) see('said quality', rest, rest + 1);
  if (state !== undefined && closed.doneStates.has(state)) see('said delivered', rest, rest + 1);
  if (words.slice(at, rest).some((w) => closed.negations.has(w.lower))) see('said not', at, rest);
  const said = readPhrase(words, rest);
  for (const sort of said.classes) see(`said ${sort}`, said.head, said.head + 1);
}

function seePhrase(words: readonly Word[], phrase: Phrase, role: string, see: See): void {
  const at = phrase.head;
  const end = at + 1;
  if (at < 0) {
    see(`${role} none`);
    return;
  }
  for (const sort of phrase.classes) see(`${role} ${sort}`, at, end);
  if (isDeliverable(phrase)) see(`${role} deliverable`, at, end);
  if (countsWork(phrase)) see(`${role} work`, at, end);
  if (phrase.classes.size === 0) see(`${role} -${ending(words[at]!.lower)}`, at, end);
  if (phrase.article) see(`${role} ${phrase.article}`, phrase.start, end);
  for (const trait of traits) if (phrase[trait]) see(`${role} ${trait}`, phrase.start, end);
  for (let i = phrase.start; i < at; i++) {
    for (const sort of words[i]!.noun?.classes ?? []) see(`${role}-of ${sort}`, i, i + 1);
    if (closed.qualities.has(words[i]!.lower)) see(`${role}-of praise`, i, i + 1);
  }
}

const traits = ['plural', 'counted', 'number', 'percent', 'comparative'] as const;

function seeNumbers(words: readonly Word[], start: number, see: See): void {
  if (measuredSpan(words) !== null) see('whole span');
  if (measured(words, start) !== null) see('whole measured');
  if (serviceLevel(words, start) !== null) see('whole service');
  words.forEach((word, i) => {
    if (is.isPercent(words, i)) see('some percent', i, i + 1);
    else if (/\p{Sc}/u.test(word.text)) see('some money', i, i + 1);
    if (isAmount(words, i)) see(i === 0 ? 'first amount' : 'some amount', i, i + 1);
    if (closed.thresholds.has(word.lower) && is.isNumber(words[i + 1])) see('some threshold', i, i + 2);
  });
}

function seeWords(words: readonly Word[], see: See): void {
  words.forEach((word, i) => {
    const { lower, noun } = word;
    if (word.kind !== 'word' || is.isFunctionWord(lower)) return;
    if (is.isComparative(word)) see('some comparison', i, i + 1);
    for (const sort of noun?.classes ?? []) if (sort !== 'other') see(`some ${sort}`, i, i + 1);
    if (closed.vagueWords.has(lower)) see('some vague', i, i + 1);
    if (!is.isKnown(word)) see(`some -${ending(lower)}`, i, i + 1);
    see(`word ${stemOf(word)}`, i, i + 1);
  });
  const first = words.find((w) => w.kind === 'word');
  if (first) see(`first ${is.isFunctionWord(first.lower) ? first.lower : stemOf(first)}`);
}

function seeShape(words: readonly Word[], see: See): void {
  const real = words.filter((w) => w.kind === 'word');
  const count = real.length;
  see(`whole ${count < 3 ? 'tiny' : count < 6 ? 'short' : count < 11 ? 'middling' : 'long'}`);
  const content = real.filter((w) => !is.isFunctionWord(w.lower));
  const capitals = content.filter((w) => /^\p{Lu}/u.test(w.text)).length;
  if (content.length > 2 && capitals === content.length) see('whole capitals');
  words.forEach((word, i) => {
    if (word.kind !== 'word') return;
    if (/\p{Ll}\p{Lu}|[._]\p{L}|\p{L}\d/u.test(word.text)) see('some code', i, i + 1);
    if (i > 0 && /^\p{Lu}\p{Ll}/u.test(word.text) && capitals < content.length / 2)
      see('some name', i, i + 1);
    if (/^\p{Lu}{2,6}s?$/u.test(word.text) && capitals < content.length) see('some letters', i, i + 1);
  });
}

function ending(lower: string): string {
  const found = /(?:[tsx]ion|ment|ing|er|or|ity|ness|ance|ence|ship|ware|s)$/.exec(lower)?.[0] ?? 'none';
  return found.replace(/^[tsx](?=ion)/, '');
}

const stemOf = (word: Word): string => stem(word.noun?.lemma ?? word.verbs[0]?.lemma ?? word.lower);
