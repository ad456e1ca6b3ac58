import { has, isDeliverable, readPhrase, takesUp, type Phrase } from './phrase';
import { measured } from './quantity';
import { quote } from './quote';
import { outcome, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** What a noun phrase says of how things are or move, in words or signs; null when it says nothing of it. */
export function namedLevel(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const [first, next] = [words[start]!, words[start + 1]];
  if (first.lower === 'no' && next?.lower === 'need')
    return outcome(`${quote(words, start, start + 3)} says what happens no more`);
  if (ways.has(first.lower) && next?.lower === 'to' && is.verbAs(words[start + 2], 'base'))
    return outcome(`${quote(words, start, start + 3)} says how it is`);
  if (
    typical.test(first.lower) &&
    next?.lower === 'of' &&
    words.slice(start + 2, start + 4).some(is.isNumber)
  )
    return outcome(`${quote(words, start, start + 4)} states a level`);
  if (phrase.head < 0) return null;
  const moved = words.findIndex((w, i) => i > phrase.head && /^[↑↓▲▼]$/.test(w.text));
  if (moved > 0 && !isDeliverable(phrase))
    return outcome(`${quote(words, phrase.head, moved + 1)} names a change`);
  const head = words[phrase.head]!;
  const using = is.verbAs(words[phrase.head + 1], 'ing');
  if (
    using &&
    takesUp(using) &&
    words[phrase.head + 2] &&
    phrase.plural &&
    (phrase.number || phrase.counted || phrase.percent)
  )
    return outcome(`${quote(words, phrase.head, phrase.head + 2)} says what is taken up`);
  const shift = /^(?:in|to)$/.test(words[phrase.end]?.lower ?? '') && head.noun?.lemma === 'change';
  if (shift && has(readPhrase(words, phrase.end + 1), 'measure'))
    return outcome(`${quote(words, phrase.head, phrase.end + 1)} names a change`);
  const equal = words.findIndex((w, i) => w.lower === 'as' && words[i + 2]?.lower === 'as');
  if (equal > phrase.head && has(phrase, 'measure') && is.isAdjective(words[equal + 1]))
    return outcome(`${quote(words, equal, equal + 4)} states a level`);
  const measure =
    measured(words, start) === null &&
    has(phrase, 'measure') &&
    !has(phrase, 'thing', 'activity', 'delivery');
  if (measure && phrase.head > start && (typical.test(first.lower) || graded.has(first.lower)))
    return outcome(`${quote(words, start, phrase.end)} names a level`);
  if (first.lower === 'first' && firsts.has(head.noun?.lemma ?? ''))
    return outcome(`${quote(words, start, phrase.end)} names a result`);
  if (/^(?:fast|quick|rapid|instant)$/.test(first.lower) && paces.has(head.noun?.lemma ?? ''))
    return outcome(`${quote(words, start, phrase.end)} says how fast it goes`);
  const each =
    words[phrase.end]?.lower === 'per' &&
    /^(?:user|customer|visitor|subscriber|session)$/.test(words[phrase.end + 1]?.lower ?? '');
  if (phrase.number && each && !has(phrase, 'delivery'))
    return outcome(`${quote(words, phrase.head, phrase.end + 2)} states a level`);
  const planned = words.findIndex((w, i) => i > phrase.head && marks.has(w.lower));
  if (planned > 0 && /^(?:at|above|over|below|under)$/.test(words[phrase.end]?.lower ?? ''))
    return outcome(`${quote(words, phrase.end, planned + 1)} states a level`);
  if (reactions.has(head.noun?.lemma ?? '') && words.some((w) => /^(?:positive|favou?rable)$/.test(w.lower)))
    return outcome(`'${head.text}' says how people take it`);
  const where = /^(?:where|in)$/.test(words[phrase.end]?.lower ?? '') ? phrase.end : -1;
  const told = where > 0 && (words[where]!.lower === 'where' || words[where + 1]?.lower === 'which');
  return told && visions.has(head.lower)
    ? outcome(`${quote(words, start, where + 4)} says how it is to be`)
    : null;
}

/** How it is to do something. */
const ways = new Set(
  'easy easier simple quick fast safe cheap possible trivial effortless hard impossible'.split(' '),
);

/** What is typical of many cases. */
const typical = /^(?:average|median|mean|typical|peak|p\d\d?)$/;

/** Of a measure, these say where it stands. */
const graded = new Set(
  `high low good great excellent fast quick rapid instant immediate near-immediate near-instant minimal short
  healthy negligible crazy solid near-zero sub-second sub-millisecond`.split(/\s+/),
);

/** The first of these comes of its own accord. */
const firsts = new Set(
  'customer user contributor client donor subscriber buyer adopter guest tenant visitor'.split(' '),
);

/** What goes on and ends. */
const paces = new Set(
  'feedback build startup boot response load loading turnaround resolution recovery install installation setup deployment'.split(
    ' ',
  ),
);

/** A level is told from these. */
const marks = new Set('target plan goal quota forecast capacity budget'.split(' '));

/** What people say of a thing. */
export const reactions = new Set(
  'feedback review reaction response reception sentiment comment rating'.split(' '),
);

/** Said with "where …" these show a state to live in. */
const visions = new Set(
  'world workplace community city town country society school future region nation neighbourhood neighborhood internet web'.split(
    ' ',
  ),
);
