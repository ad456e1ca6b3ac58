import type { Head } from './head';
import * as lexicon from './lexicon/maxims';
import * as closed from './lexicon/words';
import { readPhrase } from './phrase';
import * as is from './words';
import type { Word } from './words';

/** Whether a title professes a value or gives a motto: "Raise the bar", "Reuse over invention", "Act with integrity". */
export function isMaxim(words: readonly Word[], from: number, head: Head): boolean {
  const strives = head.kind === 'verb' && head.verb?.lemma === 'strive';
  if (words.some(is.isNumber) && !strives) return false;
  if (closed.selves.has(words[from]!.lower) && words[from + 1] && isSaid(words, from + 1)) return true;
  if (isSaid(words, from) || (head.kind === 'verb' && isSaid(words, head.at))) return true;
  if (head.kind !== 'clause' && isPreference(words, from)) return true;
  if (head.kind === 'verb' && head.verb !== null) return isProfessed(words, head);
  return head.kind === 'clause' && isMotto(words, head);
}

function isSaid(words: readonly Word[], from: number): boolean {
  const text = words.slice(from).map((w) => w.lower);
  return isSaying(words, from, text.join(' ')) || putsFirst(text);
}

/** Behind a saying no noun comes, which would be what is meant instead: "Set the standard rate". */
function isSaying(words: readonly Word[], from: number, text: string): boolean {
  const saying = lexicon.sayings.find((each) => text === each || text.startsWith(`${each} `));
  const next = words[from + (saying?.split(' ').length ?? 0)];
  return saying !== undefined && (next === undefined || !is.isNoun(next));
}

/** "Reuse over invention": both of one kind and nothing behind, so not "Income over the next year" or "Hand over keys". */
function isPreference(words: readonly Word[], start: number): boolean {
  const at = words.findIndex((w, i) => i > start && w.lower === 'over');
  const [left, right] = [words[at - 1], words[at + 1]];
  if (at < 0 || at > start + 3 || right === undefined || words.length > at + 3) return false;
  if (words.slice(start).some((w) => w.kind !== 'word' || is.isDeterminer(w))) return false;
  if (at === start + 1 && left!.noun === null && right.noun !== null) return false;
  const alike = (['base', 'ed', 'ing'] as const).some(
    (form) => is.verbAs(left, form) && is.verbAs(right, form),
  );
  const nouns = left!.noun !== null && is.isNoun(words.at(-1)) && !ruling.has(left!.noun.lemma);
  return alike || (nouns && !is.isNoun(left, 'movement'));
}

/** What somebody has or loses over something. */
const ruling = new Set(
  `control power authority ownership victory oversight influence debate dispute conflict confusion uncertainty
  concern lead advantage win visibility change edge hand start turn`.split(/\s+/),
);

/** "Put people first", "Putting residents at the heart of what we do" */
function putsFirst(text: readonly string[]): boolean {
  const heart = text.findIndex((w) => /^(?:heart|core|centre|center|forefront)$/.test(w));
  return (
    /^(?:put|puts|putting|place|placing|keep|keeping)$/.test(text[0] ?? '') &&
    (text.at(-1) === 'first' || (heart > 2 && text[heart - 1] === 'the' && text[heart + 1] === 'of'))
  );
}

function isProfessed(words: readonly Word[], { rest, verb, own }: Head & { kind: 'verb' }): boolean {
  const lemma = verb!.lemma;
  const next = words[rest]?.lower ?? '';
  const object = readPhrase(words, /^(?:for|in)$/.test(next) ? rest + 1 : rest);
  const noun = words[object.head]?.lower ?? '';
  if (lemma === 'strive') return true;
  if (lexicon.professing.has(lemma) && /^(?:values|principles)$/.test(noun)) return true;
  if (own && lexicon.professing.has(lemma) && object.article === null) return true;
  if (
    lemma === 'work' &&
    (/^(?:as|together|hard|harder|smarter)$/.test(next) || /^in the open|^the open/.test(said(words, rest)))
  )
    return true;
  const alone = object.head >= 0 && !object.comparative && object.article === null;
  if (alone && lexicon.professing.has(lemma) && lexicon.virtues.has(noun) && endsOrLists(words, object.end))
    return true;
  if (lexicon.conducting.has(lemma)) {
    const by = words.findIndex((w, i) => i >= rest && w.lower === 'with');
    if (by > 0 && lexicon.virtues.has(words[by + 1]?.lower ?? '') && words[by + 2]?.lower !== 'to')
      return true;
  }
  if (lexicon.making.has(lemma) && isClimate(words, rest)) return true;
  const before = words.slice(object.start, object.head).map((w) => w.lower);
  const praised = before.some((w) => lexicon.praises.has(w));
  const bare = before.every((w) => lexicon.praises.has(w) || closed.articles.has(w));
  if (object.end < words.length && !is.isAdverb(words[object.end]) && words[object.end]!.lower !== '-')
    return false;
  return lexicon.anything.has(noun) ? bare : praised && lexicon.offers.has(noun);
}

/** "… an environment that appreciates all", "… a safe and welcoming climate", not "a test environment". */
function isClimate(words: readonly Word[], rest: number): boolean {
  const at = words.findIndex(
    (w, i) => i >= rest && /^(?:environment|atmosphere|climate|culture|mindset|spirit)$/.test(w.lower),
  );
  if (at < 0 || at > rest + 5) return false;
  const before = words.slice(rest, at);
  if (before.some(is.isPreposition)) return false;
  return (
    before.some((w) => lexicon.warm.has(w.lower)) || /^(?:that|where|in|of)$/.test(words[at + 1]?.lower ?? '')
  );
}

const said = (words: readonly Word[], from: number): string =>
  words
    .slice(from, from + 3)
    .map((w) => w.lower)
    .join(' ');

const endsOrLists = (words: readonly Word[], end: number): boolean =>
  words[end] === undefined || is.isConjunction(words[end]) || words[end].lower === 'of';

/** "Your success is our priority", "People come first", "Quality matters" */
function isMotto(words: readonly Word[], { start, predicate }: Head & { kind: 'clause' }): boolean {
  const { kind, at, rest, verb } = predicate;
  if (kind === 'be') {
    const what = readPhrase(words, rest);
    if (closed.selves.has(words[start]!.lower) && lexicon.virtuous.has(words[rest]?.lower ?? '')) return true;
    const ours = closed.possessives.has(words[rest]?.lower ?? '');
    return ours && lexicon.mottos.has(words[what.end - 1]?.lower ?? '');
  }
  if (kind !== 'active') return false;
  return (
    (verb?.lemma === 'come' && words.at(-1)!.lower === 'first') ||
    (verb?.lemma === 'matter' && at < words.length)
  );
}
