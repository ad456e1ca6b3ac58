import { delivery } from '../deliverable';
import { countsWork, has } from '../phrase';
import { measured, serviceLevel } from '../quantity';
import { quote } from '../quote';
import { outcome, output, unclear, type Reading } from '../reading';
import * as is from '../words';
import { objectNoun, wordSet, type Command } from './command';
import { bringsNearer } from './level';

/** "Win …", "Achieve …": an outcome for people, money and measures, an output for a thing. */
export function reach(command: Command): Reading {
  const { words, verb, name, rest, object, what } = command;
  const result = outcome(`${name} with ${what} names a result`);
  const near = words[rest]?.lower ?? '';
  const oneself =
    verb.lemma === 'get' && /^(?:paid|heard|seen|hired|noticed|fit|healthy|sober|home|well)$/.test(near);
  const zero =
    verb.lemma === 'get' &&
    near === 'to' &&
    words.slice(rest + 1).some((w) => w.lower === 'zero' || is.isNumber(w));
  const back = verb.lemma === 'bring' && has(object, 'person') && words[object.end]?.lower === 'back';
  if (oneself || zero || back) return outcome(`${name} ${quote(words, rest, words.length)} names a result`);
  const nearer = bringsNearer(command);
  if (nearer !== null) return nearer;
  const liked = words
    .slice(rest, object.head)
    .some((w) => /star$|^(?:positive|good|great|excellent|favou?rable)$/.test(w.lower));
  if (liked && (praise.has(objectNoun(command)) || objectNoun(command) === 'feedback')) return result;
  const acting = words[object.end]?.lower === 'to' && is.verbAs(words[object.end + 1], 'base');
  if (
    verb.lemma === 'get' &&
    acting &&
    object.head >= 0 &&
    (has(object, 'person') || !is.isVerb(acting, 'deliver') || serviceLevel(words, object.end) !== null)
  )
    return result;
  if (verb.lemma === 'sign' && object.article === 'a')
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  const noun = objectNoun(command);
  const through = noun === 'completion' || (noun === 'parity' && words[object.head - 1]?.lower === 'feature');
  const single =
    verb.lemma === 'attract' &&
    object.article === 'a' &&
    /^(?:speaker|sponsor|investor|donor|host|partner)$/.test(noun);
  if ((through || single) && !object.percent && measured(words, rest) === null)
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  const done = acting ? undefined : words.slice(object.head + 1, object.head + 3).find((w) => isDone(w));
  const moreOf = object.comparative && has(object, 'person');
  const wider = done && is.isComparative(words[words.indexOf(done) + 2]);
  if (verb.lemma === 'get' && done && !object.percent && !wider && !moreOf) {
    return output(`'${done.text}' says that something was delivered`);
  }
  const oneOff = (object.article !== null || !object.plural) && !object.number && !has(object, 'measure');
  if (oneOff && transactions.has(verb.lemma))
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  if (object.comparative && /^(?:win|earn|attract|sell)$/.test(verb.lemma)) return result;
  if (verb.lemma === 'sell' && words[rest - 1]?.lower === 'out') return result;
  if (object.number && praise.has(objectNoun(command))) return result;
  if (object.number && demanded.has(objectNoun(command)) && draws.has(verb.lemma)) return result;
  if (countsWork(object)) {
    return has(object, 'thing') && !object.percent
      ? delivery(words, rest, `${name} with ${what} names a delivery`)
      : unclear(`${what} counts work`);
  }
  if (has(object, 'measure', 'person', 'movement') || (object.number && marks.has(verb.lemma))) return result;
  const bare = words[rest]?.kind === 'number' && object.head < 0 ? quote(words, rest, rest + 1) : null;
  const level = measured(words, rest) ?? bare;
  if (level !== null) return outcome(`${name} with ${level} names a result`);
  if (has(object, 'thing', 'delivery', 'mechanism')) {
    return delivery(words, rest, `${name} with ${what} names a delivery`);
  }
  if (words.slice(rest).some((w) => w.lower === 'zero')) return outcome(`${name} with 'zero' names a result`);
  const open = has(object, 'quality') || rest >= words.length;
  return open ? unclear(`${what} is too general to tell`) : outcome(`${name} names a result`);
}

function isDone(word: is.Word): boolean {
  return is.isVerb(is.verbAs(word, 'ed'), 'deliver', 'clear');
}

/** What others say: to be given many of them is a result. */
const praise = wordSet('review star mention citation testimonial like');

/** What others ask for is a result for those who draw it. */
const demanded = wordSet('request call meeting trial visit');
const draws = wordSet('generate attract drive gain win');

/** A number after these is a mark that was set. */
const marks = wordSet('reach hit exceed surpass cross top attain earn win gain');

/** Done once, with one partner, these are a delivery. */
const transactions = wordSet('sign onboard engage get obtain secure receive acquire bring activate');
