import { applyEdits, type EditResult } from '../edits';
import { addOutcome } from '../outcomes/edit';
import { entryOf, isEmpty, linesInto, meaningWith, newField } from '../outcomes/edit/fields';
import { finish } from '../outcomes/edit/finish';
import { handOf } from '../outcomes/edit/hand';
import { meaningOfValue } from '../outcomes/edit/meaning';
import { openRoot, type Opened } from '../outcomes/edit/open';
import { inFlow, type Fields, type FieldValue, type Hand } from '../outcomes/edit/print';
import { attempt, refuse } from '../outcomes/edit/refusal';
import type { OutcomesFile } from '../outcomes/model';
import { parseOutcomes } from '../outcomes/parse';
import { DEFAULT_POLICY, withDescendants } from '../outcomes/tree';
import { draftFields } from './draft';
import type { IssueUse, ProposedPolicy } from './model';

/** The text of a file with what is missing added, or in one sentence why that cannot be. */
export type Addition = { readonly text: string } | { readonly refused: string };

/**
 * Gives a file the keys of a policy that it does not state, where they say something else than the default. What it
 * states stays, and so do comments and layout.
 */
export function addPolicy(file: OutcomesFile, policy: ProposedPolicy): Addition {
  let current = file;
  for (const [key, value] of changing(policy)) {
    if (current.policy?.at?.keys.has(key)) continue;
    const result = addPolicyKey(current, key, value);
    if ('refused' in result) return result;
    current = parseOutcomes(file.path, applyEdits(current.text, result.edits));
  }
  return { text: current.text };
}

/** Gives a file a draft for each issue that it has no id for, at the end of its own outcomes. */
export function addDrafts(file: OutcomesFile, issues: readonly IssueUse[]): Addition {
  const [first, ...rest] = issues;
  if (first === undefined) return { text: file.text };
  const one = addDraft(file, first);
  if ('refused' in one) return one;
  // With one in place all others go to one and the same spot, so the file need not be read again for each.
  const text = applyEdits(file.text, one.edits);
  const next = parseOutcomes(file.path, text);
  const edits = [];
  for (const issue of rest) {
    const result = addDraft(next, issue);
    if ('refused' in result) return result;
    edits.push(...result.edits);
  }
  const after = applyEdits(text, edits);
  return hasAll(parseOutcomes(file.path, after), file, issues)
    ? { text: after }
    : { refused: 'The outcomes of the file are written in a way that drafts cannot be added to.' };
}

function addDraft(file: OutcomesFile, issue: IssueUse): EditResult {
  return addOutcome(file, null, draftFields(issue));
}

function hasAll(after: OutcomesFile, before: OutcomesFile, issues: readonly IssueUse[]): boolean {
  const ids = new Set(Array.from(withDescendants(after.outcomes), ({ id }) => id));
  const wanted = [
    ...Array.from(withDescendants(before.outcomes), ({ id }) => id),
    ...issues.map(({ id }) => id),
  ];
  return after.problems.length <= before.problems.length && wanted.every((id) => ids.has(id));
}

/** What the file does not say already by leaving it out. */
function changing({ tags, mentions, ignore }: ProposedPolicy): [string, FieldValue][] {
  const isDefault = (value: readonly string[]) => value.join('\n') === DEFAULT_POLICY.tags.join('\n');
  return [
    ...(isDefault(tags) ? [] : [['tags', tags] as [string, FieldValue]]),
    ...(mentions === DEFAULT_POLICY.mentions ? [] : [['mentions', mentions] as [string, FieldValue]]),
    ...(ignore.length === 0 ? [] : [['ignore', ignore] as [string, FieldValue]]),
  ];
}

function addPolicyKey(file: OutcomesFile, key: string, value: FieldValue): EditResult {
  return attempt(() => {
    const root = openRoot(file, 'policy');
    if (root === null) return refuse('The file is empty.');
    const entry = entryOf(root.map, 'policy');
    const fields: Fields = { [key]: value };
    const hand = handOf(file);
    if (entry === undefined || isEmpty(entry)) return addWholePolicy(root, fields, hand);
    if (entry.value.kind !== 'map') return refuse('`policy` is not written as a mapping here.');
    const policy: Opened = { ...root, map: entry.value, path: [...root.path, 'policy'] };
    const line = `${key}: ${inFlow(value, hand, 'file')}`;
    return finish(policy, {
      // A policy has no order of its own: what is added comes last.
      edits: newField(policy, 'file', key, { lines: () => [line], inline: () => line }),
      touched: [policy.map],
      becomes: (before) => meaningWith(before, key, meaningOfValue(value)),
    });
  });
}

function addWholePolicy(root: Opened, fields: Fields, hand: Hand): EditResult {
  const inline = (): string => `policy: ${inFlow(fields, hand, 'file')}`;
  const lines = (column: number): string[] => [
    'policy:',
    ...Object.entries(fields).map(
      ([key, value]) => `${' '.repeat(column + 2)}${key}: ${inFlow(value!, hand, 'file')}`,
    ),
  ];
  const entry = entryOf(root.map, 'policy');
  if (entry !== undefined && root.map.flow) refuse('`policy` is empty. Take it away first.');
  const edits =
    entry === undefined
      ? newField(root, 'file', 'policy', { lines, inline })
      : linesInto(root, entry, lines(root.map.indent).slice(1));
  return finish(root, {
    edits,
    touched: [root.map],
    becomes: (before) => meaningWith(before, 'policy', meaningOfValue(fields)),
  });
}
