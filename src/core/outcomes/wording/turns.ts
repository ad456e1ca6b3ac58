import { delivery } from './deliverable';
import { has, isDeliverable, readPhrase, type Phrase } from './phrase';
import { quote } from './quote';
import { output, type Reading } from './reading';
import * as is from './words';
import type { Word } from './words';

/** Turns of phrase that name work or a thing although their noun alone says nothing; null without one. */
export function namedWork(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const text = words
    .slice(start)
    .map((w) => w.lower)
    .join(' ');
  const turn = turns.find((t) => t.test(text));
  if (turn) return delivery(words, start + 1, `${quote(words, start, start + 3)} names an activity`);
  return ofParts(words, start, phrase) ?? ofForm(words, start, phrase) ?? ofFeature(words, start, phrase);
}

const turns = [
  /^(?:(?:continuous|continued|ongoing|further) )?work on /,
  /^(?:(?:strong|continued|increased) )?focus on (?!being |becoming )[a-z-]+ing /,
  /^(?:awareness|capacity|team|fund|confidence)[ -](?:raising|building)\b/,
  /^(?:drag[ -]and[ -]drop|search-as-you-type|copy and paste|lazy loading|hot reload|infinite scroll|pull to refresh)/,
  /^use of .+ (?:as|to [a-z-]+) /,
];

/** "Changes to the menu", "Compatibility with older phones", "An index of wards": what it is of or with decides. */
function ofParts(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const head = words[phrase.head];
  const joint = words[phrase.end]?.lower ?? '';
  if (head === undefined || joint === '') return null;
  const noun = head.noun?.lemma ?? head.lower.replace(/s$/, '');
  const inner = readPhrase(words, phrase.end + 1);
  const thing = has(inner, 'thing', 'mechanism') && !has(inner, 'measure', 'person', 'trouble');
  const handled =
    (joint === 'to' && edits.has(noun) && thing) ||
    (joint === 'with' && fits.has(noun) && !has(inner, 'measure', 'quality')) ||
    (joint === 'with' && alliances.has(noun) && (has(inner, 'person') || inner.number || inner.plural)) ||
    (/^(?:of|for)$/.test(joint) && phrase.article === 'a' && records.has(noun)) ||
    (joint === 'of' &&
      noun === 'availability' &&
      isDeliverable(inner) &&
      !isGraded(words, start, phrase.head));
  return handled
    ? delivery(words, phrase.end, `${quote(words, phrase.head, phrase.end + 1)} names work on a thing`)
    : null;
}

const edits = new Set(
  'change modification adjustment amendment addition fix edit correction tweak'.split(' '),
);
const fits = new Set('compatibility interoperability integration parity interop'.split(' '));
const alliances = new Set('partnership collaboration agreement alliance cooperation contract'.split(' '));

/** With "a … of", what is written down. */
const records = new Set(
  'inventory index record account view register picture profile log history'.split(' '),
);

const isGraded = (words: readonly Word[], start: number, head: number): boolean =>
  words.slice(start, head).some((w) => /^(?:high|higher|low|full|constant|continuous|better)$/.test(w.lower));

/** "Route search v2", "notes.md of the ward": a name that only things have. */
function ofForm(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const head = words[phrase.head];
  if (head === undefined || has(phrase, 'person')) return null;
  const version = phrase.head > start && /^v\d/.test(head.lower);
  const file = /\.(?:md|py|jsx?|tsx?|mjs|json|jsonl|ya?ml|toml|html|css|csv|txt|pdf|sh|rs|sql|xml|log)$/.test(
    head.lower,
  );
  const auto = /^auto-?(?:comp|sav|scal|form|correct|updat|fill|retr|detect|link)/.test(head.lower);
  return version || file || auto ? output(`'${head.text}' names a thing to deliver`) : null;
}

/** "Automatic flagging of late trams", "Manual seat ranking": what a thing does by itself or lets people do. */
function ofFeature(words: readonly Word[], start: number, phrase: Phrase): Reading | null {
  const named = words.slice(start, phrase.end);
  const last = named.at(-1);
  const ing = is.verbAs(last, 'ing');
  if (phrase.head < 0 && ing && !is.isVerb(ing, 'act') && words[phrase.end]?.lower === 'of')
    return delivery(words, phrase.end, `${quote(words, start, phrase.end)} names an activity`);
  const regular =
    named.some((w) => /^(?:weekly|monthly|quarterly|yearly|annual|biannual|regular|daily)$/.test(w.lower)) ||
    words.some((w, i) => w.lower === 'every' && dates.test(words[i + 1]?.lower ?? ''));
  if (regular && has(phrase, 'activity') && !has(phrase, 'trouble'))
    return delivery(words, phrase.end, `${quote(words, start, phrase.end)} names what is held`);
  const shared = last?.lower === 'sharing' && phrase.head > start && is.isNoun(named.at(-2), 'thing');
  if (shared) return delivery(words, phrase.end, `${quote(words, start, phrase.end)} names a feature`);
  const built = named.some((w) => builtIn.has(w.lower)) && phrase.head > start;
  const act = !has(phrase, 'measure') || /(?:ing|ion|behaviou?r)$/.test(words[phrase.head]!.lower);
  return built && act && !has(phrase, 'trouble', 'quality', 'person') && !phrase.plural
    ? delivery(words, phrase.end, `${quote(words, start, phrase.end)} names a feature`)
    : null;
}

/** What comes round. */
const dates =
  /^(?:day|week|month|quarter|year|term|first|second|third|last|other|mon|tues|wednes|thurs|fri|satur|sun)/;

/** Of a thing, these say how it is made to work. */
const builtIn = new Set(
  'automatic automated manual custom configurable drag-and-drop built-in one-click in-app offline bulk recurring inline'.split(
    ' ',
  ),
);
