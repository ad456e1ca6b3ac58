import { areApart, movedBy, type EditResult, type TextEdit } from '../../edits';
import type { Outcome, OutcomesFile, Output } from '../model';
import { withDescendants } from '../tree';
import { entryOf, meaningWith } from './fields';
import { finish } from './finish';
import { withEntry, type Piece } from './lists';
import type { Meaning } from './meaning';
import type { FilesEditResult, OutcomePlace, OutputPlace } from './model';
import { isElsewhere, openNode } from './open';
import { attempt, refuse } from './refusal';
import { takeOut } from './take-out';

/**
 * Moves an output to the end of another outcome's outputs, in the same file or another one, with the comments that
 * belong to it: those above and behind it, and those inside. No edits when it is there already. `reveal` is its title.
 */
export function moveOutput(from: OutputPlace, to: OutcomePlace): FilesEditResult {
  return attempt(() => {
    if (to.outcome.outputs.includes(from.output)) return { files: [] };
    const { path } = from.file;
    const { edits, piece } = withoutOutput(from.file, from.output);
    const opened = openNode(to.file, to.outcome, 'outputs');
    const target = finish(opened, withEntry(opened, 'outcome', 'outputs', piece));
    if (path === to.file.path) return { files: [{ path, ...together(edits, target) }] };
    return {
      files: [
        { path, edits },
        { path: to.file.path, ...target },
      ],
    };
  });
}

type Made = Extract<EditResult, { edits: unknown }>;

function withoutOutput(file: OutcomesFile, output: Output): { edits: readonly TextEdit[]; piece: Piece } {
  if (isElsewhere(output.at)) refuse('This output is written as a YAML alias. Write it out first.');
  const opened = openNode(file, ownerOf(file, output), 'outputs');
  const { map, slice } = opened;
  const entry = entryOf(map, 'outputs');
  const list = entry?.value;
  if (entry === undefined || list?.kind !== 'list')
    refuse('`outputs` is not written as a list here. Edit it by hand.');
  const index = list.members.findIndex(
    ({ value }) =>
      value.kind === 'map' &&
      value.members.some(({ key }) => slice.toFile(key.start) === output.at.node.start),
  );
  if (index < 0) refuse('This output is written in a way that cannot be moved. Edit it by hand.');
  const { edits, piece } = takeOut(slice.text, entry, list, index);
  const made = finish(opened, {
    edits,
    touched: [map, list],
    becomes: (before) => meaningWith(before, 'outputs', withoutItem(before, index)),
    comments: { gone: piece.comments },
  });
  return { edits: made.edits, piece };
}

function ownerOf(file: OutcomesFile, output: Output): Outcome {
  for (const outcome of withDescendants(file.outcomes)) if (outcome.outputs.includes(output)) return outcome;
  return refuse('This output is not in the file any more.');
}

function withoutItem(map: Meaning, index: number): Meaning {
  const old = map.kind === 'map' ? map.fields.find(([name]) => name === 'outputs')?.[1] : undefined;
  return { kind: 'list', items: old?.kind === 'list' ? old.items.filter((_, i) => i !== index) : [] };
}

function together(removed: readonly TextEdit[], { edits, reveal }: Made): Made {
  const all = [...removed, ...edits];
  if (!areApart(all)) refuse('The two places touch each other. Move the output by hand.');
  if (reveal === undefined) return { edits: all };
  const place = Math.max(...edits.map(({ span }) => span.start));
  const moved = movedBy(removed, place) - place;
  return { edits: all, reveal: { start: reveal.start + moved, end: reveal.end + moved } };
}
