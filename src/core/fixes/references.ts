import type { EditResult, TextEdit } from '../edits';
import type { Entry, OutcomesFile, OutcomeTree } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { everyOutcome, insteadAt } from '../outcomes/tree';
import type { Span } from '../text';
import { createNearest } from '../work/near';
import { fixOf, type Fix, type FixContext, type Marked } from './fix';
import { freeId, takenIds } from './ids';
import { isSame, placesOf } from './places';
import { replaceValue } from './value';

/** Another id for the later definition; links keep leading to the first one. */
export function duplicateIdFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  // What an alias repeats cannot differ from itself.
  const here = [...placesOf(file)].filter(({ node }) => isSame(node.at.self, span));
  const [place] = here;
  if (place === undefined || place.kind === 'check-in' || here.length > 1) return [];
  const id = freeId(place.node.id ?? place.kind, takenIds(tree));
  return [
    fixOf(`Give it another id: ${shown(id)}`, file, () => replaceValue(file, span, id), { preferred: true }),
  ];
}

/** The id that `instead` or `serves` most likely means. */
export function unknownReferenceFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  for (const reference of referencesIn(file))
    if (isSame(reference.span, span)) return fixesOf(file, reference, tree);
  return [];
}

/** The same for every reference of the file, but for those to another number: `KEY-1` is not misspelt for `KEY-8`. */
export function allReferenceFixes(file: OutcomesFile, tree: OutcomeTree): Fix[] {
  return [...referencesIn(file)].flatMap((reference) => {
    const meant = meantBy(reference, tree);
    return meant === null || wordsOf(meant) === wordsOf(reference.id) ? [] : fixesOf(file, reference, tree);
  });
}

function wordsOf(id: string): string {
  return id.toLowerCase().replace(/\d+/g, '0');
}

/** Every `serves` of the file that names an outcome names another one. */
export function serveInstead(file: OutcomesFile, from: string, to: string): EditResult {
  const edits: TextEdit[] = [];
  for (const { id, wanted, span } of referencesIn(file)) {
    if (wanted !== 'outcome' || id.toLowerCase() !== from.toLowerCase()) continue;
    const result = replaceValue(file, quoted(file, span), to);
    if ('refused' in result) return result;
    edits.push(...result.edits);
  }
  return { edits };
}

function fixesOf(file: OutcomesFile, reference: Reference, tree: OutcomeTree): Fix[] {
  const meant = meantBy(reference, tree);
  if (meant === null) return [];
  const make = () => replaceValue(file, quoted(file, reference.span), meant);
  return [fixOf(`Change to ${shown(meant)}`, file, make, { preferred: true })];
}

interface Reference {
  readonly id: string;
  readonly wanted: Entry['kind'];
  readonly owner: string;
  /** Without quotes, as findings mark it. */
  readonly span: Span;
}

function* referencesIn(file: OutcomesFile): Generator<Reference> {
  for (const { kind, node } of placesOf(file)) {
    if (kind !== 'output') continue;
    const at = insteadAt(node);
    if (node.instead !== null && at !== undefined)
      yield { id: node.instead, wanted: 'output', owner: node.id, span: at };
    for (const [i, span] of node.servesAt.entries())
      yield { id: node.serves[i]!, wanted: 'outcome', owner: node.id, span };
  }
}

/** An output or metric in place of an outcome means the one that it leads to; else a misspelt id is meant, if one is near. */
function meantBy({ id, wanted, owner }: Reference, tree: OutcomeTree): string | null {
  const entry = tree.entries.get(id.toLowerCase());
  if (entry !== undefined) {
    const leads = wanted === 'outcome' && entry.kind === 'output' && entry.output.id !== owner;
    return leads && entry.outcome.id !== '' ? entry.outcome.id : null;
  }
  const measured = wanted === 'outcome' ? metricOwner(id, tree) : null;
  if (measured !== null) return measured;
  const near = nearestIn(tree, wanted)(id);
  return near?.toLowerCase() === owner.toLowerCase() ? null : near;
}

/** The outcome that a metric of this id measures. */
function metricOwner(id: string, tree: OutcomeTree): string | null {
  const key = id.toLowerCase();
  if (!takenIds(tree).has(key)) return null;
  for (const { id: owner, metrics } of everyOutcome(tree))
    if (metrics.some((metric) => metric.id?.toLowerCase() === key)) return owner || null;
  return null;
}

type Nearest = ReturnType<typeof createNearest>;
const prepared = new WeakMap<OutcomeTree, Record<Entry['kind'], Nearest>>();

function nearestIn(tree: OutcomeTree, kind: Entry['kind']): Nearest {
  let nearest = prepared.get(tree);
  if (nearest === undefined) {
    const ids: Record<Entry['kind'], string[]> = { outcome: [], output: [] };
    for (const entry of tree.entries.values()) ids[entry.kind].push(entry.output?.id ?? entry.outcome.id);
    nearest = { outcome: createNearest(ids.outcome), output: createNearest(ids.output) };
    prepared.set(tree, nearest);
  }
  return nearest[kind];
}

function quoted({ text }: OutcomesFile, { start, end }: Span): Span {
  const quote = text.charAt(start - 1);
  return (quote === '"' || quote === "'") && text.charAt(end) === quote
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
