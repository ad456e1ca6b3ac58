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
} from '../src/core';
import { OutcomeFacts } from '../src/editor/outcome-facts';
import { proposalsAt } from '../src/editor/outcomes-file/proposals';
import { fieldsOf } from '../src/editor/outcomes-file/schema';
import { listIndentOf } from '../src/editor/outcomes-file/skeletons';
import { standingsOf } from '../src/editor/standings';
import { createSnapshot, type Snapshot } from '../src/workspace/snapshot';

/** An answer within a frame of a screen at 60 Hz is felt as immediate. */
const LIMIT = 16;
const TODAY = '2026-11-22';
const OUTCOMES = 2000;
const SOURCE_LINES = 10_000;

/**
 * npm run bench:language [-- --rounds N]
 *
 * How long each answer to an editor takes, in milliseconds, after a key was pressed: nothing of the text is known
 * from before. On a source file of 10,000 lines and an outcomes.yml of 2,000 outcomes; the peer is VS Code's own
 * language service for JSON in the same run, on a JSON file that says the same. It reads the file for each answer, as
 * it does after a key. Of an outcomes.yml, ids alone are taken from what the background has read. `cpu` is the median
 * of the processor's time, which on a busy machine says more than the clock: it has to be under the limit.
 */
async function main(args: readonly string[]): Promise<void> {
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 0) || 40;
  const own = [...onSource(), ...onOutcomesFile()];
  const peers = await onJson();
  const times = new Map<string, Times>();
  for (const { name, run } of [...own, ...peers]) times.set(name, await timesOf(run, rounds));
  print(own, times);
  console.log();
  print(peers, times);
  const slow = own.filter(
    ({ name, shared }) => shared !== true && quantile(times.get(name)!.cpu, 0.5) >= LIMIT,
  );
  if (slow.length === 0) return;
  console.log(`\nNot under ${LIMIT} ms: ${slow.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}

interface Times {
  readonly clock: readonly number[];
  readonly cpu: readonly number[];
}

async function timesOf(run: Measure['run'], rounds: number): Promise<Times> {
  const clock: number[] = [];
  const cpu: number[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await run(round + WARM_UP);
    const { user, system } = process.cpuUsage(used);
    if (round < 0) continue;
    clock.push(performance.now() - started);
    cpu.push((user + system) / 1000);
  }
  return { clock, cpu };
}

const WARM_UP = 10;

interface Measure {
  readonly name: string;
  /** The measure of the peer to compare with. */
  readonly peer?: string;
  /** No answer by itself: the tree asks for it when the file was read, and everybody uses what it got. */
  readonly shared?: true;
  readonly run: (round: number) => unknown;
}

function print(measures: readonly Measure[], times: ReadonlyMap<string, Times>): void {
  console.log(`${''.padEnd(44)}  median     p95     cpu  of the peer`);
  for (const { name, peer } of measures) {
    const { clock, cpu } = times.get(name)!;
    const other = peer === undefined ? undefined : times.get(peer);
    const ratio = other && `${(quantile(clock, 0.5) / quantile(other.clock, 0.5)).toFixed(2)} × ${peer!}`;
    const shown = [quantile(clock, 0.5), quantile(clock, 0.95), quantile(cpu, 0.5)]
      .map((value) => value.toFixed(2).padStart(7))
      .join(' ');
    console.log(`${name.padEnd(44)} ${shown}  ${ratio ?? ''}`.trimEnd());
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
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
