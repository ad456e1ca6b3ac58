import { addDays } from '../outcomes/day';
import { addField, outputFromOutcome, setField } from '../outcomes/edit';
import type { Metric, Outcome, OutcomesFile, OutcomeTree } from '../outcomes/model';
import { shown } from '../outcomes/phrases';
import { ancestorsOf } from '../outcomes/tree';
import { fixOf, type FileEdits, type Fix, type FixContext, type FixResult, type Marked } from './fix';
import { freeId, takenIds } from './ids';
import { fieldAt } from './places';
import { serveInstead } from './references';
import { outcomesTitledAt, stopped } from './skeletons';
import { replaceValue } from './value';

const NEW_TITLE = 'The change that is wanted, and for whom';

/** An outcome that names a delivery becomes the first output of a new outcome in its place. */
export function outputFixes({ file, span }: Marked, { tree }: FixContext): Fix[] {
  return outcomesTitledAt(file, span).map((outcome) => ({
    title: 'Make it an output under a new outcome',
    preferred: false,
    edits: () => turnedIntoOutput(file, outcome, tree),
  }));
}

function turnedIntoOutput(file: OutcomesFile, outcome: Outcome, tree: OutcomeTree): FixResult {
  const id = freeId('new-outcome', takenIds(tree));
  const made = stopped(file, outputFromOutcome(file, outcome, { id, title: NEW_TITLE }), [
    new RegExp(`(${NEW_TITLE})`),
    new RegExp(`(${id})`),
  ]);
  if ('refused' in made || tree.entries.get(outcome.id.toLowerCase())?.outcome !== outcome) return made;
  // Only an outcome is served: outputs in other files that name it mean the new one.
  const others = tree.files.filter((other) => other !== file);
  const served = others.map((other) => ({ other, result: serveInstead(other, outcome.id, id) }));
  const files: FileEdits[] = [...made.files];
  for (const { other, result } of served) {
    if ('refused' in result) return { refused: `${other.path}: ${result.refused}` };
    if (result.edits.length > 0) files.push({ path: other.path, edits: result.edits, stops: [] });
  }
  return { files };
}

/** The due date of the outcome above, where one is due after what it is part of; the status that a shipping day says. */
export function dateFixes({ file, span }: Marked, { today }: FixContext): Fix[] {
  const found = fieldAt(file, span);
  if (found === null) return [];
  const { place, name } = found;
  if (place.kind === 'output' && name === 'shipped') {
    const { node } = place;
    // What is yet to come has not shipped, whatever its status.
    if (node.status === 'shipped' || node.shipped === null || node.shipped > addDays(today, 1)) return [];
    return [
      fixOf('Write `status: shipped`', file, () => setField(file, node, 'status', 'shipped'), {
        preferred: true,
      }),
    ];
  }
  if (place.kind === 'outcome' && name === 'due') {
    const { due, start } = place.node;
    for (const above of ancestorsOf(place.node)) {
      if (above.due === null || due === null || due <= above.due) continue;
      const latest = above.due;
      if (start !== null && latest < start) continue;
      return [
        fixOf(`Change to ${shown(latest)}, as of ${shown(above.id)}`, file, () =>
          replaceValue(file, span, latest),
        ),
      ];
    }
  }
  return [];
}

/** The goal that the numbers of a metric speak of. */
export function targetFixes({ file, span }: Marked): Fix[] {
  const found = fieldAt(file, span);
  if (found?.place.kind !== 'metric') return [];
  const { node } = found.place;
  const { baseline, target, goal, at } = node;
  const stated = at.keys.get('goal');
  if (
    found.name === 'target' &&
    target === null &&
    stated !== undefined &&
    goal !== null &&
    goal !== 'between'
  )
    return [goalFix(file, node, 'between', 'Write `goal: between`')];
  if (baseline === null || typeof target !== 'number') return [];
  if (target === baseline)
    return (['at-least', 'at-most'] as const).map((level) =>
      goalFix(file, node, level, `Keep this level: write \`goal: ${level}\``),
    );
  const meant = target > baseline ? 'increase' : 'decrease';
  return stated !== undefined && (goal === 'increase' || goal === 'decrease') && goal !== meant
    ? [goalFix(file, node, meant, `Write \`goal: ${meant}\``)]
    : [];
}

function goalFix(file: OutcomesFile, metric: Metric, goal: NonNullable<Metric['goal']>, title: string): Fix {
  return fixOf(title, file, () =>
    metric.at.keys.has('goal') ? setField(file, metric, 'goal', goal) : addField(file, metric, 'goal', goal),
  );
}
