import { ID, isReserved, LONGEST_ID } from '../outcomes/id';
import type { OutcomeTree } from '../outcomes/model';
import { everyOutcome } from '../outcomes/tree';

const known = new WeakMap<OutcomeTree, ReadonlySet<string>>();

/** Every id of the tree in lower case, those of metrics included: an id is unique among all of them. */
export function takenIds(tree: OutcomeTree): ReadonlySet<string> {
  let ids = known.get(tree);
  if (ids === undefined) known.set(tree, (ids = new Set(idsOf(tree))));
  return ids;
}

function* idsOf(tree: OutcomeTree): Generator<string> {
  for (const { id, metrics, outputs } of everyOutcome(tree)) {
    yield id.toLowerCase();
    for (const metric of metrics) if (metric.id !== null) yield metric.id.toLowerCase();
    for (const output of outputs) yield output.id.toLowerCase();
  }
}

/** The wanted id, or else the first one after it that is free: `calls`, `calls-2`; `VOICE-12`, `VOICE-13`. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase()) && !isReserved(wanted)) return wanted;
  const [, stem = wanted, number] = /^(.+)-(\d{1,6})$/.exec(wanted) ?? [];
  for (let next = number === undefined ? 2 : Number(number) + 1; ; next++) {
    const end = `-${next}`;
    const id = stem.slice(0, LONGEST_ID - end.length).replace(/-+$/, '') + end;
    if (!taken.has(id.toLowerCase())) return id;
  }
}

/** Ids are for typing: more than this is a sentence. */
const MOST_WORDS = 5;
const MOST_CHARACTERS = 40;

/** An id that recalls a title, as `customers-keep-reliable-voice` does; empty when the title has no Latin letter. */
export function idFromTitle(title: string): string {
  const words = latin(title)
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !SILENT.has(word));
  let id = '';
  for (const word of (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)) {
    const longer = id === '' ? word.slice(0, MOST_CHARACTERS) : `${id}-${word}`;
    if (longer.length > MOST_CHARACTERS) break;
    id = longer;
  }
  return ID.test(id) ? id : '';
}

const SILENT = new Set(
  (
    'a an the of and or to from for in on at by with within without into as is are be being been their its our your ' +
    'his her this that these those who which we they it than so'
  ).split(' '),
);

/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function latin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/giu, (letter) => LATIN[letter.toLowerCase()] ?? letter);
}
