import type { EditResult, TextEdit } from '../edits';
import { addField, setField, type NewMetric } from '../outcomes/edit';
import type { Outcome, OutcomesFile } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { withDescendants } from '../outcomes/tree';
import type { Span } from '../text';
import { fixOf, type Fix, type FixContext, type FixResult, type Marked } from './fix';
import { freeId, idFromTitle, takenIds } from './ids';
import { ownersOf } from './owners';
import { quarterOf } from './periods';
import { markedBy } from './places';

/** What a new field says until somebody writes what is true. */
const OPEN = {
  why: 'What is lost if it does not come about',
  owner: '@team',
  title: 'The change that is wanted, and for whom',
  measure: 'What is counted',
  unit: 'unit',
} as const;

/** So many of those who answer for other outcomes are offered by name. */
const MOST_OWNERS = 2;

/** A metric to fill in, or the target that a metric lacks. Both stay a finding until the numbers are put in. */
export function metricFixes(marked: Marked, { tree }: FixContext): Fix[] {
  const { file } = marked;
  return markedBy(file, marked.span).flatMap((place) => {
    if (place.kind === 'outcome') return [newMetricFix(file, place.node, takenIds(tree))];
    if (place.kind !== 'metric') return [];
    // Equal to the baseline it says that nothing changes, which is reported until the true one is there.
    const value = place.node.baseline ?? 0;
    return [open('Add `target`', file, () => addField(file, place.node, 'target', value))];
  });
}

/** The same for a finding that marks the title of an outcome. */
export function metricForTitleFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  return outcomesTitledAt(file, span).map((outcome) => newMetricFix(file, outcome, takenIds(tree)));
}

function newMetricFix(file: OutcomesFile, outcome: Outcome, taken: ReadonlySet<string>): Fix {
  return {
    title: 'Add a metric',
    preferred: false,
    edits: () => {
      const metric = {
        id: freeId(`${outcome.id.slice(0, 60).replace(/-$/, '') || 'outcome'}-metric`, taken),
        title: OPEN.measure,
        unit: OPEN.unit,
        baseline: 0,
        target: 0,
      } satisfies NewMetric;
      return stopped(file, addField(file, outcome, 'metrics', [metric]), [
        /title: *["']?(What is counted)/,
        /unit: *["']?(unit)/,
        /baseline: *(0)/,
        /target: *(0)/,
      ]);
    },
  };
}

/** The first value measured is where it started; else a value to be typed over, and the ways to say it is a level. */
export function baselineFixes({ file, span }: Marked): Fix[] {
  return markedBy(file, span).flatMap((place) => {
    if (place.kind !== 'metric') return [];
    const { node } = place;
    const first = node.checkIns[0];
    const target = typeof node.target === 'number' ? node.target : null;
    const measured =
      first === undefined || first.value === target
        ? []
        : [
            fixOf(`Add \`baseline: ${first.value}\`, the first check-in`, file, () =>
              addField(file, node, 'baseline', first.value),
            ),
          ];
    const levels = (['at-least', 'at-most'] as const).map((goal) =>
      fixOf(`Keep a level: add \`goal: ${goal}\``, file, () => addField(file, node, 'goal', goal)),
    );
    return [
      ...measured,
      open('Add `baseline`', file, () => addField(file, node, 'baseline', target ?? 0)),
      ...(node.goal === null && target !== null && !node.at.keys.has('goal') ? levels : []),
    ];
  });
}

/** The end of the quarter after next, or what lies below it needs longer. */
export function dueFixes({ file, span }: Marked, { today }: FixContext): Fix[] {
  return outcomesMarkedBy(file, span).map((outcome) => {
    const from = outcome.start !== null && outcome.start > today ? outcome.start : today;
    const quarter = quarterOf(from, 2);
    let last = quarter.end;
    for (const { due } of withDescendants(outcome.outcomes)) if (due !== null && due > last) last = due;
    const due = last === quarter.end ? quarter.name : last;
    return open(`Add ${shown(`due: ${due}`)}`, file, () => addField(file, outcome, 'due', due));
  });
}

export function ownerFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  return outcomesMarkedBy(file, span).flatMap((outcome) => [
    ...ownersOf(tree)
      .slice(0, MOST_OWNERS)
      .map((owner) =>
        fixOf(`Add ${shown(`owner: ${owner}`)}`, file, () => addField(file, outcome, 'owner', owner)),
      ),
    open('Add `owner`', file, () => addField(file, outcome, 'owner', OPEN.owner)),
  ]);
}

export function whyFixes({ file, span }: Marked): Fix[] {
  return outcomesMarkedBy(file, span).map((outcome) =>
    open('Add `why`', file, () => writtenWhy(file, outcome)),
  );
}

/** The `id` and `title` that an outcome, metric or output lacks. The finding marks the node, not a value. */
export function missingFieldFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  const version = versionFix(file, span);
  if (version !== null) return [version];
  return markedBy(file, span).flatMap(({ kind, node }) => {
    if (kind === 'check-in') return [];
    const lacks = (name: string) => !node.at.keys.has(name);
    const fixes: Fix[] = [];
    if (lacks('id')) {
      const id = freeId(idFromTitle(node.title ?? '') || kind, takenIds(tree));
      fixes.push(open(`Add ${shown(`id: ${id}`)}`, file, () => addField(file, node as Outcome, 'id', id)));
    }
    if (lacks('title') && kind === 'outcome')
      fixes.push(open('Add `title`', file, () => addField(file, node, 'title', OPEN.title)));
    return fixes;
  });
}

function versionFix(file: OutcomesFile, span: Span): Fix | null {
  const { at, text } = file;
  if (at === null || at.keys.has('version') || at.self.start !== span.start || at.self.end !== span.end)
    return null;
  const start = Math.min(...[...at.keys.values()].map(({ key }) => key.start));
  return fixOf('Add `version: 1`', file, () => {
    const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
    const before = text.slice(line, start).replace('\ufeff', '');
    if (/^ *$/.test(before) && !/[{]\s*$/.test(text.slice(0, start))) {
      const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      return { edits: [{ span: { start, end: start }, newText: `version: 1${eol}${before}` }] };
    }
    return /\{\s*$/.test(text.slice(0, start))
      ? { edits: [{ span: { start, end: start }, newText: 'version: 1, ' }] }
      : { refused: 'The fields of the file do not start a line. Add `version: 1` by hand.' };
  });
}

function outcomesMarkedBy(file: OutcomesFile, span: Span): Outcome[] {
  return markedBy(file, span).flatMap(({ kind, node }) => (kind === 'outcome' ? [node] : []));
}

export function outcomesTitledAt(file: OutcomesFile, span: Span): Outcome[] {
  const found: Outcome[] = [];
  for (const outcome of withDescendants(file.outcomes)) {
    const title = outcome.at.keys.get('title')?.value;
    if (title?.start === span.start && title.end === span.end) found.push(outcome);
  }
  return found;
}

/** A field that is there may hold blanks only. */
function writtenWhy(file: OutcomesFile, outcome: Outcome): EditResult {
  const added = addField(file, outcome, 'why', OPEN.why);
  return 'refused' in added && outcome.at.keys.has('why') ? setField(file, outcome, 'why', OPEN.why) : added;
}

function open(title: string, file: OutcomesFile, make: () => EditResult): Fix {
  return fixOf(title, file, make, { open: true });
}

/** The first group of each pattern in what is newly written, in the order of the patterns. */
export function stopped(file: OutcomesFile, result: EditResult, patterns: readonly RegExp[]): FixResult {
  if ('refused' in result) return result;
  const sorted = [...result.edits].sort((a, b) => a.span.start - b.span.start);
  const stops = patterns.flatMap((pattern) => stopIn(sorted, pattern));
  return { files: [{ path: file.path, edits: result.edits, stops }] };
}

function stopIn(sorted: readonly TextEdit[], pattern: RegExp): Span[] {
  let shift = 0;
  for (const { span, newText } of sorted) {
    const found = new RegExp(pattern, 'd').exec(newText)?.indices?.[1];
    if (found !== undefined) {
      const base = span.start + shift;
      return [{ start: base + found[0], end: base + found[1] }];
    }
    shift += newText.length - (span.end - span.start);
  }
  return [];
}
