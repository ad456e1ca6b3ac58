import { delivery } from '../deliverable';
import * as closed from '../lexicon/words';
import { countsWork, has, isDeliverable, readPhrase } from '../phrase';
import { measured, measuredSpan, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, unclear, type Reading } from '../reading';
import * as is from '../words';
import type { Word } from '../words';
import { isMany, objectNoun, wordSet, type Command } from './command';
import { bearsLevel } from './level';

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
  if (hires(command)) return delivery(words, rest, `${name} with ${what} is hiring`);
  if (handles(command)) return delivery(words, rest, `${name} with ${what} is work on a thing`);
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

/** "Grow the design team": to be more oneself is no change for others. */
function hires({ words, verb, object }: Command): boolean {
  if (!raises.has(verb.lemma) || object.counted || object.percent) return false;
  const of = words[object.head]?.lower === 'size' && words[object.end]?.lower === 'of';
  const who = of ? readPhrase(words, object.end + 1) : object;
  const noun = words[who.head]?.lower ?? '';
  return noun === 'staff' || (crews.has(noun) && who.article !== 'a' && !who.number);
}

const crews = wordSet('team crew squad personnel headcount faculty workforce');

/** "Raise a ticket", "Save drafts in the browser", "Increase monitoring of …": done to these, a verb of change is work. */
function handles({ words, verb, rest, object }: Command): boolean {
  const noun = words[object.head]?.noun?.lemma ?? words[object.head]?.lower ?? '';
  const level = measured(words, rest) !== null;
  if (object.counted) return false;
  if (parameters.has(noun) || (noun === 'size' && words[object.head - 1]?.lower === 'font')) return true;
  if (verb.lemma === 'save')
    return (
      !has(object, 'measure', 'person') &&
      !object.number &&
      /^(?:in|to|as|on|and|for|locally)$/.test(words[object.end]?.lower ?? '')
    );
  if (verb.lemma === 'amplify') return isDeliverable(object) && !level;
  if (raises.has(verb.lemma) && isDeliverable(object)) {
    if (
      !object.plural &&
      !countsWork(object) &&
      measuredSpan(words, rest)?.includes('%') === false &&
      has(object, 'thing')
    )
      return true;
    if (ownWork.has(noun) && !level) return true;
    if (
      /^(?:monitor|train|test|hir|market|report|network|advertis|mentor|fundrais|teach|coach|plan)ing$/.test(
        noun,
      ) &&
      !level
    )
      return true;
  }
  return treated.get(verb.lemma)?.has(noun) === true && !level && !object.comparative;
}

/** More of these is more to do. */
const ownWork = wordSet(
  'outreach inspection research supervision enforcement recruitment publicity maintenance documentation',
);

/** What one sets rather than brings about. */
const parameters = wordSet('timeout interval limit threshold ttl quota padding');

const treated: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['cut', wordSet('release branch tag version ribbon')],
  ['lift', wordSet('freeze ban embargo restriction limit lockdown')],
  ['raise', wordSet('request issue ticket pr flag question concern objection invoice purchase-order fund')],
  ['speed', wordSet('migration rollout')],
  ['reverse', wordSet('decision change commit payment')],
  ['recover', wordSet('file password account draft')],
]);

/** What others ask for is no work of one's own. */
const asked = wordSet('request enquiry inquiry visit call');

/** To do more work is no change; to need less of it is one. */
const raises = wordSet(
  'increase raise double triple quadruple grow boost lift maximise maximize multiply accelerate speed',
);

/** "Improve …": an outcome for a quality, an output for a thing. */
export function polish(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  if (words[rest]?.lower === 'for') return unclear('it does not say what');
  const ways = ofWays(command);
  if (ways !== null) return ways;
  if (countsWork(object) && (object.counted || object.number || !has(object, 'thing'))) {
    return unclear(`${what} counts work`);
  }
  const level = measured(words, rest);
  const wider =
    wideners.has(verb.lemma) && isDeliverable(object) && !object.percent && level?.includes('%') !== true;
  if (wideners.has(verb.lemma) && words[rest]?.lower === 'to' && !has(readPhrase(words, rest + 1), 'measure'))
    return delivery(words, rest, `${name} names a delivery`);
  if (level !== null && !wider) return outcome(`${name} names a change, ${level} its size`);
  const audience = words[object.end]?.lower === 'to' ? readPhrase(words, object.end + 1) : null;
  if (audience?.plural && has(audience, 'person') && isMany(words[object.end + 1]!.lower))
    return outcome(`${name} to ${quote(words, audience.start, audience.end)} names a change`);
  const also = words.findIndex(
    (w, i) => i > rest && w.lower === 'and' && is.isVerb(is.verbAs(words[i + 1], 'base'), 'change'),
  );
  const moved = also > 0 ? readPhrase(words, also + 2) : null;
  const bad = moved !== null && words.slice(moved.start, moved.head).some((w) => spoilt.has(w.lower));
  if (moved !== null && (bad || has(moved, 'measure', 'trouble')))
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
    /^(?:with|for|between|among)$/.test(words[object.end]?.lower ?? '') &&
    has(readPhrase(words, object.end + 1), 'person');
  if (has(object, 'quality') && (whose || withWhom)) return outcome(`${name} with ${what} names a change`);
  if (objectNoun(command) === 'life') return outcome(`${name} with ${what} names a change`);
  if (has(object, 'quality')) return unclear(`${what} is too general to tell`);
  if (object.classes.size === 0 && /^\p{Lu}{2,5}$/u.test(words[object.head]?.text ?? ''))
    return unclear(`it is not known what ${what} is`);
  return verb.lemma === 'streamline'
    ? delivery(words, rest, `${name} names work on how things are done`)
    : outcome(`${name} names a change`);
}

/** "Improve how we plan", "Solidify our practices", and what is scaled to a crowd; null for anything else. */
function ofWays(command: Command): Reading | null {
  const { words, verb, name, rest } = command;
  const ours = (word: Word | undefined): boolean =>
    closed.selves.has(word?.lower ?? '') || /^(?:our|my)$/.test(word?.lower ?? '');
  const noun = objectNoun(command);
  const way = words[rest]?.lower === 'how' ? rest : words[rest + 1]?.lower === 'way' ? rest + 1 : -1;
  if (ours(way < 0 ? undefined : words[way + 1]) || (ownWays.has(noun) && ours(words[rest])))
    return delivery(words, rest, `${name} names work on how things are done`);
  if (way >= 0 && words[way + 1]) return outcome(`${name} says how things go`);
  const crowd = words.slice(rest + 1, rest + 4).some((w) => isMany(w.lower));
  return verb.lemma === 'scale' && crowd && /^(?:to|beyond|past)$/.test(words[rest]?.lower ?? '')
    ? outcome(`${name} names a level to bear`)
    : null;
}

/** How oneself does things. */
const ownWays = wordSet(
  'practice process procedure approach routine policy method methodology methods discipline',
);

/** To have fewer of such things is a change. */
const spoilt = wordSet(
  'flaky broken late failed failing missed wrong lost false manual stale slow defective',
);

/** To have more of a thing is work, however many there are to be. */
const wideners = wordSet('expand extend scale enhance evolve');

/** "Keep …": an outcome for a level, an output for a thing that needs upkeep. */
export function keep({ words, name, rest, object, what }: Command): Reading {
  const going =
    !levels.has(words.at(-1)!.lower) &&
    is.isVerb(is.verbAs(words[rest], 'ing'), 'deliver', 'serve') &&
    !has(readPhrase(words, rest + 1), 'measure');
  if (going)
    return delivery(words, rest + 1, `${name} with ${quote(words, rest, rest + 1)} is work that goes on`);
  const told = words.some((w, i) => i > rest && /^(?:informed|posted|updated|abreast)$/.test(w.lower));
  if (told) return delivery(words, rest, `${name} names an activity`);
  const last = words.at(-1)!.lower;
  const sound = words.some(
    (w, i) => i > rest && w.lower === 'free' && /^(?:of|from)$/.test(words[i + 1]?.lower ?? ''),
  );
  if (sound || (/^(?:safe|clean|healthy|warm|calm|happy)$/.test(last) && rest < words.length - 1))
    return outcome(`${name} says how it is to be`);
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

/** How what is kept or held is to be. */
export const levels = wordSet('flat low lean stable steady constant high healthy');

/** "Resolve …", "Remove …": an outcome for a trouble or a promise, an output for a thing. */
export function clear(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  const level = serviceLevel(words, rest, true);
  if (level !== null) return outcome(`${level} states a service level`);
  const bears = bearsLevel(command);
  if (bears !== null) return bears;
  const share = object.percent && has(object, 'measure', 'trouble');
  const own = words
    .slice(rest, object.end + 4)
    .some((w) =>
      /^(?:test|testing|coverage|feature|doc|docs|documentation|spec|parity|knowledge)$/.test(w.lower),
    );
  const sold =
    verb.lemma === 'close' &&
    !own &&
    (/\p{Sc}/u.test(words[rest]?.text ?? '') || sales.has(objectNoun(command)));
  if (share || sold) return outcome(`${name} with ${what} names a result`);
  const made =
    is.isVerb(is.verbAs(words[rest], 'ing'), 'deliver') && isDeliverable(readPhrase(words, rest + 1));
  const ceases = verb.lemma === 'stop' || verb.lemma === 'end';
  const ing = words[rest]?.lower.endsWith('ing') || words[object.end - 1]?.lower.endsWith('ing');
  if (ceases && ing && !made) {
    return outcome(`${name} names a change`);
  }
  const spreads = /^(?:stop|end|halt)$/.test(verb.lemma) && words[object.end]?.lower === 'of';
  if (
    spreads &&
    (has(object, 'movement') || /^(?:spread|loss|flow|rise|waste|abuse)$/.test(objectNoun(command)))
  )
    return outcome(`${name} with ${what} names a change`);
  const social =
    /^(?:address|tackle)$/.test(verb.lemma) && !object.plural && !listed.has(objectNoun(command));
  return has(object, 'trouble') && !has(object, 'thing') && (social || !ticking.has(verb.lemma))
    ? outcome(`${name} with ${what} names a trouble that goes away`)
    : delivery(words, rest, `${name} names a delivery`);
}

/** To close one of these is to win it. */
const sales = wordSet('deal sale customer client account contract gap revenue arr');

/** Troubles that stand on such lists. */
const listed = wordSet(
  'bug issue problem error defect gap debt regression flake warning failure vulnerability crash typo duplicate leak incident',
);

/** Said of items on a list, these tick them off. */
const ticking = wordSet('fix resolve address tackle close clear clean');
