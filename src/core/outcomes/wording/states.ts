import * as closed from './lexicon/words';
import { nounClasses } from './lexicon/nouns';
import { has, readPhrase, type Phrase } from './phrase';
import { quote } from './quote';
import { outcome, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** "Confident night nurses", "Families with stable jobs", "Affordable housing": how people are or live; null without it. */
export function namedState(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  if (phrase.head < 0) return null;
  const first = words[start]!.lower;
  const [head, next] = [words[phrase.head]!, words[phrase.head + 1]];
  const person = has(phrase, 'person') && !has(phrase, 'thing');
  const feels = closed.qualities.has(first) && !judged.has(first) && phrase.plural;
  const whose = phrase.head > start + 1 || words.length > phrase.end;
  if (person && phrase.head > start && (contented.has(first) || (feels && whose)))
    return outcome(`${quote(words, start, phrase.end)} says how people are`);
  if (
    has(phrase, 'person') &&
    phrase.plural &&
    next &&
    (/^(?:ready|fluent|proficient|safe)$/.test(next.lower) ||
      (closed.qualities.has(next.lower) && !closed.doneStates.has(next.lower)))
  )
    return outcome(`${quote(words, phrase.head, phrase.head + 3)} says how people are`);
  const having = person && phrase.plural && next?.lower === 'with';
  const had = having ? readPhrase(words, phrase.head + 2) : null;
  if (had !== null && (isSound(words[phrase.head + 2]) || words[had.head]?.lower === 'access'))
    return outcome(`${quote(words, phrase.head, phrase.head + 4)} says how people are`);
  const placed =
    person && phrase.plural && next?.lower === 'in' && places.test(words[phrase.head + 2]?.lower ?? '');
  if (placed) return outcome(`${quote(words, phrase.head, phrase.head + 3)} says how people are`);
  const spared = /^(.+)-free$/.exec(first)?.[1];
  const trouble = spared !== undefined && !dispensable.has(spared) ? nounClasses(spared) : undefined;
  if (trouble?.has('trouble') && phrase.head > start)
    return outcome(`'${words[start]!.text}' says what happens no more`);
  const access = head.lower === 'access' && next?.lower === 'to';
  const used = access ? readPhrase(words, phrase.head + 2) : phrase;
  const lived = goods.has(words[used.head]?.noun?.lemma ?? words[used.head]?.lower ?? '');
  if (access && (lived || has(used, 'measure', 'quality') || isSound(words[phrase.head + 2])))
    return outcome(`${quote(words, phrase.head, used.end)} says what people can use`);
  const due = next?.lower === 'for' && has(readPhrase(words, phrase.head + 2), 'person');
  if (due && /^(?:jobs?|dignity|justice|equality|rights)$/.test(head.lower))
    return outcome(`${quote(words, phrase.head, phrase.head + 3)} says how people live`);
  const everybody = words.some(
    (w, i) => w.lower === 'for' && /^(?:every|all|everyone)$/.test(words[i + 1]?.lower ?? ''),
  );
  if (everybody && phrase.article === 'a' && isSound(words[start + 1]))
    return outcome(`${quote(words, start, phrase.end)} for all says how people live`);
  return lived &&
    phrase.head > start &&
    phrase.head < start + 3 &&
    isSound(words[start]) &&
    !is.isComparative(words[start])
    ? outcome(`${quote(words, start, phrase.end)} says how people live`)
    : null;
}

const contented = new Set(['happy', 'satisfied', 'loyal', 'delighted', 'happier']);

const places = /^(?:work|employment|education|school|leadership|training|poverty|debt|jobs|shelter)$/;

/** A thing can be made without these. */
const dispensable = new Set(['dependency', 'duplicate', 'smell', 'issue', 'flake']);

/** Said of people, these praise more than they tell. */
const judged = new Set(
  `good great cheap high low rare close likely popular competitive independent visible short small free supported
  trusted better friendly easy fast quick`.split(/\s+/),
);

function isSound(word: Word | undefined): boolean {
  const lower = word?.lower ?? '';
  return closed.soundStates.has(lower) || lower === 'healthy' || lower === 'decent' || is.isComparative(word);
}

/** What people live by: sound, it is a state of theirs and no thing to hand over. */
export const goods = new Set(
  `housing home food meal water energy power electricity heat heating light transport care childcare healthcare
  sanitation air soil river street road school work job income wage finance credit internet connectivity market
  delivery trip travel park land medicine education justice environment neighbourhood neighborhood population train bus tram ferry`.split(
    /\s+/,
  ),
);
