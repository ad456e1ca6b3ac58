import { delivery } from './deliverable';
import type { Head } from './head';
import type { VerbReading } from './inflection';
import * as closed from './lexicon/words';
import { has, isDeliverable, readPhrase } from './phrase';
import { measured, serviceLevel } from './quantity';
import { quote } from './quote';
import { outcome, unclear, type Reading } from './reading';
import { change, clear, keep, polish } from './verbs/change';
import { readCommand, type Command } from './verbs/command';
import { closesPeriod, deliver } from './verbs/delivery';
import { act, enable, serve } from './verbs/people';
import { reach } from './verbs/reach';
import { specialVerbs } from './verbs/special';
import { isPreposition, isVerb, verbAs, type Word } from './words';

type Decide = (words: readonly Word[], from: number) => Reading;

/** Reads a title that says what is to be done. `decide` reads what follows "ensure that". */
export function decideVerb(
  words: readonly Word[],
  { at, rest, verb, own }: Head & { kind: 'verb' },
  decide: Decide,
): Reading {
  if (verb === null) return delivery(words, rest, `${quote(words, at, rest)} names an activity`);
  const joined = stronger(words, at, rest, verb);
  if (joined > 0)
    return decideVerb(
      words,
      { kind: 'verb', at: joined, rest, verb: verbAs(words[joined], 'base')!, own },
      decide,
    );
  const command = readCommand(words, at, rest, verb);
  const { name, what, object } = command;
  if (verb.lemma === 'make' && words[rest]?.lower === 'sure') return assure(command, rest + 1, decide);
  if (
    verb.form === 'ed' &&
    closed.usedBy.has(verb.lemma) &&
    !own &&
    (words[rest] === undefined ||
      rest > at + 1 ||
      isPreposition(words[rest]) ||
      /^(?:every|each|daily|widely)$/.test(words[rest - 1]?.lower ?? '') ||
      /^(?:every|each)$/.test(words[rest].lower))
  )
    return outcome(`${name} says what people do`);
  const deftly =
    at === 1 &&
    closed.manners.has(words[0]!.lower) &&
    (verb.classes.includes('act') || usersDo.has(verb.lemma));
  if (deftly) return outcome(`${quote(words, 0, rest)} says how it is`);
  const special = specialVerbs.get(verb.lemma);
  if (own && verb.lemma === 'need' && isDeliverable(object))
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  if (own && isVerb(verb, 'act') && !special) return outcome(`${name} says how it is for us`);
  const phrasal = [words[rest - 1], words[rest]].some((w) =>
    closed.phrasalDeliveries.has(`${verb.lemma} ${w?.lower}`),
  );
  if (phrasal) {
    return delivery(words, rest, `${name} names a delivery`);
  }
  if (verb.form === 'ing' && rest >= words.length) return unclear('no change is named');
  const share = isVerb(verb, 'act') || (isVerb(verb, 'shift', 'serve') && !isDeliverable(object));
  if (object.percent && share && serviceLevel(words, rest, true) === null)
    return outcome(`${name} with ${what} names a result`);
  if (isSlogan(command)) return unclear('praise without a number names no change');
  return special ? special(command) : byClass(command, decide);
}

/** What users do with software as well as those who make it. */
const usersDo = new Set('share collaborate manage create compare track book order pay send build'.split(' '));

/** Where the second verb of "support and strengthen …" stands when it says more than the first; -1 without one. */
function stronger(words: readonly Word[], at: number, rest: number, verb: VerbReading): number {
  if (rest <= at + 2) return -1;
  const weak =
    /^(?:support|promote|maintain|protect|encourage|restore|evaluate|measure|monitor|track|understand|assess)$/.test(
      verb.lemma,
    );
  const gains = /^(?:recruit|add|hire|invite|engage|attract|acquire)$/.test(verb.lemma);
  return words.findIndex((w, i) => {
    const second = i > at && i < rest ? verbAs(w, 'base') : undefined;
    return (weak && isVerb(second, 'change', 'polish')) || (gains && second?.lemma === 'retain');
  });
}

function byClass(command: Command, decide: Decide): Reading {
  switch (command.verb.classes[0]) {
    case 'change':
      return change(command);
    case 'polish':
      return polish(command);
    case 'reach':
      return reach(command);
    case 'keep':
      return keep(command);
    case 'enable':
      return enable(command);
    case 'assure':
      return assure(command, command.rest, decide);
    case 'clear':
      return closesPeriod(command) ? deliver(command) : clear(command);
    case 'serve':
      return serve(command);
    case 'act':
      return act(command);
    case 'shift':
      return (has(command.object, 'measure', 'trouble') ||
        (has(command.object, 'person') && command.words[command.object.end]?.lower === 'into')) &&
        !isDeliverable(command.object)
        ? outcome(`${command.name} with ${command.what} names a change`)
        : deliver(command);
    default:
      return deliver(command);
  }
}

/** "Deliver world-class quality": nothing that could be seen to be missed. */
function isSlogan({ words, verb, rest, object }: Command): boolean {
  if (isVerb(verb, 'change') || isDeliverable(object) || object.number) return false;
  const praised = words.slice(rest, object.head + 1).some((w) => closed.superlativePraise.has(w.lower));
  return praised && measured(words, rest) === null;
}

/** "Ensure that …": what follows decides. */
function assure({ words, name }: Command, from: number, decide: Decide): Reading {
  const lead = words[from]?.lower === 'that' ? from + 1 : from;
  const at = words[lead]?.lower === "it's" ? lead + 1 : lead;
  if (at >= words.length) return unclear('nothing follows');
  const inner = decide(words, at);
  if (inner.verdict !== 'unclear') return inner;
  const sound = closed.qualities.has(words[at]!.lower) || closed.soundStates.has(words[at]!.lower);
  const state = sound || has(readPhrase(words, at), 'measure', 'person', 'quality');
  return state ? outcome(`${name} names a state to hold`) : inner;
}
