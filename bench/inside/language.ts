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
  readOutline,
  parseOutcomes,
  type OutcomesFile,
  type OutcomeTree,
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
/** As many different texts are there to answer for, one after the other. */
const KEYS = 100;

/**
 * ROUNDS: how long each answer to an editor takes after a key was pressed, when nothing of the text is known from
 * before but the outline: milliseconds of the processor. On a source file of 10,000 lines and two outcomes.yml of 2,000 outcomes, of
 * which ids alone are taken from what the background has read. Beside it VS Code's own language service for JSON, on
 * a JSON file that says the same; it reads the file for each answer, as it does after a key.
 */
async function main([rounds = '40']: readonly string[]): Promise<void> {
  const own = [...onSource(SHORT.tree), ...SAMPLES.flatMap(onOutcomesFile)];
  const peers = (await Promise.all(SAMPLES.map(onJson))).flat();
  const times = new Map<string, number[]>();
  for (const { name, run } of [...own, ...peers]) times.set(name, await timesOf(run, Number(rounds)));
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

/** Five lines each: with 2,000 outcomes, a file of 10,000 lines. */
function shortOutcome(n: number): string {
  return `  - id: outcome-${n}
    title: Customers of kind ${n} wait ${n % 9} minutes less
    due: 2026-12-31
    metrics: [{ id: metric-${n}, unit: minutes, baseline: 12, target: 6, check-ins: [{ date: 2026-03-16, value: 11 }] }]
    outputs: [{ id: output-${n}, title: Ship part ${n}, status: in-progress, serves: [outcome-${(n + 1) % OUTCOMES}] }]
`;
}

/** As a team writes it, of seventeen lines: 34,000 in all. */
function longOutcome(n: number): string {
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

/** An outcomes.yml of 2,000 outcomes, read as the background reads it, and what a folder knows of it. */
class Sample {
  readonly text: string;
  readonly file: OutcomesFile;
  readonly tree: OutcomeTree;

  constructor(
    readonly lines: string,
    outcome: (n: number) => string,
  ) {
    const outcomes = Array.from({ length: OUTCOMES }, (_, n) => outcome(n));
    this.text = flat(`version: 1\ntitle: Large\noutcomes:\n${outcomes.join('')}`);
    this.file = parseOutcomes('outcomes.yml', this.text);
    this.tree = mergeFiles([this.file]);
  }
}

const SHORT = new Sample('10,000 lines', shortOutcome);
const SAMPLES = [SHORT, new Sample('34,000 lines', longOutcome)];

function freshSnapshot(tree: OutcomeTree): Snapshot {
  return createSnapshot({
    today: TODAY,
    tree,
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

function onSource(tree: OutcomeTree): Measure[] {
  const tags = compileTags(['TODO', 'FIXME', 'HACK', 'XXX', 'BUG']);
  const lines = Array.from({ length: SOURCE_LINES }, (_, n) =>
    n % 10 === 0
      ? `  // TODO(outcome-${n % OUTCOMES}): take part ${n} out`
      : `  const value${n} = compute('part', ${n});`,
  );
  const text = flat(`${lines.join('\n')}\n  // TODO(out\n`);
  const options = { tags, mentions: 'marker' } as const;
  const cursor = { line: SOURCE_LINES, character: '  // TODO(out'.length };
  const snapshot = freshSnapshot(tree);
  const ids = () => idsInCode(text, 'src/large.ts', options);
  const at = ({ line, character }: Position) =>
    ids().find(({ range }) => range.start.line === line && range.start.character <= character);
  const onTodo = (round: number) => ({ line: (round * 10) % SOURCE_LINES, character: 12 });
  return [
    {
      name: 'source: slot for an id',
      peer: `json, ${SHORT.lines}: complete`,
      run: () => slotInCode(text, 'src/large.ts', cursor, tags),
    },
    {
      name: 'source: ids to choose from',
      peer: `json, ${SHORT.lines}: complete`,
      run: () => rankEntries(tree, snapshot.work, { file: 'src/large.ts' }),
    },
    {
      name: 'source: hover, definition',
      peer: `json, ${SHORT.lines}: hover`,
      run: (n) => tree.entries.get(at(onTodo(n))!.text),
    },
    {
      name: 'source: references, highlights, links',
      run: () => ids().filter((place) => place.text === 'outcome-500'),
    },
  ];
}

function onOutcomesFile({ lines, text, file, tree }: Sample): Measure[] {
  const typed = flat(`${text}    st`);
  const end = new LineIndex(typed).positionAt(typed.length);
  const slot = flat(`${text}      - { id: last, instead: out`);
  const slotEnd = new LineIndex(slot).positionAt(slot.length);
  const fields = fieldsOf(jsonSchema());
  const propose = () =>
    proposalsAt(contextAt(typed, end)!, {
      fields,
      today: TODAY,
      listIndent: listIndentOf(typed),
      schemaIsServed: false,
    });
  const outcome = file.outcomes[OUTCOMES - 1]!;
  const details = () => {
    const facts = OutcomeFacts.of(freshSnapshot(tree));
    for (const each of file.outcomes) {
      facts.outcome(each);
      for (const metric of each.metrics) facts.metric(each, metric);
      for (const output of each.outputs) facts.output(output);
    }
  };
  const outlineAfterKey = outlineAfterKeys(text);
  const lens = () => {
    const facts = OutcomeFacts.of(freshSnapshot(tree));
    return [facts.linkedWork(outcome), facts.lastCheckIn(outcome)];
  };
  return [
    { name: `outcomes.yml, ${lines}: complete a field`, peer: `json, ${lines}: complete`, run: propose },
    {
      name: `outcomes.yml, ${lines}: slot for an id`,
      peer: `json, ${lines}: complete`,
      run: () => slotInFile(slot, slotEnd),
    },
    {
      name: `outcomes.yml, ${lines}: ids (hover, definition, rename)`,
      peer: `json, ${lines}: hover`,
      run: () => idsInFile(file),
    },
    {
      name: `outcomes.yml, ${lines}: outline with details (symbols, lenses)`,
      peer: `json, ${lines}: symbols`,
      run: (round) => {
        outlineAfterKey(round);
        details();
      },
    },
    {
      name: `outcomes.yml, ${lines}: outline, the first, without details`,
      peer: `json, ${lines}: symbols`,
      run: () => readOutline(typed),
    },
    {
      name: `outcomes.yml, ${lines}: progress, once a reading`,
      shared: true,
      run: () => standingsOf(freshSnapshot({ ...tree })),
    },
    { name: `outcomes.yml, ${lines}: folds`, peer: `json, ${lines}: folds`, run: () => foldsOf(typed) },
    { name: `outcomes.yml, ${lines}: words of a first lens`, run: lens },
  ];
}

/** One key more each time, now in this outcome and now in that. */
function outlineAfterKeys(text: string): Measure['run'] {
  const ends = [...text.matchAll(/ minutes less$/gm)].map(({ index }) => index);
  const typed = Array.from({ length: KEYS }, (_, key) => {
    const at = ends[(key * 577) % ends.length]!;
    return flat(`${text.slice(0, at)} x${text.slice(at)}`);
  });
  let reading = readOutline(text);
  return (round) => (reading = readOutline(typed[round % KEYS]!, reading));
}

async function onJson({ lines, file }: Sample): Promise<Measure[]> {
  const service: LanguageService = getLanguageService({});
  service.configure({ schemas: [{ uri: 'schema://outcomes', fileMatch: ['*.json'], schema: jsonSchema() }] });
  const text = flat(JSON.stringify(jsonValue(file), null, 2));
  const document = TextDocument.create('file:///outcomes.json', 'json', 1, text);
  const read = (): JSONDocument => service.parseJSONDocument(document);
  const status = document.positionAt(text.lastIndexOf('"title"') + 3);
  await service.doComplete(document, status, read());
  return [
    { name: `json, ${lines}: complete`, run: () => service.doComplete(document, status, read()) },
    { name: `json, ${lines}: hover`, run: () => service.doHover(document, status, read()) },
    {
      name: `json, ${lines}: symbols`,
      run: () => service.findDocumentSymbols2(document, read(), { resultLimit: 100_000 }),
    },
    { name: `json, ${lines}: folds`, run: () => service.getFoldingRanges(document, { rangeLimit: 100_000 }) },
  ];
}

/** What the outcomes.yml says. */
function jsonValue(file: OutcomesFile): unknown {
  return {
    version: 1,
    title: 'Large',
    outcomes: file.outcomes.map(({ id, title, why, owner, start, due, metrics, outputs }) => ({
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
