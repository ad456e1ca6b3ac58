import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beside } from './beside';
import { runCommand } from './command';
import { memoryFolder } from './memory-folder';
import { meet } from './needs';
import { type Need, root, type Step, type StepCommand, STEPS } from './steps';

interface Result extends Counts {
  readonly step: Step;
  readonly seconds: number;
  /** Why it failed, where its output does not say so. */
  readonly reason: string | undefined;
}

type Outcome = Omit<Result, 'step' | 'seconds'>;

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Each test that failed, as "title: error". */
  readonly failures: readonly string[];
}

const NONE: Counts = { passed: 0, failed: 0, failures: [] };

/** How much is shown again of what a step printed that failed without counting tests, in lines. */
const TAIL = 30;

/** Runs the named steps, all when none is named, as runSteps() does. */
export async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`No step "${unknown[0]}"; there are ${STEPS.map((step) => step.name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  await runSteps(select(names));
}

/**
 * Runs all steps, some at a time, whatever comes of them. A step that cannot run has failed. Prints once more what
 * failed, a table and, last, the sum; the exit code is 1 when anything failed.
 */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const results = new Map<Step, Result>();
  const shared =
    steps.filter(({ first }) => !first).length > 1
      ? fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-test-output-'))
      : undefined;
  const temporary = steps.some(({ patient }) => patient) ? memoryFolder() : undefined;
  await beside(steps, {
    ready: installing(steps),
    run: async (step) => void results.set(step, await runStep(step, { shared, temporary })),
    stopped: () => interrupted,
  });
  for (const folder of [shared, temporary]) if (folder) fs.rmSync(folder, { recursive: true, force: true });

  const inOrder = steps.flatMap((step) => results.get(step) ?? []);
  for (const { step, failures } of inOrder)
    for (const failure of failures) console.log(`\n${step.name}: ${failure}`);
  console.log(`\n${table(inOrder)}`);
  const { passed, failed } = sum(inOrder);
  process.exitCode = failed > 0 || interrupted ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}

/** What is installed by processes that this one need not wait for. */
const EARLY: readonly Need[] = ['server', 'vscode', 'vscode-oldest'];

/** Begins to install what steps will need; tells when a step has it. Who needs it is told when that failed. */
function installing(steps: readonly Step[]): (step: Step) => Promise<unknown> {
  const ended = new Map<Need, Promise<void>>();
  for (const need of EARLY)
    if (steps.some(({ needs }) => needs.includes(need)))
      ended.set(
        need,
        meet(need).catch(() => undefined),
      );
  return ({ needs }) => Promise.all(needs.flatMap((need) => ended.get(need) ?? []));
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted = true));

/** The named steps in their order, with the build before those that need bundles. */
function select(names: readonly string[]): Step[] {
  const named = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  const build = named.some(({ needs }) => needs.includes('bundles')) ? ['build'] : [];
  return STEPS.filter((step) => named.includes(step) || build.includes(step.name));
}

interface Folders {
  /** Where steps share the terminal, what each prints is kept in a file of it and shown whole when it has ended. */
  readonly shared: string | undefined;
  /** Where patient steps, which start thousands of processes on small files, write what they write; else anywhere. */
  readonly temporary: string | undefined;
}

async function runStep(step: Step, { shared, temporary }: Folders): Promise<Result> {
  const file = shared && path.join(shared, step.name);
  console.log(file ? `${step.name} begins` : `\n=== ${step.name}: ${step.title}`);
  const output = file ? fs.openSync(file, 'w') : undefined;
  const start = performance.now();
  const outcome = await attempt(step, output, step.patient ? temporary : undefined);
  const seconds = (performance.now() - start) / 1000;
  if (output !== undefined) fs.closeSync(output);
  const printed = file ? fs.readFileSync(file, 'utf8') : '';
  if (file) console.log(`\n=== ${step.name}: ${step.title}\n${printed}`);
  if (outcome.reason) console.error(`${step.name}: ${outcome.reason}`);
  console.log(`--- ${step.name}: ${outcome.failed === 0 ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { step, seconds, ...outcome, failures: worthRepeating(outcome, printed) };
}

/** The failed tests; where a step failed that names none, what it printed last. */
function worthRepeating({ failed, failures }: Counts, printed: string): readonly string[] {
  const last = printed.trim().split('\n').slice(-TAIL).join('\n');
  return failed > 0 && failures.length === 0 && last ? [last] : failures;
}

async function attempt(
  step: Step,
  output: number | undefined,
  temporary: string | undefined,
): Promise<Outcome> {
  for (const need of step.needs) {
    try {
      await meet(need);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { ...NONE, failed: 1, reason: `could not run: ${why}` };
    }
  }
  const ran: Outcome[] = [];
  for (const command of step.commands) ran.push(await runPart(step, command, output, temporary));
  const reasons = ran.flatMap(({ reason }) => reason ?? []);
  const outcome = {
    ...sum(ran),
    failures: ran.flatMap(({ failures }) => failures),
    reason: reasons.length > 0 ? reasons.join('; ') : undefined,
  };
  if (step.counts === 'tests') return outcome;
  return { ...NONE, ...(outcome.failed > 0 ? { failed: 1 } : passes(step)), reason: outcome.reason };
}

const passes = ({ counts }: Step) => ({ passed: counts === 'one' ? 1 : 0 });

/** Runs one command of a step and judges it by itself: none of them may pass without its tests. */
async function runPart(
  step: Step,
  command: StepCommand,
  output: number | undefined,
  temporary: string | undefined,
): Promise<Outcome> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-test-'));
  try {
    const countsFile = path.join(dir, 'counts.json');
    const { script, args, nodeOptions } = command;
    const ending = await runCommand({
      script,
      args,
      ...(nodeOptions ? { nodeOptions } : {}),
      cwd: root,
      env: {
        TEST_COUNTS: countsFile,
        VSCODE_TEST_LOGS: path.join(root, 'out', 'logs', step.name),
        ...(temporary === undefined ? {} : { TMPDIR: temporary }),
      },
      limitMs: step.limitMinutes * 60_000,
      patient: step.patient ?? false,
      ...(output === undefined ? {} : { output }),
    });
    const name = path.basename(script);
    const failure =
      'reason' in ending
        ? `${name} ${ending.reason}`
        : ending.code === 0
          ? undefined
          : `${name} ended with ${ending.code}`;
    if (step.counts === 'tests') return judgeTests(failure, readCounts(countsFile));
    return { ...NONE, failed: failure === undefined ? 0 : 1, reason: failure };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** What mocha counted, and one failure more where the run proves less than it counted. */
function judgeTests(failure: string | undefined, counts: Counts | undefined): Outcome {
  if (!counts) return { ...NONE, failed: 1, reason: failure ?? 'ended without counting its tests' };
  if (counts.passed + counts.failed === 0) return { ...NONE, failed: 1, reason: 'ran no test' };
  if (failure !== undefined && counts.failed === 0) return { ...counts, failed: 1, reason: failure };
  return { ...counts, reason: undefined };
}

function readCounts(file: string): Counts | undefined {
  try {
    const { passed, failed, failures } = JSON.parse(fs.readFileSync(file, 'utf8')) as Counts;
    return { passed, failed, failures };
  } catch {
    return undefined; // Never written: the run did not come to its end.
  }
}

const sum = (results: readonly Counts[]) => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failed: results.reduce((total, { failed }) => total + failed, 0),
});

function table(results: readonly Result[]): string {
  const row = (...[name, ...cells]: string[]) =>
    name!.padEnd(14) + cells.map((cell) => cell.padStart(9)).join('');
  return [
    row('step', 'passed', 'failed', 'seconds'),
    ...results.map(({ step, passed, failed, seconds, reason }) =>
      [row(step.name, String(passed), String(failed), seconds.toFixed(1)), reason?.split('\n', 1)[0]]
        .filter(Boolean)
        .join('   '),
    ),
  ].join('\n');
}
