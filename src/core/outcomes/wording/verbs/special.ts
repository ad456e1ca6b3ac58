import { decideHaving, delivery } from '../deliverable';
import { assertedEffect } from '../effects';
import * as closed from '../lexicon/words';
import { has, isDeliverable, isNounLike, readPhrase } from '../phrase';
import { measured, measuredSpan } from '../quantity';
import { quote } from '../quote';
import { outcome, output, unclear, type Reading } from '../reading';
import * as is from '../words';
import { objectNoun, wordSet, type Command } from './command';
import { keep, levels } from './change';
import { deliver } from './delivery';
import { act } from './people';
import { reach } from './reach';

/** Verbs that mean little, or several things, by themselves. */
export const specialVerbs: ReadonlyMap<string, (command: Command) => Reading> = new Map([
  ['make', make],
  ['have', have],
  ['be', being],
  ['become', being],
  ['return', comeBack],
  ['come', onlyBySpan],
  ['go', onlyBySpan],
  ['meet', meet],
  ['see', see],
  ['hold', hold],
  ['break', breakEven],
  ['rank', ({ name }: Command) => outcome(`${name} names a result`)],
  ['spend', spend],
  ['contribute', contribute],
  ['engage', engage],
]);

/** "Make the checkout faster", "Make the code public", "Make a plan". */
function make(command: Command): Reading {
  const { words, name, rest, object, what } = command;
  const effect = assertedEffect(words, rest);
  if (effect !== null) return outcome(`${effect} asserts an effect`);
  if (
    /^it possible (?:for|to)$/.test(
      words
        .slice(rest, rest + 3)
        .map((w) => w.lower)
        .join(' '),
    )
  )
    return delivery(words, rest + 3, `${quote(words, rest - 1, rest + 2)} names a feature`);
  if (/^(?:explicit|clear|public|visible|transparent)$/.test(words[rest]?.lower ?? '') && words[rest + 1])
    return delivery(words, rest + 1, `${name} ${quote(words, rest, rest + 1)} names a delivery`);
  if (/^(?:profit|money|revenue|living)$/.test(objectNoun(command)))
    return outcome(`${name} with ${what} names a result`);
  const role = roleOf(words, rest);
  if (role !== null) return role;
  const after = words.slice(rest);
  const not = after.findIndex((w) => w.lower === 'not');
  if (not > 0 && is.verbAs(after[not + 1], 'base'))
    return outcome(`${quote(words, rest + not, rest + not + 2)} says what happens no more`);
  const papers =
    has(object, 'thing', 'mechanism') && isDeliverable(object) && writings.has(objectNoun(command));
  const tidy = after.find((w, i) => i > object.head - rest && tidied.has(w.lower));
  if (
    (papers && tidy) ||
    (isDeliverable(object) && /^(?:good|great|nice|pretty|awesome)$/.test(tidy?.lower ?? ''))
  )
    return delivery(words, rest, `${name} with ${what} is work on a thing`);
  const grade = after.findIndex((w, i) => is.isComparative(w) || isGrade(after, i, object.head - rest));
  const done = after.findIndex((w) => closed.doneStates.has(w.lower) && !closed.qualities.has(w.lower));
  if (done > 0 && (grade < 0 || done < grade)) {
    return output(`'${after[done]!.text}' says that something was delivered`);
  }
  if (grade >= 0) return outcome(`'${after[grade]!.text}' names a change`);
  if (closed.articles.has(words[object.end]?.lower ?? '') || words[object.end]?.lower === 'the') {
    const role = readPhrase(words, object.end);
    if (isDeliverable(role)) return delivery(words, role.end, `${name} names a delivery`);
  }
  const last = words.at(-1)!;
  if (is.verbAs(words[rest], 'ing') && last.noun === null && is.isAdjective(last))
    return outcome(`'${last.text}' names a change`);
  const state = stateAfter(words, object.head);
  if (state && object.article !== 'a') return outcome(`'${state.text}' names a change`);
  return has(object, 'thing', 'delivery', 'mechanism') ||
    (object.article === 'a' && object.head === object.end - 1 && !has(object, 'measure', 'person')) ||
    /^(?:improvement|adjustment|change)$/.test(objectNoun(command))
    ? delivery(words, rest, `${name} names a delivery`)
    : unclear('no change is named');
}

/** "Make late parcels the exception", "Make trams the fastest way to work": what it is to be for people. */
function roleOf(words: readonly is.Word[], rest: number): Reading | null {
  const at = words.findIndex((w, i) => i > rest && /^(?:the|a|an)$/.test(w.lower) && endsName(words[i - 1]!));
  if (at < 0) return null;
  const role = readPhrase(words, at);
  const noun = words[role.head]?.noun?.lemma ?? words[role.head]?.lower ?? '';
  const first = words
    .slice(at, role.end)
    .some((w) => closed.superlatives.has(w.lower) && !/^(?:default|first)$/.test(w.lower));
  return first || roles.has(noun) || has(role, 'quality')
    ? outcome(`${quote(words, at, role.end)} names a state to reach`)
    : null;
}

const endsName = (word: is.Word): boolean =>
  isNounLike(word) || is.verbAs(word, 'ing') !== undefined || word.lower === 'it';

/** What something can become for those who use it. */
const roles = wordSet(
  'choice exception norm habit rule standard home place destination leader reference hub pleasure joy breeze ecosystem',
);

/** What is written for readers, and how one leaves it after a day of work. */
const writings = wordSet(
  'content doc documentation documents readme guide handbook code page view text copy wording message policy process roadmap goal criteria website',
);
const tidied = wordSet(
  'clear clearer complete consistent explicit good great nice pretty awesome tidy concise correct',
);

function isGrade(words: readonly is.Word[], i: number, head: number): boolean {
  return closed.qualities.has(words[i]!.lower) && i !== head && !is.isNoun(words[i + 1], 'thing');
}

/** The word that says how the object is to be: "boring" in "Make deployments boring". */
function stateAfter(words: readonly is.Word[], head: number): is.Word | undefined {
  const last = words[head];
  if (last?.noun === null && is.isNoun(words[head - 1])) return last;
  const next = words[head + 1];
  if (next === undefined) return undefined;
  const state = /^(?:feel|look|work|seem|behave)$|ing$/.test(next.lower) || is.isAdjective(next);
  return state ? next : undefined;
}

function have({ words, rest, object }: Command): Reading {
  if (object.comparative) return outcome('a comparison names a change');
  const acting = words[object.end]?.lower === 'to' ? is.verbAs(words[object.end + 1], 'base') : undefined;
  if (object.number && acting?.classes.includes('act')) return outcome('it says what people do');
  const doing = words.slice(object.head + 1, object.head + 3).some((w) => is.verbAs(w, 'ing'));
  if (
    object.article === 'a' &&
    /^(?:vision|strategy|mission|plan|approach)$/.test(words[object.head]?.lower ?? '')
  )
    return delivery(words, rest, `having ${quote(words, object.head, object.head + 1)} is having it written`);
  const acts = words.some(
    (w, i) =>
      i > rest + 1 &&
      i < object.end &&
      w.noun === null &&
      is.verbAs(w, 'base') &&
      is.startsObject(words[i + 1]),
  );
  if (object.article === 'the' && acts) return outcome('it says what others do');
  return has(object, 'person') && doing
    ? outcome('it says what people do')
    : decideHaving(words, rest, false);
}

function being(command: Command): Reading {
  const { words, verb, name, rest } = command;
  const level = measured(words, rest);
  if (level !== null) return outcome(`${level} states a level`);
  if (/^(?:at|above|below|under|over)$/.test(words[rest]?.lower ?? '') && words.slice(rest).some(is.isNumber))
    return outcome(`${quote(words, rest, words.length)} states a level`);
  const next = words[is.isAdverb(words[rest]) ? rest + 1 : rest];
  const thing = readPhrase(words, rest);
  const joined = verb.lemma === 'become' && thing.article === 'a' && memberships.has(objectNoun(command));
  const certified =
    verb.lemma === 'become' &&
    /^(?:certified|registered|accredited|licensed)$/.test(words[rest]?.lower ?? '');
  if (certified) return delivery(words, rest, `${name} ${quote(words, rest, rest + 1)} names a delivery`);
  if (joined)
    return delivery(words, rest, `${name} with ${quote(words, thing.head, thing.head + 1)} names a delivery`);
  const graded = is.isComparative(words[rest]);
  const by = graded && /^(?:more|less)$/.test(words[rest]!.lower) ? words[rest + 1]! : words[rest];
  const stated =
    measurable.has(by?.lower ?? '') || (graded && by === words[rest] && !is.isNoun(words[rest + 1]));
  const favoured =
    words[rest]?.lower === 'the' &&
    /^(?:most|best|top|leading|first)$/.test(words[rest + 1]?.lower ?? '') &&
    words.slice(rest + 2, thing.end).some((w) => takenUp.has(w.lower));
  const ranked = words.some((w, i) => i >= rest && w.lower === 'top' && is.isNumber(words[i + 1]));
  if (stated || favoured || ranked) return outcome(`${quote(words, rest, words.length)} says how it is`);
  const role = thing.head >= 0 && !has(thing, 'delivery') && thing.article !== null;
  const state = verb.lemma === 'become' && next && (closed.qualities.has(next.lower) || role);
  return state
    ? outcome(`'${next.text}' names a state to reach`)
    : unclear('it says what to be, not what changes');
}

/** To become one of these is to sign up. */
const memberships = wordSet('member partner signatory sponsor subscriber affiliate');

/** States of a person or a business that can be seen to be missed. */
const measurable = wordSet(
  'profitable solvent carbon-neutral debt-free self-sufficient dependent cashflow-positive fit healthy sober resilient independent reliant',
);

/** "the most used", "the best known" */
const takenUp = wordSet(
  'used known trusted popular downloaded adopted visited read watched starred recommended chosen',
);

/** "Engage 400 families", but "Engage parents through meetings". */
function engage(command: Command): Reading {
  const { words, name, rest, object } = command;
  const plain = has(object, 'person') && !object.number && !object.percent && measured(words, rest) === null;
  return plain ? delivery(words, rest, `${name} names an activity`) : reach(command);
}

/** "Return to growth" */
function comeBack(command: Command): Reading {
  const { words, name, rest } = command;
  const to = words[rest]?.lower === 'to' && has(readPhrase(words, rest + 1), 'measure', 'movement');
  if (to) return outcome(`${name} names a result`);
  return command.object.article === 'a' && !has(command.object, 'measure', 'person')
    ? delivery(words, rest, `${name} names a delivery`)
    : act(command);
}

/** "Contribute to the eradication of hunger", but "Contribute articles". */
function contribute(command: Command): Reading {
  const { words, name, rest } = command;
  if (words[rest]?.lower !== 'to') return deliver(command);
  const to = readPhrase(words, rest + 1);
  return has(to, 'movement') || (has(to, 'measure', 'trouble') && !isDeliverable(to))
    ? outcome(`${name} to ${quote(words, to.head, to.head + 1)} names a change`)
    : deliver(command);
}

function onlyBySpan({ words, rest }: Command): Reading {
  const span = measuredSpan(words, rest);
  return span === null ? unclear('no change is named') : outcome(`${span} states a measured change`);
}

/** "Meet the target", but "Meet with customers". */
function meet(command: Command): Reading {
  const { words, name, rest, object, what } = command;
  if (demands.has(objectNoun(command))) return outcome(`${name} with ${what} names a result`);
  const company =
    /^(?:with|every|each|on|in|once|twice|weekly|monthly|regularly|daily)$/.test(words[rest]?.lower ?? '') ||
    has(object, 'person');
  return company ? delivery(words, rest, `${name} names an activity`) : reach(command);
}

const demands = wordSet(
  'standard requirement expectation need deadline commitment obligation regulation guideline',
);

/** "See a 30 % rise" */
function see(command: Command): Reading {
  const { words, name, rest, object, what } = command;
  const moved = is.isVerb(is.verbAs(words[rest], 'ed'), 'change', 'polish');
  const result = object.comparative || moved || has(object, 'movement') || object.percent;
  return result ? outcome(`${name} with ${what} names a result`) : act(command);
}

/** "Hold churn below 2 %", but "Hold a workshop". */
function hold(command: Command): Reading {
  const { words, name, rest, object } = command;
  const whom =
    words[rest - 1]?.lower === 'on' && words[rest]?.lower === 'to' ? readPhrase(words, rest + 1) : null;
  if (whom !== null && has(whom, 'person')) return outcome(`${name} to them names a result`);
  const steady =
    has(object, 'measure') && words[object.end]?.lower === 'at' && !has(object, 'thing', 'activity');
  const level = steady || measured(words, rest) !== null || levels.has(words.at(-1)!.lower);
  return level && !isDeliverable(object) && !has(object, 'activity') ? keep(command) : deliver(command);
}

function breakEven({ words, name, rest, object }: Command): Reading {
  if (isDeliverable(object) || words.slice(object.head + 1).some((w) => w.lower === 'into'))
    return delivery(words, rest, `${name} names a delivery`);
  return words[rest]?.lower === 'even'
    ? outcome("'Break even' names a result")
    : unclear('no change is named');
}

function spend({ words, name, rest, object }: Command): Reading {
  return object.comparative
    ? outcome('a comparison names a change')
    : delivery(words, rest, `${name} names an activity`);
}
