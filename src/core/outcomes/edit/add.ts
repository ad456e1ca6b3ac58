import { applyEdits, type EditResult } from '../../edits';
import type { Metric, Outcome, OutcomesFile } from '../model';
import { placeByDate } from './by-date';
import { wayToText } from './fields';
import { at, finish, withoutQuotes } from './finish';
import { handOf } from './hand';
import { insertion } from './insert';
import { readLayout, type ListLayout } from './layout';
import { hasBlankLine, pieceOf, withEntry } from './lists';
import { meaningOf, meaningOfValue, sameMeaning } from './meaning';
import type { NewCheckIn, NewOutcome, NewOutput } from './model';
import { openNode, openRoot } from './open';
import { fieldInBlock, type Fields } from './print';
import { attempt, refuse } from './refusal';

/**
 * Adds an outcome as the last child of `parent`, or at the end of the file's own outcomes when that is null. A file
 * without content becomes a whole one. `reveal` is the new title.
 */
export function addOutcome(file: OutcomesFile, parent: Outcome | null, outcome: NewOutcome): EditResult {
  return attempt(() => {
    const opened = parent === null ? openRoot(file) : openNode(file, parent, 'outcomes');
    const fields = outcome as Fields;
    if (opened === null) return firstOutcome(file, fields);
    const spaced = areSpaced(file, (parent ?? file).outcomes);
    const kind = parent === null ? 'file' : 'outcome';
    return finish(opened, withEntry(opened, kind, 'outcomes', pieceOf('outcomes', fields), { spaced }));
  });
}

/** Adds an output as the last one of an outcome. `reveal` is its title. */
export function addOutput(file: OutcomesFile, outcome: Outcome, output: NewOutput): EditResult {
  return attempt(() => {
    const opened = openNode(file, outcome, 'outputs');
    return finish(opened, withEntry(opened, 'outcome', 'outputs', pieceOf('outputs', output as Fields)));
  });
}

/**
 * Adds a check-in to a metric, written as those next to it: in braces or below each other, with their order of fields
 * and their quotes. Where they are sorted by date, first to last or last to first, they stay so.
 */
export function addCheckIn(file: OutcomesFile, metric: Metric, checkIn: NewCheckIn): EditResult {
  return attempt(() => {
    const place = placeByDate(file, metric, checkIn.date);
    const opened = openNode(file, metric, 'check-ins', place.holes);
    const index = (list: ListLayout): number => place.index(opened.slice, list);
    return finish(
      opened,
      withEntry(opened, 'metric', 'check-ins', pieceOf('check-ins', { ...checkIn }), { index }),
    );
  });
}

/** Whether a blank line sets the last two outcomes of a list apart, or, where there are fewer, the file's own ones. */
function areSpaced(file: OutcomesFile, outcomes: readonly Outcome[]): boolean {
  const [before, last] = (outcomes.length > 1 ? outcomes : file.outcomes).slice(-2);
  if (before === undefined || last === undefined) return false;
  return hasBlankLine(file.text.slice(before.at.node.end, last.at.node.start));
}

function firstOutcome(file: OutcomesFile, fields: Fields): EditResult {
  const { text } = file;
  const hand = handOf(file);
  const lines = ['version: 1', ...fieldInBlock('outcomes', [fields], hand, 0)];
  const lead = /[^\r\n\ufeff]$/.test(text) ? hand.eol : '';
  const edits = [insertion(text.length, lead + lines.map((line) => line + hand.eol).join(''))];
  const after = readLayout(applyEdits(text, edits));
  if (!sameMeaning(meaningOf(after), meaningOfValue({ version: 1, outcomes: [fields] }))) {
    refuse('The file is written in a way that cannot be added to. Edit it by hand.');
  }
  const target = at(after, ['outcomes', 0, ...wayToText(fields)]);
  return target === undefined ? { edits } : { edits, reveal: withoutQuotes(target) };
}
