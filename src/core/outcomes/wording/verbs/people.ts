import { delivery } from '../deliverable';
import * as closed from '../lexicon/words';
import { has, isDeliverable, readPhrase } from '../phrase';
import { measured, measuredSpan, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, unclear, type Reading } from '../reading';
import * as is from '../words';
import { manyAt, wordSet, type Command } from './command';
import { bearsLevel } from './level';

/** "Help tenants report damage": an outcome when it is people who can do something. */
export function enable({ words, verb, name, rest, object, what }: Command): Reading {
  const after = is.isAdverb(words[object.end + 1]) ? object.end + 2 : object.end + 1;
  const doing = words[object.end]?.lower === 'to' ? is.verbAs(words[after], 'base') : undefined;
  if (doing && featureVerbs.has(doing.lemma) && measured(words, rest) === null) {
    return delivery(words, after, `${name} … ${quote(words, object.end, after + 2)} names a feature`);
  }
  if (verb.lemma === 'allow' && is.verbAs(words[rest], 'ing') && measured(words, rest) === null)
    return delivery(words, rest + 1, `${name} with ${quote(words, rest, rest + 1)} names a feature`);
  const featured = words.findIndex(
    (w, i) =>
      i > rest &&
      i < rest + 4 &&
      is.isNoun(words[i - 1], 'person') &&
      featureVerbs.has(is.verbAs(w, 'base')?.lemma ?? ''),
  );
  if (/^(?:let|allow)$/.test(verb.lemma) && featured > 0 && measured(words, rest) === null)
    return delivery(words, featured, `${name} … ${quote(words, featured, featured + 1)} names a feature`);
  const withWhat =
    words[object.end]?.lower === 'with' &&
    words.slice(object.end + 1).every((w) => !is.verbAs(w, 'base') || w.noun !== null);
  if (/^(?:assist|help)$/.test(verb.lemma) && withWhat && measured(words, rest) === null)
    return delivery(words, object.end, `${name} names an activity`);
  if (
    /^(?:encourage|inspire)$/.test(verb.lemma) &&
    object.head < 0 &&
    is.verbAs(words[rest], 'ing')?.classes.includes('act')
  )
    return outcome(`${name} says what people come to do`);
  const thing = isDeliverable(object);
  const next = doing ?? is.verbAs(words[object.head + 1], 'base');
  const ours = /^(?:team|squad|crew|us)$/.test(words[object.head]?.lower ?? words[rest]?.lower ?? '');
  if (ours && next && is.isVerb(next, 'deliver', 'clear') && measured(words, rest) === null)
    return delivery(words, object.end, `${name} names work of one's own`);
  const doer = words.findIndex(
    (w, i) =>
      i > rest && i < object.end && words[i - 1]!.noun?.plural && w.noun === null && is.verbAs(w, 'base'),
  );
  if (verb.lemma === 'help' && doer > 0 && !featureVerbs.has(is.verbAs(words[doer], 'base')!.lemma))
    return outcome(`${name} says what others can do`);
  const named = words.slice(rest, object.end).some((w) => is.isNoun(w, 'person') && !w.possessive);
  const somebody = named || closed.pronouns.has(words[rest]?.lower ?? '');
  const acting = words
    .slice(rest)
    .some((w, i, all) => is.isNoun(all[i - 1], 'person') && is.verbAs(w, 'base'));
  if (has(object, 'person') || (somebody && (!thing || acting)))
    return outcome(`${name} says what people can do`);
  if (doing && !thing) return outcome(`${name} says what becomes possible`);
  if (has(object, 'measure', 'quality')) return outcome(`${name} with ${what} names a state to reach`);
  return delivery(words, rest, `${name} with ${what} names a delivery`);
}

/** What software lets people do to its data is a feature of it. */
const featureVerbs =
  wordSet(`add edit delete export import upload configure customise customize select filter sort sync
  link tag embed reset assign archive duplicate rename download schedule bookmark annotate preview toggle disable
  revoke merge log enter`);

/** "Answer …": work of every day, and an outcome when it says how well. */
export function serve(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  const level = serviceLevel(words, rest, true);
  if (level !== null) return outcome(`${level} states a service level`);
  const bears = bearsLevel(command);
  if (bears !== null) return bears;
  if (verb.lemma === 'restore' && has(object, 'measure', 'quality') && !isDeliverable(object))
    return outcome(`${name} with ${what} names a change`);
  if (object.comparative || is.isComparative(words[rest]) || /^twice$/.test(words[rest]?.lower ?? ''))
    return outcome('a comparison names a change');
  if (manyAt(words, rest)) return outcome(`${name} with ${what} names a level to bear`);
  return verb.lemma === 'serve' && has(object, 'person') && object.number
    ? outcome(`${name} with ${what} names a result`)
    : delivery(words, rest, `${name} names an activity`);
}

/** What people do, said as a command. */
export function act(command: Command): Reading {
  const { words, verb, name, rest, object } = command;
  const bears = bearsLevel(command);
  if (bears !== null) return bears;
  const spared = words.findIndex((w, i) => i >= rest && w.lower === 'without');
  if (spared > 0 && (is.verbAs(words[spared + 1], 'ing') || has(readPhrase(words, spared + 1), 'trouble')))
    return outcome(`${quote(words, spared, words.length)} says what happens no more`);
  if (
    errands.has(verb.lemma) &&
    (object.article === 'a' || !object.comparative) &&
    measuredSpan(words, rest) === null
  )
    return delivery(words, rest, `${name} names an activity`);
  if (object.comparative || closed.negations.has(words[rest]?.lower ?? '')) {
    return outcome('a comparison names a change');
  }
  const span = measuredSpan(words, rest);
  if (span !== null) return outcome(`${span} states a measured change`);
  if (feelings.has(verb.lemma) && rest < words.length - 1)
    return outcome(`${name} says how it is for people`);
  if (verb.lemma === 'understand' && closed.questionWords.has(words[rest]?.lower ?? ''))
    return delivery(words, rest, `${name} names an activity`);
  const thing =
    has(object, 'thing', 'mechanism', 'delivery') ||
    verb.classes.includes('deliver') ||
    (tasks.has(verb.lemma) && has(object, 'person'));
  return thing ? delivery(words, rest, `${name} names an activity`) : unclear('no change is named');
}

/** Done with people, these are work. */
const tasks = wordSet('find visit call contact welcome celebrate ask tell thank see');

/** Asked of those who plan, these are work whatever they are done with. */
const errands = wordSet('find download spread mention register cite load rethink reimagine click speak');

const feelings = wordSet('feel know enjoy trust sleep');
