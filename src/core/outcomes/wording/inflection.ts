import { nounClasses, type NounClass } from './lexicon/nouns';
import { verbClasses, type VerbClass } from './lexicon/verbs';

/** base: "ship" · s: "ships" · ing: "shipping" · ed: "shipped", past tense and participle alike. */
export type VerbForm = 'base' | 's' | 'ing' | 'ed';

export interface VerbReading {
  readonly lemma: string;
  readonly form: VerbForm;
  readonly classes: readonly VerbClass[];
}

export interface NounReading {
  readonly lemma: string;
  readonly plural: boolean;
  readonly classes: ReadonlySet<NounClass>;
}

/**
 * How a lower-case word can be read as a known verb, the likeliest form first; [] when it cannot. English
 * inflection: -s/-es/-ies, -ing and -ed with a doubled consonant, a dropped -e or -y turned to -i, and the
 * irregular verbs that plans are written with. A prefixed verb ("re-deploy", "co-create") reads as its stem.
 */
export function readVerb(word: string): VerbReading[] {
  const readings: VerbReading[] = [];
  const add = (lemma: string, form: VerbForm): boolean => {
    const classes = verbClasses(lemma);
    if (!classes || readings.some((r) => r.form === form)) return false;
    readings.push({ lemma, form, classes });
    return true;
  };
  add(word, 'base');
  const irregular = irregularPasts.get(word);
  if (irregular !== undefined) add(irregular, 'ed');
  if (word.endsWith('s')) stemsOfS(word).some((stem) => add(stem, 's'));
  if (word.endsWith('ing')) stems(word.slice(0, -3)).some((stem) => add(stem, 'ing'));
  if (word.endsWith('ed')) {
    stems(word.slice(0, -2), word.endsWith('ied')).some((stem) => add(stem, 'ed'));
  }
  if (readings.length > 0) return readings;
  const prefix = /^(?:re|co|pre|de|un|over|out|mis|up|self|auto|fast|cross)-/.exec(word)?.[0];
  if (prefix !== undefined) {
    const stem = readVerb(word.slice(prefix.length));
    return stem.length > 0 ? stem : readVerb(word.replace('-', ''));
  }
  const glued = /^(?:re|co|pre|de)(?=[a-z]{4})/.exec(word)?.[0];
  const inner = glued === undefined ? [] : readVerb(word.slice(glued.length));
  return inner.filter((r) => r.classes[0] === 'deliver');
}

/**
 * How a lower-case word can be read as a known noun; null when it cannot. Singular and plural, irregular
 * plurals, and compounds written with a hyphen, which are what their last part is.
 */
export function readNoun(word: string): NounReading | null {
  const own = irregularPlurals.has(word) ? undefined : nounClasses(word);
  if (own) return { lemma: word, plural: uninflectedPlurals.has(word), classes: own };
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) {
    const classes = nounClasses(irregular);
    if (classes) return { lemma: irregular, plural: true, classes };
  }
  if (/...men$/.test(word)) {
    const man = `${word.slice(0, -2)}an`;
    const classes = nounClasses(man);
    if (classes) return { lemma: man, plural: true, classes };
  }
  if (word.endsWith('s')) {
    for (const stem of stemsOfS(word)) {
      const classes = nounClasses(stem);
      if (classes) return { lemma: stem, plural: true, classes };
    }
  }
  const hyphen = word.lastIndexOf('-');
  const joined = hyphen > 0 ? readNoun(word.replaceAll('-', '')) : null;
  if (joined) return joined;
  return hyphen > 0 ? readNoun(word.slice(hyphen + 1)) : null;
}

/** Whether an unknown word looks like a plural noun: "jingles", not "status", "business" or "analysis". */
export function looksPlural(word: string): boolean {
  return word.length > 3 && /[^suı]s$/.test(word) && !/(?:is|ous|'s)$/.test(word);
}

/** What -ing or -ed may have been put on: as it is, without a doubled consonant, with a dropped -e, y for i. */
function stems(stem: string, fromIed = false): string[] {
  if (fromIed) return [`${stem.slice(0, -1)}y`, stem];
  const found = [stem, `${stem}e`];
  if (/([bdfgklmnprtvz])\1$/.test(stem)) found.push(stem.slice(0, -1));
  if (stem.endsWith('y')) found.push(`${stem.slice(0, -1)}ie`);
  return found;
}

/** What a final -s may have been put on. */
function stemsOfS(word: string): string[] {
  if (word.endsWith('ss')) return [];
  const found = [word.slice(0, -1)];
  if (word.endsWith('ies')) found.unshift(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2));
  if (word.endsWith('ves')) found.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`);
  return found;
}

/** Each line: base form, then its past forms where they differ from it. */
const irregularVerbs = `
  begin began begun|break broke broken|bring brought|build built|buy bought|choose chose chosen|come came come|cost cost
  |cut cut|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|find found|forget forgot
  forgotten|get got gotten|give gave given|go went gone|grow grew grown|hear heard|hit hit|hold held|keep kept
  |know knew known|lay laid|lead led|leave left|learn learnt|let let|lose lost|make made|meet met|overcome overcame
  |overtake overtook overtaken|pay paid|prove proven|put put|read read|rebuild rebuilt|redo redid redone|rewrite
  rewrote rewritten|rise rose risen|run ran run|say said|see saw seen|sell sold|send sent|set set|show shown|shrink
  shrank shrunk|sleep slept|speak spoke spoken|spend spent|spin spun|split split|spread spread|stand stood|stick
  stuck|take took taken|teach taught|tell told|think thought|undertake undertook undertaken|understand understood
  |upsell upsold|wear wore worn|win won|write wrote written|beat beaten|become became become|forecast forecast|broadcast
  broadcast|undercut undercut|outdo outdid outdone|withdraw withdrew withdrawn`;
const irregularPasts = new Map<string, string>();
for (const line of irregularVerbs.split('|')) {
  const [base = '', ...pasts] = line.trim().split(/\s+/);
  for (const past of pasts) irregularPasts.set(past, base);
}

const irregularPlurals = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['alumni', 'alumnus'],
  ['criteria', 'standard'],
  ['measures', 'standard'],
  ['analyses', 'analysis'],
  ['midwives', 'midwife'],
  ['staffs', 'staff'],
  ['indices', 'index'],
  ['schemata', 'schema'],
]);
const uninflectedPlurals = new Set(['staff', 'youth', 'everyone', 'personnel', 'police']);
