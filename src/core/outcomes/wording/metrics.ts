import { normalizeTitle } from './normalize';
import { isNounLike, readPhrase } from './phrase';
import { quote } from './quote';
import { remember } from './remember';
import { isConjunction, isPreposition, readWords, verbAs, type Word } from './words';

/**
 * What deliverables a metric counts, quoted ("'features shipped'"), null when it counts none. Shares, times and
 * levels of anything are no counts, and goods that are the business itself ("orders shipped") are no deliverables.
 */
export function countedDeliverables(title: string | null, unit: string | null): string | null {
  if (unit !== null && /%|percent|hour|minute|second|day\b|days\b|\bms\b|[$€£¥]/i.test(unit)) return null;
  return (
    (title === null ? null : counted(title)) ??
    (unit === null ? null : counted(unit.split(/\/| per /)[0] ?? ''))
  );
}

const counted = remember((text): string | null => {
  const words = readWords(normalizeTitle(text));
  if (words.some((w) => qualified.has(w.lower))) return null;
  const start = words.findIndex((w) => w.kind === 'word');
  if (start < 0) return null;
  const { head } = readPhrase(words, start);
  const noun = lemmaAt(words, head);
  if (noun === null) return null;
  const lines = noun === 'line' && /^(?:code|sql|source)$/.test(words[head + 2]?.lower ?? '');
  const follower = words[head + 1];
  const made = follower !== undefined && madeForms.has(verbAs(follower, 'ed')?.lemma ?? '');
  const plain =
    follower === undefined || isPreposition(follower) || isConjunction(follower) || follower.kind !== 'word';
  const work = codeWork.has(noun) || lines || (plainProducts.has(noun) && words[head]!.noun?.plural === true);
  if ((made && (work || products.has(noun))) || (plain && work)) {
    const from = words[head - 1] !== undefined && isNounLike(words[head - 1]!) ? head - 1 : head;
    return quote(words, from, head + (lines ? 3 : made ? 2 : 1));
  }
  return null;
});

/** The head's singular, with its first word where only the pair means a work item ("story point"). */
function lemmaAt(words: readonly Word[], head: number): string | null {
  const word = words[head];
  if (word === undefined) return null;
  const noun = word.noun?.lemma ?? word.lower.replace(/s$/, '');
  const pair = `${words[head - 1]?.lower ?? ''} ${noun}`;
  return pairs.has(pair) ? pair : noun;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const pairs = new Set([
  'story point',
  'pull request',
  'merge request',
  'code review',
  'blog post',
  'test case',
  'case study',
]);

/** Counts of these are counts of work however they are put. */
const codeWork = new Set([
  ...set('pr mr commit loc velocity feature merge'),
  'story point',
  'pull request',
  'merge request',
  'code review',
]);

/** So are these when several are counted. */
const plainProducts = new Set(['blog post', 'case study', 'workshop', 'webinar', 'training', 'newsletter']);

/** Made in the course of work: a count of those made says nothing of what they changed. */
const products = new Set([
  ...set(`story epic task card release deployment deploy version article post page document doc report guide video
    tutorial podcast newsletter email campaign webinar workshop training session course meeting event interview survey
    presentation demo experiment prototype dashboard integration endpoint wireframe mockup design rfc adr spec
    specification runbook playbook migration tweet call leaflet brochure handout poster ticket issue test script
    whitepaper briefing seminar lecture visit audit review assessment template policy procedure plan`),
  ...pairs,
]);

/** The participles that say it was made. */
const madeForms =
  set(`ship deliver publish write create hold conduct organise organize produce release launch merge open
  close complete make send run deploy build implement add design draft record host give file review submit perform
  distribute print post prepare develop execute do`);

/** With one of these the count is about how they fare. */
const qualified =
  set(`that which without failed failing reverted rolled broken flaky unreviewed stale late used read viewed
  per-user adopted rated missed overdue rejected reopened`);
