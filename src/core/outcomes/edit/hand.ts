import type { Metric, Outcome, OutcomesFile, Written } from '../model';
import { withDescendants } from '../tree';
import type { Layout, ListLayout } from './layout';
import { isElsewhere, itemStart, lineStart } from './open';
import type { Hand } from './print';
import { isPlain, type Quote } from './scalar';

/** So many outcomes of a file tell how its author writes. */
const SAMPLE = 40;

const hands = new WeakMap<OutcomesFile, Hand>();

/** How the author of a file writes, read off what is there; what it does not tell is as in the documentation. */
export function handOf(file: OutcomesFile): Hand {
  let hand = hands.get(file);
  if (hand === undefined) hands.set(file, (hand = readHand(file)));
  return hand;
}

function readHand(file: OutcomesFile): Hand {
  const { text } = file;
  const samples = samplesOf(file);
  const pads = samples.flatMap(({ entry }) =>
    entry.flow ? [/^\s/.test(text.charAt(entry.at + 1)) ? ' ' : ''] : [],
  );
  const inBlock = samples.filter(({ entry }) => !entry.flow);
  return {
    eol: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    listIndent: usual(inBlock.flatMap((sample) => listIndentOf(text, sample))) ?? 2,
    gap: usual(inBlock.flatMap(({ entry, at }) => gapOf(text, entry.at, at))) ?? 1,
    pad: usual(pads) ?? ' ',
    quote: quoteOf(text),
    inBraces: new Set(LISTS.filter((name) => isInBraces(name, samples))),
  };
}

const LISTS = ['metrics', 'outputs', 'outcomes', 'check-ins'] as const;
/** As the documentation writes them. */
const USUALLY_IN_BRACES: ReadonlySet<string> = new Set(['outputs', 'check-ins']);

interface Sample {
  readonly list: (typeof LISTS)[number];
  readonly at: Written;
  /** The dash or brace. With a dash, a brace may follow. */
  readonly entry: { readonly at: number; readonly flow: boolean };
  readonly parent: Written | null;
}

function samplesOf(file: OutcomesFile): Sample[] {
  const samples: Sample[] = [];
  let outcomes = 0;
  const add = (list: Sample['list'], at: Written, parent: Written | null): void => {
    if (isElsewhere(at)) return;
    const entry = itemStart(file.text, at.node.start);
    if (entry !== null) samples.push({ list, at, entry, parent });
  };
  for (const outcome of withDescendants(file.outcomes)) {
    if (outcomes++ === SAMPLE) break;
    add('outcomes', outcome.at, outcome.parent?.at ?? file.at);
    addParts(outcome, add);
  }
  return samples;
}

function addParts(
  { metrics, outputs, at }: Pick<Outcome, 'metrics' | 'outputs' | 'at'>,
  add: (list: Sample['list'], at: Written, parent: Written) => void,
): void {
  for (const output of outputs.slice(0, SAMPLE)) add('outputs', output.at, at);
  for (const metric of metrics.slice(0, SAMPLE)) {
    add('metrics', metric.at, at);
    for (const checkIn of checkInsOf(metric)) add('check-ins', checkIn.at, metric.at);
  }
}

function checkInsOf(metric: Metric): Metric['checkIns'] {
  return metric.checkIns.slice(0, 3);
}

function isInBraces(list: Sample['list'], samples: readonly Sample[]): boolean {
  const own = samples.filter((sample) => sample.list === list);
  return usual(own.map(({ entry }) => entry.flow)) ?? USUALLY_IN_BRACES.has(list);
}

function listIndentOf(text: string, { entry, parent }: Sample): number[] {
  if (parent === null) return [];
  const first = parent.node.start;
  const indent = entry.at - lineStart(text, entry.at) - (first - lineStart(text, first));
  return indent >= 0 && indent <= 8 ? [indent] : [];
}

function gapOf(text: string, dash: number, { node }: Written): number[] {
  const gap = node.start - dash - 1;
  return gap >= 1 && gap <= 8 && text.slice(dash + 1, node.start).trim() === '' ? [gap] : [];
}

/** The quotes that more values of the text begin with. */
function quoteOf(text: string): Quote {
  const quotes = text.slice(0, 50_000).match(/(?<=[:,[-] +|\[)["']/g) ?? [];
  const single = quotes.filter((quote) => quote === "'").length;
  return single * 2 > quotes.length ? 'single' : 'double';
}

/** What occurs most often; of equals the first. */
function usual<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: T | undefined;
  for (const [value, count] of counts) if (most === undefined || count > counts.get(most)!) most = value;
  return most;
}

/** The hand of one list: as its entry nearest to `index` is written, in whatever way the rest of the file is. */
export function handOfList(hand: Hand, name: string, list: ListLayout, index: number, text: string): Hand {
  const near = list.members[index - 1] ?? list.members[index] ?? list.members.at(-1);
  if (near?.value.kind !== 'map') return hand;
  const { value } = near;
  const inBraces = new Set(hand.inBraces);
  if (value.flow) inBraces.add(name);
  else inBraces.delete(name);
  const gap = value.start - near.start - 1;
  const inside = text.slice(value.start + 1, value.end - 1);
  return {
    ...hand,
    inBraces,
    gap: !list.flow && gap >= 1 && text.slice(near.start + 1, value.start).trim() === '' ? gap : hand.gap,
    pad: value.flow && !/[\r\n]/.test(inside) ? (/^\s/.test(inside) ? ' ' : '') : hand.pad,
    order: value.members.map((entry) => entry.name),
    quoted: new Map(value.members.flatMap(({ name: key, value: own }) => quotedBy(key, own))),
  };
}

function quotedBy(name: string, value: Layout): (readonly [string, Quote])[] {
  // Only quotes that are not needed are a habit.
  if (value.kind !== 'leaf' || typeof value.value !== 'string' || !isPlain(value.value, true)) return [];
  return value.form === 'single' || value.form === 'double' ? [[name, value.form]] : [];
}
