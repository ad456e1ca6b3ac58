import assert from 'node:assert/strict';
import { applyEdits, type EditResult } from '../../../../../../src/core/edits';
import type { Metric, Outcome, OutcomesFile, Output } from '../../../../../../src/core/outcomes/model';
import { metricsOf, outcomesOf, outputsOf, parse } from './files';

/** The text after an edit, with ‹› around what is selected; or `refused: ` and why. */
export function edited(text: string, edit: (file: OutcomesFile) => EditResult): string {
  const result = edit(parse(text));
  if ('refused' in result) return `refused: ${result.refused}`;
  const made = applyEdits(text, result.edits);
  if (result.reveal === undefined) return made;
  const { start, end } = result.reveal;
  return `${made.slice(0, start)}‹${made.slice(start, end)}›${made.slice(end)}`;
}

export function outcome(file: OutcomesFile, id: string): Outcome {
  return the(outcomesOf(file), id);
}

export function metric(file: OutcomesFile, id: string): Metric {
  return the(metricsOf(file), id);
}

export function output(file: OutcomesFile, id: string): Output {
  return the(outputsOf(file), id);
}

function the<T extends { readonly id: string | null }>(nodes: readonly T[], id: string): T {
  const found = nodes.find((node) => node.id === id);
  assert.ok(found, `no ${id}`);
  return found;
}
