import { delivery } from '../deliverable';
import { countsWork, has, isDeliverable, readPhrase } from '../phrase';
import { measured, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, unclear, type Reading } from '../reading';
import * as is from '../words';
import { isMany, objectNoun, wordSet, type Command } from './command';

/** "Increase …": an outcome, unless it is more work that is wanted. */
export function change(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  if (
    verb.lemma === 'drop' &&
    (objectNoun(command) === 'support' || (isDeliverable(object) && measured(words, rest) === null))
  )
    return delivery(words, rest, `${name} names a delivery`);
  if (verb.lemma === 'eliminate' && isDeliverable(object) && measured(words, rest) === null)
    return delivery(words, rest, `${name} with ${what} is work on a thing`);
  if (asked.has(objectNoun(command)) && measured(words, rest) !== null)
    return outcome(`${name} names a change`);
  const moreWork = raises.has(verb.lemma) && (countsWork(object) || (isDeliverable(object) && object.plural));
  if (
    verb.lemma === 'raise' &&
    words[object.end]?.lower === 'to' &&
    isDeliverable(object) &&
    measured(words, rest) === null
  )
    return delivery(words, rest, `${name} with ${what} is work on a thing`);
  const forPeople = words
    .slice(object.end)
    .some((w, i, tail) => is.isNoun(w, 'person') && tail[i - 1]?.lower !== 'per');
  return moreWork && !forPeople
    ? unclear(`${name} names a change, but of ${what}, a count of work`)
    : outcome(`${name} names a change`);
}

/** What others ask for is no work of one's own. */
const asked = wordSet('request enquiry inquiry visit call');

/** To do more work is no change; to need less of it is one. */
const raises = wordSet(
  'increase raise double triple quadruple grow boost lift maximise maximize multiply accelerate speed',
);

/** "Improve …": an outcome for a quality, an output for a thing. */
export function polish({ words, verb, name, rest, object, what }: Command): Reading {
  if (words[rest]?.lower === 'for') return unclear('it does not say what');
  if (countsWork(object) && (object.counted || object.number || !has(object, 'thing'))) {
    return unclear(`${what} counts work`);
  }
  const level = measured(words, rest);
  const wider =
    wideners.has(verb.lemma) && isDeliverable(object) && !object.percent && level?.includes('%') !== true;
  if (level !== null && !wider) return outcome(`${name} names a change, ${level} its size`);
  const audience = words[object.end]?.lower === 'to' ? readPhrase(words, object.end + 1) : null;
  if (audience?.plural && has(audience, 'person') && isMany(words[object.end + 1]!.lower))
    return outcome(`${name} to ${quote(words, audience.start, audience.end)} names a change`);
  const also = words.findIndex(
    (w, i) => i > rest && w.lower === 'and' && is.isVerb(is.verbAs(words[i + 1], 'base'), 'change'),
  );
  if (also > 0 && has(readPhrase(words, also + 2), 'measure', 'trouble'))
    return outcome(`${quote(words, also + 1, also + 2)} names a change`);
  const second = is.isConjunction(words[object.end]) ? readPhrase(words, object.end + 1) : null;
  if (second !== null && has(second, 'measure') && !has(second, 'thing', 'mechanism'))
    return outcome(`${name} with ${quote(words, second.head, second.head + 1)} names a change`);
  if (has(object, 'mechanism') || (isDeliverable(object) && !has(object, 'trouble'))) {
    return delivery(words, rest, `${name} with ${what} is work on a thing, not a change that it makes`);
  }
  if (has(object, 'measure', 'person', 'trouble')) return outcome(`${name} with ${what} names a change`);
  const whose = words.slice(rest, object.head).some((w) => is.isNoun(w, 'person'));
  const withWhom =
    /^(?:with|for)$/.test(words[object.end]?.lower ?? '') && has(readPhrase(words, object.end + 1), 'person');
  if (has(object, 'quality') && (whose || withWhom)) return outcome(`${name} with ${what} names a change`);
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  if (object.classes.size === 0 && /^\p{Lu}{2,5}$/u.test(words[object.head]?.text ?? ''))
    return unclear(`it is not known what ${what} is`);
  return verb.lemma === 'streamline'
    ? delivery(words, rest, `${name} names work on how things are done`)
    : outcome(`${name} names a change`);
}

/** To have more of a thing is work, however many there are to be. */
const wideners = wordSet('expand extend scale enhance evolve');

/** "Keep …": an outcome for a level, an output for a thing that needs upkeep. */
export function keep({ words, name, rest, object, what }: Command): Reading {
  const level = measured(words, rest) ?? (levels.has(words.at(-1)!.lower) ? `'${words.at(-1)!.text}'` : null);
  if (level !== null) return outcome(`${name} with ${level} names a level to hold`);
  if (has(object, 'measure', 'person') && !has(object, 'thing')) {
    return outcome(`${name} with ${what} names a level to hold`);
  }
  const unknownThing = object.classes.size === 0 && object.article !== null && object.head >= 0;
  if (unknownThing || has(object, 'thing', 'mechanism', 'delivery')) {
    return delivery(words, rest, `${name} with ${what} is upkeep of a thing`);
  }
  return has(object, 'quality')
    ? unclear(`${what} is too general to tell`)
    : outcome(`${name} names a level to hold`);
}

const levels = wordSet('flat low lean stable steady constant high healthy');

/** "Resolve …", "Remove …": an outcome for a trouble or a promise, an output for a thing. */
export function clear(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  const level = serviceLevel(words, rest, true);
  if (level !== null) return outcome(`${level} states a service level`);
  const share = object.percent && has(object, 'measure', 'trouble');
  const sold =
    verb.lemma === 'close' && (/\p{Sc}/u.test(words[rest]?.text ?? '') || sales.has(objectNoun(command)));
  if (share || sold) return outcome(`${name} with ${what} names a result`);
  if ((verb.lemma === 'stop' || verb.lemma === 'end') && words[rest]?.lower.endsWith('ing')) {
    return outcome(`${name} names a change`);
  }
  return has(object, 'trouble') && !has(object, 'thing') && !ticking.has(verb.lemma)
    ? outcome(`${name} with ${what} names a trouble that goes away`)
    : delivery(words, rest, `${name} names a delivery`);
}

/** To close one of these is to win it. */
const sales = wordSet('deal sale customer account contract gap revenue arr');

/** Said of items on a list, these tick them off. */
const ticking = wordSet('fix resolve address tackle close clear clean');
