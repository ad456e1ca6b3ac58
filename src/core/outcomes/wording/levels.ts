import * as closed from './lexicon/words';
import { has, isDeliverable, readPhrase, takesUp, type Phrase } from './phrase';
import { isDate, measured } from './quantity';
import { quote } from './quote';
import { outcome, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** What a noun phrase says of how things are or move, in words or signs; null when it says nothing of it. */
export function namedLevel(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const way = ofWay(words, start);
  if (way !== null || phrase.head < 0) return way;
  return ofCount(words, start, phrase) ?? ofMeasure(words, start, phrase) ?? ofPace(words, start, phrase);
}

/** "No need for a ticket", "Easy to clean", "Average of 3 loans" */
function ofWay(words: readonly Word[], start: number): Reading | null {
  const [first, next] = [words[start]!, words[start + 1]];
  if (first.lower === 'no' && /^(?:need|more|longer)$/.test(next?.lower ?? ''))
    return outcome(`${quote(words, start, start + 3)} says what happens no more`);
  if (ways.has(first.lower) && next?.lower === 'to' && is.verbAs(words[start + 2], 'base'))
    return outcome(`${quote(words, start, start + 3)} says how it is`);
  if ((is.isNumber(first) && next?.lower === 'percentile') || /^top-(?:\d+|\w{3,5})$/.test(first.lower))
    return outcome(`${quote(words, start, start + 2)} states a level`);
  if (
    /^(?:first|1st|second|third|top)$/.test(first.lower) &&
    /^(?:prize|place|spot|marks|position)$/.test(next?.lower ?? '')
  )
    return outcome(`${quote(words, start, start + 2)} states a rank`);
  const never = words.findIndex(
    (w, i) => /^(?:that|which)$/.test(w.lower) && words[i + 1]?.lower === 'never',
  );
  if (never > start) return outcome(`${quote(words, never, never + 3)} says what happens no more`);
  if ((first.lower === 'half' && next?.lower === 'the') || (first.lower === 'twice' && next?.lower === 'as'))
    return outcome(`${quote(words, start, start + 4)} states a comparison`);
  const rank = /^(?:#|top|no\.)$/.test(first.lower) && is.isNumber(next);
  if (rank && /^(?:in|on|for|rank|ranking|position|spot|place)$/.test(words[start + 2]?.lower ?? ''))
    return outcome(`${quote(words, start, start + 3)} states a level`);
  if (/^(?:under|below)$/.test(first.lower) && is.isNumber(next))
    return outcome(`${quote(words, start, start + 3)} states a level`);
  const counted = words.slice(start + 2, start + 4).some(is.isNumber);
  return typical.test(first.lower) && next?.lower === 'of' && counted
    ? outcome(`${quote(words, start, start + 4)} states a level`)
    : null;
}

/** "30 sites using the map", "First customer", "6 routes per user" */
function ofCount(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const { head, end, number, counted, percent, plural } = phrase;
  const shared =
    closed.shares.has(words[start + (words[start]!.lower === 'a' ? 2 : 0)]?.lower ?? '') &&
    !has(phrase, 'activity');
  if (shared && counted && !percent) return outcome(`${quote(words, start, start + 3)} names a share`);
  const quick = words.findIndex((w, i) => i > head && w.lower === 'in' && soon(words, i + 1));
  if (quick === end && !number && !has(phrase, 'thing', 'person'))
    return outcome(`${quote(words, quick, quick + 4)} states a level`);
  if (words[end]?.lower === 'on' && words[end + 1]?.lower === 'time')
    return outcome(`'on time' states a service level`);
  const using = is.verbAs(words[head + 1], 'ing');
  const several = plural && (number || counted || percent);
  if (using && takesUp(using) && words[head + 2] && several)
    return outcome(`${quote(words, head, head + 2)} says what is taken up`);
  if (words[start]!.lower === 'first' && firsts.has(words[head]!.noun?.lemma ?? ''))
    return outcome(`${quote(words, start, end)} names a result`);
  const each =
    words[end]?.lower === 'per' &&
    /^(?:user|customer|visitor|subscriber|session)$/.test(words[end + 1]?.lower ?? '');
  return number && each && !has(phrase, 'delivery')
    ? outcome(`${quote(words, head, end + 2)} states a level`)
    : null;
}

/** "in three clicks", "in under 5 minutes" */
function soon(words: readonly Word[], at: number): boolean {
  const near = words.slice(at, at + 4);
  const amount = near.findIndex((w) => is.isNumber(w) || /^(?:an?|one)$/.test(w.lower));
  return (
    amount >= 0 &&
    /^(?:ms|s|secs?|seconds?|mins?|minutes?|hour|clicks?|steps?)$/.test(near[amount + 1]?.lower ?? '')
  );
}

/** "Costs ↑", "Change in habits", "Speed as good as in Lyon", "Median time", "Bookings at twice the plan" */
function ofMeasure(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const { head, end } = phrase;
  const [first, joint] = [words[start]!.lower, words[end]?.lower ?? ''];
  const moved = words.findIndex((w, i) => i > head && /^[↑↓▲▼]$/.test(w.text));
  if (moved > 0 && !isDeliverable(phrase)) return outcome(`${quote(words, head, moved + 1)} names a change`);
  const shift = /^(?:in|to)$/.test(joint) && words[head]!.noun?.lemma === 'change';
  if (shift && has(readPhrase(words, end + 1), 'measure'))
    return outcome(`${quote(words, head, end + 1)} names a change`);
  const planned = words.findIndex((w, i) => i > head && marks.has(w.lower));
  if (planned > 0 && /^(?:at|above|over|below|under|within)$/.test(joint))
    return outcome(`${quote(words, end, planned + 1)} states a level`);
  const due = joint === 'by' && words.slice(end + 1, end + 4).some((_, i) => isDate(words, end + 1 + i));
  if (
    due &&
    (has(phrase, 'measure') || /(?:[iln]ty|ness|zero|even|[ae]nce)$/.test(words[head]!.lower)) &&
    !has(phrase, 'thing', 'delivery', 'mechanism')
  )
    return outcome(`${quote(words, start, end + 2)} names a state to reach`);
  if (!has(phrase, 'measure')) return null;
  if (joint === 'of' && /^(?:once|twice|every)$/.test(words[end + 1]?.lower ?? ''))
    return outcome(`${quote(words, head, end + 4)} states a level`);
  if (/^(?:in|with)$/.test(joint) && /^(?:trust|confidence|satisfaction)$/.test(words[head]!.lower))
    return outcome(`${quote(words, start, end + 2)} names a measure of people`);
  const whose = words.slice(start, head).some((w) => w.possessive && is.isNoun(w, 'person'));
  const inner = readPhrase(words, end + 1);
  const theirs = joint === 'of' && inner.plural && words[head]!.lower !== 'understanding';
  const mutual = (/^(?:between|among)$/.test(joint) || theirs) && has(inner, 'person');
  if ((whose || mutual) && !has(phrase, 'thing', 'activity'))
    return outcome(`${quote(words, start, end)} names a measure of people`);
  const equal = words.findIndex((w, i) => w.lower === 'as' && words[i + 2]?.lower === 'as');
  if (equal > head && is.isAdjective(words[equal + 1]))
    return outcome(`${quote(words, equal, equal + 4)} states a level`);
  const size = words[head + 1]?.lower ?? '';
  if (/^(?:half|double|twice|triple)$/.test(size) && !/^(?:a|per|each)$/.test(words[head + 2]?.lower ?? ''))
    return outcome(`${quote(words, head, head + 3)} states a level`);
  const pure = measured(words, start) === null && !has(phrase, 'thing', 'activity', 'delivery');
  const stands =
    typical.test(first) ||
    graded.has(first) ||
    spanning.test(first) ||
    (first === 'strong' && demand.has(words[head]!.lower));
  if (pure && head > start && stands) return outcome(`${quote(words, start, end)} names a level`);
  if (joint === 'for' && /^(?:all|every|everyone|everybody)$/.test(words[end + 1]?.lower ?? ''))
    return outcome(`${quote(words, start, end + 2)} names a state to reach`);
  const people = words.findIndex(
    (w, i) => i > end && /^(?:among|by)$/.test(w.lower) && has(readPhrase(words, i + 1), 'person'),
  );
  if (joint === 'of' && people > 0 && /^(?:use|uptake|adoption)$/.test(words[head]!.lower))
    return outcome(`${quote(words, people, people + 3)} says who does it`);
  if (
    joint === 'of' &&
    /^(?:clear|shared|common|deep|full|mutual)$/.test(first) &&
    words[head]!.lower === 'understanding'
  )
    return outcome(`${quote(words, start, end)} says what people know`);
  const until = head === start && words[head]!.lower === 'time' && joint === 'to';
  return until && !is.isVerb(is.verbAs(words[end + 1], 'base'), 'deliver')
    ? outcome(`${quote(words, start, end + 2)} names a measure`)
    : null;
}

/** "Quick recovery", "Feedback positive", "A city where all can swim" */
function ofPace(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const noun = words[phrase.head]!.noun?.lemma ?? words[phrase.head]!.lower;
  if (/^(?:fast|quick|rapid|instant)$/.test(words[start]!.lower) && paces.has(noun))
    return outcome(`${quote(words, start, phrase.end)} says how fast it goes`);
  const back = noun === 'back' && phrase.head > start ? phrase.head : phrase.head + 1;
  const returned = words[back]?.lower === 'back' && is.isPreposition(words[back + 1]);
  if (returned || words.at(-1)!.lower === 'again')
    return outcome(`${quote(words, start, phrase.head + 3)} says what is again`);
  if (reactions.has(noun) && words.some((w) => /^(?:positive|favou?rable)$/.test(w.lower)))
    return outcome(`${quote(words, phrase.head, phrase.head + 1)} says how people take it`);
  const where = words[phrase.end]?.lower === 'in' ? phrase.end + 1 : phrase.end;
  const told = words[where]?.lower === (where > phrase.end ? 'which' : 'where');
  return told && visions.has(noun) ? outcome(`${quote(words, start, where + 3)} says how it is to be`) : null;
}

/** How it is to do something. */
const ways = new Set(
  'easy easier simple quick fast safe cheap possible trivial effortless hard impossible'.split(' '),
);

/** "two-hour response time" */
const spanning = /^[\w-]+-(?:second|minute|hour|day|week|month|star)$/;

/** What is typical of many cases. */
const typical = /^(?:average|median|mean|typical|peak|p\d\d?)$/;

/** Of a measure, these say where it stands. */
const graded = new Set(
  `high low good great positive excellent fast quick rapid instant immediate near-immediate near-instant minimal short
  healthy negligible crazy solid near-zero sub-second sub-millisecond`.split(/\s+/),
);

/** What others want. */
const demand = new Set(
  'sales demand revenue growth retention attendance uptake adoption turnout engagement'.split(' '),
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
const marks = new Set(
  'target targets plan goal quota forecast capacity budget limits range norms standards average median'.split(
    ' ',
  ),
);

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
