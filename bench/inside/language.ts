import {
  getLanguageService,
  TextDocument,
  type JSONDocument,
  type LanguageService,
} from 'vscode-json-languageservice';
import {
  compileTags,
  contextAt,
  foldsOf,
  idsInCode,
  idsInFile,
  jsonSchema,
  LineIndex,
  mergeFiles,
  outlineOf,
  parseOutcomes,
  type Position,
  rankEntries,
  slotInCode,
  slotInFile,
} from '../../src/core';
import { OutcomeFacts } from '../../src/editor/outcome-facts';
import { proposalsAt } from '../../src/editor/outcomes-file/proposals';
import { fieldsOf } from '../../src/editor/outcomes-file/schema';
import { listIndentOf } from '../../src/editor/outcomes-file/skeletons';
import { standingsOf } from '../../src/editor/standings';
import { createSnapshot, type Snapshot } from '../../src/workspace/snapshot';

const TODAY = '2026-11-22';
const OUTCOMES = 2000;
const SOURCE_LINES = 10_000;
const WARM_UP = 10;

/**
 * ROUNDS: how long each answer to an editor takes after a key was pressed, when nothing of the text is known from
 * before: milliseconds of the processor. On a source file of 10,000 lines and an outcomes.yml of 2,000 outcomes, of
 * which ids alone are taken from what the background has read. Beside it VS Code's own language service for JSON, on
 * a JSON file that says the same; it reads the file for each answer, as it does after a key.
 */
async function main([rounds = '40']: readonly string[]): Promise<void> {
  const own = [...onSource(), ...onOutcomesFile()];
  const times = new Map<string, number[]>();
  for (const { name, run } of [...own, ...(await onJson())])
    times.set(name, await timesOf(run, Number(rounds)));
  const answers = own
    .filter(({ shared }) => shared !== true)
    .map(({ name, peer }) => ({
      name,
      times: times.get(name)!,
      peer,
      peerTimes: peer === undefined ? [] : times.get(peer)!,
    }));
  process.stdout.write(JSON.stringify(answers));
}

async function timesOf(run: Measure['run'], rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const used = process.cpuUsage();
    await run(round + WARM_UP);
    const { user, system } = process.cpuUsage(used);
    if (round >= 0) times.push((user + system) / 1000);
  }
  return times;
}

interface Measure {
  readonly name: string;
  /** The measure of the peer to compare with. */
  readonly peer?: string;
  /** No answer by itself: the tree asks for it when the file was read, and everybody uses what it got. */
  readonly shared?: true;
  readonly run: (round: number) => unknown;
}

/** As a text comes to an extension: in one piece, not glued together from many. */
function flat(text: string): string {
  return Buffer.from(text).toString();
}

function outcomeLines(n: number): string {
  return `  - id: outcome-${n}
    title: Customers of kind ${n} wait ${n % 9} minutes less
    why: Every tenth of them hangs up before anybody answers
    owner: "@team-${n % 20}"
    start: 2026-01-05
    due: 2026-12-31
    check-in: monthly
    metrics:
      - id: metric-${n}
        title: Minutes until an answer
        unit: minutes
        baseline: 12
        target: 6
        check-ins:
          - { date: 2026-03-16, value: 11, confidence: on-track }
          - { date: 2026-10-16, value: 9, confidence: at-risk }
    outputs:
      - { id: output-${n}, title: Ship part ${n}, status: in-progress, serves: [outcome-${(n + 1) % OUTCOMES}] }
`;
}

const YAML = flat(
  `version: 1\ntitle: Large\noutcomes:\n${Array.from({ length: OUTCOMES }, (_, n) => outcomeLines(n)).join('')}`,
);

/** The outcomes.yml, read as the background reads it, and what a folder knows of it. */
const FILE = parseOutcomes('outcomes.yml', YAML);
const TREE = mergeFiles([FILE]);

function freshSnapshot(): Snapshot {
  return createSnapshot({
    today: TODAY,
    tree: TREE,
    files: [],
    branches: [],
    commits: [],
    gitFindings: [],
    skipped: [],
    unverified: 0,
    goalposts: null,
    repository: null,
  });
}

function onSource(): Measure[] {
  const tags = compileTags(['TODO', 'FIXME', 'HACK', 'XXX', 'BUG']);
  const lines = Array.from({ length: SOURCE_LINES }, (_, n) =>
    n % 10 === 0
      ? `  // TODO(outcome-${n % OUTCOMES}): take part ${n} out`
      : `  const value${n} = compute('part', ${n});`,
  );
  const text = flat(`${lines.join('\n')}\n  // TODO(out\n`);
  const options = { tags, mentions: 'marker' } as const;
  const cursor = { line: SOURCE_LINES, character: '  // TODO(out'.length };
  const snapshot = freshSnapshot();
  const ids = () => idsInCode(text, 'src/large.ts', options);
  const at = ({ line, character }: Position) =>
    ids().find(({ range }) => range.start.line === line && range.start.character <= character);
  const onTodo = (round: number) => ({ line: (round * 10) % SOURCE_LINES, character: 12 });
  return [
    {
      name: 'source: slot for an id',
      peer: 'json: complete',
      run: () => slotInCode(text, 'src/large.ts', cursor, tags),
    },
    {
      name: 'source: ids to choose from',
      peer: 'json: complete',
      run: () => rankEntries(TREE, snapshot.work, { file: 'src/large.ts' }),
    },
    {
      name: 'source: hover, definition',
      peer: 'json: hover',
      run: (n) => TREE.entries.get(at(onTodo(n))!.text),
    },
    {
      name: 'source: references, highlights, links',
      run: () => ids().filter((place) => place.text === 'outcome-500'),
    },
  ];
}

function onOutcomesFile(): Measure[] {
  const typed = flat(`${YAML}    st`);
  const end = new LineIndex(typed).positionAt(typed.length);
  const slot = flat(`${YAML}      - { id: last, instead: out`);
  const slotEnd = new LineIndex(slot).positionAt(slot.length);
  const fields = fieldsOf(jsonSchema());
  const propose = () =>
    proposalsAt(contextAt(typed, end)!, {
      fields,
      today: TODAY,
      listIndent: listIndentOf(typed),
      schemaIsServed: false,
    });
  const outcome = FILE.outcomes[OUTCOMES - 1]!;
  const details = () => {
    const facts = OutcomeFacts.of(freshSnapshot());
    for (const each of FILE.outcomes) {
      facts.outcome(each);
      for (const metric of each.metrics) facts.metric(each, metric);
      for (const output of each.outputs) facts.output(output);
    }
  };
  const lens = () => {
    const facts = OutcomeFacts.of(freshSnapshot());
    return [facts.linkedWork(outcome), facts.lastCheckIn(outcome)];
  };
  return [
    { name: 'outcomes.yml: complete a field', peer: 'json: complete', run: propose },
    { name: 'outcomes.yml: slot for an id', peer: 'json: complete', run: () => slotInFile(slot, slotEnd) },
    {
      name: 'outcomes.yml: ids (hover, definition, rename)',
      peer: 'json: hover',
      run: () => idsInFile(FILE),
    },
    { name: 'outcomes.yml: outline (symbols, lenses)', peer: 'json: symbols', run: () => outlineOf(typed) },
    {
      name: 'outcomes.yml: progress, once a reading',
      shared: true,
      run: () => standingsOf({ ...freshSnapshot(), tree: { ...TREE } }),
    },
    { name: 'outcomes.yml: details of all symbols', run: details },
    { name: 'outcomes.yml: folds', peer: 'json: folds', run: () => foldsOf(typed) },
    { name: 'outcomes.yml: words of a first lens', run: lens },
  ];
}

async function onJson(): Promise<Measure[]> {
  const service: LanguageService = getLanguageService({});
  service.configure({ schemas: [{ uri: 'schema://outcomes', fileMatch: ['*.json'], schema: jsonSchema() }] });
  const text = flat(JSON.stringify(jsonValue(), null, 2));
  const document = TextDocument.create('file:///outcomes.json', 'json', 1, text);
  const read = (): JSONDocument => service.parseJSONDocument(document);
  const status = document.positionAt(text.lastIndexOf('"title"') + 3);
  await service.doComplete(document, status, read());
  return [
    { name: 'json: complete', run: () => service.doComplete(document, status, read()) },
    { name: 'json: hover', run: () => service.doHover(document, status, read()) },
    {
      name: 'json: symbols',
      run: () => service.findDocumentSymbols2(document, read(), { resultLimit: 100_000 }),
    },
    { name: 'json: folds', run: () => service.getFoldingRanges(document, { rangeLimit: 100_000 }) },
  ];
}

/** What the outcomes.yml says. */
function jsonValue(): unknown {
  return {
    version: 1,
    title: 'Large',
    outcomes: FILE.outcomes.map(({ id, title, why, owner, start, due, metrics, outputs }) => ({
      id,
      title,
      why,
      owner,
      start,
      due,
      'check-in': 'monthly',
      metrics: metrics.map(({ id: name, title: what, unit, baseline, target, checkIns }) => ({
        ...{ id: name, title: what, unit, baseline, target },
        'check-ins': checkIns.map(({ date, value, confidence }) => ({ date, value, confidence })),
      })),
      outputs: outputs.map(({ id: name, title: what, status, serves }) => ({
        id: name,
        title: what,
        status,
        serves,
      })),
    })),
  };
}

void main(process.argv.slice(2));
