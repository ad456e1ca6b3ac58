import { LineIndex, type Span, unquoted } from '../text';
import { readDocument, type Node } from './document';
import { checkGlob } from './globs';
import { readMetric } from './metric';
import type { Outcome, OutcomesFile, Output } from './model';
import { readPolicy } from './policy';
import { Reader } from './reader';
import { fileFields, outcomeFields, outputFields } from './schema';
import { folderOf } from './tree';

/** Outcomes inside outcomes beyond this are not read; only aliases can make them deeper than the YAML itself. */
const DEEPEST = 200;

/**
 * Reads the text of an outcomes.yml at `path` (relative to the folder, with `/`). Never throws: whatever cannot be
 * used is in `problems`, with its place, and the rest is read as if it were absent.
 */
export function parseOutcomes(path: string, text: string): OutcomesFile {
  const { root, problems } = readDocument(text);
  const reader = new Reader(problems.length > 0);
  const content = root === null ? NOTHING : readFile(reader, root, path);
  return { path, text, lines: new LineIndex(text), ...content, problems: [...problems, ...reader.problems] };
}

const NOTHING = { title: null, at: null, policy: null, outcomes: [] };

function readFile(
  reader: Reader,
  root: Node,
  path: string,
): Pick<OutcomesFile, 'title' | 'at' | 'policy' | 'outcomes'> {
  const file = reader.mapping(root, 'a file of outcomes', fileFields);
  if (file === null) return NOTHING;
  file.require('a file of outcomes', 'version');
  file.value('version');
  const policy = file.node('policy');
  return {
    title: file.text('title'),
    at: file.at,
    policy: policy === null ? null : readPolicy(reader, policy, folderOf(path)),
    outcomes: readOutcomes(reader, file.list('outcomes'), null, path, 1),
  };
}

function readOutcomes(
  reader: Reader,
  nodes: readonly Node[],
  parent: Outcome | null,
  path: string,
  depth: number,
): Outcome[] {
  const [first] = nodes;
  if (depth > DEEPEST && first !== undefined) {
    reader.report(
      'invalid-yaml',
      first.span,
      `Outcomes are nested more than ${DEEPEST} deep here; the rest is not read.`,
    );
    return [];
  }
  return present(nodes.map((node) => readOutcome(reader, node, parent, path, depth)));
}

function readOutcome(
  reader: Reader,
  node: Node,
  parent: Outcome | null,
  path: string,
  depth: number,
): Outcome | null {
  const map = reader.mapping(node, 'an outcome', outcomeFields);
  if (map === null) return null;
  map.require('an outcome', 'id', 'title');
  const id = map.id('id');
  const glob = checkGlob(reader);
  const outcomes: Outcome[] = [];
  const adverse = map.value('effect') === 'adverse';
  const outcome: Outcome = {
    id,
    title: map.text('title') ?? id,
    why: map.text('why'),
    owner: map.text('owner'),
    start: map.day('start', 'first'),
    due: map.day('due', 'last') ?? parent?.due ?? null,
    status: map.value('status') ?? 'active',
    checkIn: map.value('check-in'),
    weight: map.value('weight') ?? 1,
    paths: map.texts('paths', glob),
    branches: map.texts('branches', glob),
    assumptions: map.texts('assumptions'),
    adverse,
    metrics: present(map.list('metrics').map((item) => readMetric(reader, item, adverse))),
    outputs: present(map.list('outputs').map((item) => readOutput(reader, item))),
    outcomes,
    parent,
    file: path,
    at: map.at,
  };
  for (const child of readOutcomes(reader, map.list('outcomes'), outcome, path, depth + 1))
    outcomes.push(child);
  return outcome;
}

function readOutput(reader: Reader, node: Node): Output | null {
  const map = reader.mapping(node, 'an output', outputFields);
  if (map === null) return null;
  if (!map.at.keys.has('title')) map.require('an output without a title', 'id');
  const id = map.id('id');
  const servesAt: Span[] = [];
  return {
    id,
    title: map.text('title') ?? id,
    status: map.value('status') ?? 'planned',
    shipped: map.day('shipped', 'day'),
    instead: map.text('instead'),
    tradeOff: map.text('trade-off'),
    serves: map.texts('serves', (id, span) => servesAt.push(unquoted(id, span)) > 0),
    servesAt,
    element: map.value('element'),
    at: map.at,
  };
}

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item) => item !== null);
}
