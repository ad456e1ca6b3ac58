import type { Paint } from '../report/text';
import { visible } from '../report/text';
import type { Proposal } from './model';

/** How many issues and people are listed; the diff has every one. */
const MOST_LISTED = 20;

/** What a proposal is made of, and the diff of every file that it changes; null where that is shown elsewhere. */
export function migrationText(proposal: Proposal, diff: string | null, paint: Paint): string {
  const { todos, sources, tags, issues, people, notes } = proposal;
  const from = sources.length === 0 ? '' : `, and the settings in ${sources.map(visible).join(', ')}`;
  const blocks = [
    [`Read ${count(todos, 'TODO')}${from}.`],
    section(
      'Tags',
      tags
        .filter(({ proposed, todos: used }) => proposed || used > 0)
        .map(({ tag, todos: used, proposed, because }) => [
          visible(tag),
          String(used),
          proposed ? paint('good', because) : paint('faint', `left out: ${because}`),
        ]),
      paint,
    ),
    section(
      'Issues',
      issues.map(({ key, id, known, todos: used }) => [
        visible(key),
        count(used, 'TODO'),
        known ? `→ ${id}, which is there already` : `→ a draft with the id ${id}`,
      ]),
      paint,
    ),
    section(
      'People',
      people.map(({ name, todos: used }) => [visible(name), count(used, 'TODO'), 'stays the assignee']),
      paint,
    ),
    notes.length === 0
      ? []
      : [
          paint('strong', 'Notes'),
          ...notes.map(
            ({ path, message }) => `  ${path === null ? '' : `${visible(path)}: `}${visible(message)}`,
          ),
        ],
    diff === null ? [] : diffLines(diff),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The same for programs. Lines and columns count from one; columns in UTF-16 units. */
export function migrationJson(proposal: Proposal, diff: string): string {
  const { path, before, after, policy, tags, issues, people, rewrites, notes, todos, sources } = proposal;
  const edits = rewrites.map(({ file, range: { start }, was, becomes }) => ({
    file,
    line: start.line + 1,
    column: start.character + 1,
    was,
    becomes,
  }));
  const isNew = before === null;
  return `${JSON.stringify({ version: 1, file: path, new: isNew, changed: before !== after, todos, sources, policy, tags, issues, people, edits, notes, diff }, null, 2)}\n`;
}

function diffLines(diff: string): string[] {
  if (diff === '') return ['Nothing is to be added.'];
  return ['The proposal:', '', diff.replace(CONTROLS, escaped).trimEnd()];
}

/** In columns; the last one is not padded. */
function section(title: string, rows: readonly (readonly string[])[], paint: Paint): string[] {
  if (rows.length === 0) return [];
  const listed = rows.slice(0, MOST_LISTED);
  const widths = [0, 1].map((column) => Math.max(...listed.map((row) => row[column]!.length)));
  const more = rows.length - listed.length;
  return [
    paint('strong', title),
    ...listed.map(
      ([first, second, third]) =>
        `  ${first!.padEnd(widths[0]!)}  ${second!.padStart(widths[1]!)}  ${third!}`,
    ),
    ...(more === 0 ? [] : [`  and ${more} more`]),
  ];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** A diff has to keep its tabs and line ends to be of use; other control and direction characters are shown. */
const CONTROLS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
