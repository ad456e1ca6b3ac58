import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Random } from '../random';

export interface LargePlan {
  readonly outcomes: number;
  readonly commits: number;
  /** Commits that change outcomes.yml; each moves some targets and checks in to some metrics. */
  readonly versions: number;
  readonly seed: number;
}

const FIRST_DAY = Date.UTC(2025, 0, 6);
/** The day that the plan is looked at. */
export const LAST_DAY = '2026-11-16';
const CHILDREN = 12;
const DAY = 86_400_000;

/**
 * A repository with one large outcomes.yml and a long straight history, made in `folder` by `git fast-import`. The same
 * plan makes the same commits on every machine.
 */
export function makeLargePlan(folder: string, plan: LargePlan): void {
  const random = new Random(plan.seed);
  const outcomes = Array.from({ length: plan.outcomes }, (_, i) => newOutcome(random, i));
  const days = (Date.parse(LAST_DAY) - FIRST_DAY) / DAY;
  const isVersion = (i: number): boolean =>
    Math.floor((i * plan.versions) / plan.commits) > Math.floor(((i - 1) * plan.versions) / plan.commits);
  const stream: string[] = [];
  for (let i = 0; i < plan.commits; i++) {
    const time = FIRST_DAY / 1000 + Math.floor((i * days * 86_400) / plan.commits);
    const why = random.chance(0.8) ? `\n\nOutcome: ${random.pick(outcomes).id}` : '';
    stream.push(commitHead(i, time, `Change number ${i} of the service${why}\n`));
    stream.push(file(`src/part-${i % 200}.ts`, `// TODO: look at ${i} again\nexport const at = ${i};\n`));
    if (i === 0 || isVersion(i)) {
      if (i > 0) for (const outcome of outcomes) progress(outcome, random, time);
      stream.push(file('outcomes.yml', yamlOf(outcomes)));
    }
  }
  fs.mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--template=']);
  git(folder, ['symbolic-ref', 'HEAD', 'refs/heads/main']);
  git(folder, ['fast-import', '--quiet'], stream.join(''));
  git(folder, ['reset', '--quiet', '--hard']);
}

interface PlannedOutcome {
  readonly id: string;
  readonly number: number;
  target: number;
  readonly checkIns: { readonly day: string; readonly value: number }[];
}

function newOutcome(random: Random, number: number): PlannedOutcome {
  const checkIns = [{ day: '2025-01-06', value: 120 }];
  return { id: `${random.pick(TOPICS)}-${number}`, number, target: 40 + random.int(40), checkIns };
}

function progress(outcome: PlannedOutcome, random: Random, time: number): void {
  if (random.chance(0.02)) outcome.target += 5;
  if (!random.chance(0.3)) return;
  const day = new Date(time * 1000).toISOString().slice(0, 10);
  outcome.checkIns.push({ day, value: outcome.checkIns.at(-1)!.value - random.int(12) });
}

/** Every thirteenth is a root, and the next twelve are below it. */
function yamlOf(outcomes: readonly PlannedOutcome[]): string {
  const lines = [
    'version: 1',
    'title: A large plan',
    'policy:',
    '  base: main',
    '  commits-since: 2025-01-01',
    'outcomes:',
  ];
  for (const outcome of outcomes) {
    const isRoot = outcome.number % (CHILDREN + 1) === 0;
    const hasChildren = isRoot && outcome.number + 1 < outcomes.length;
    const indent = isRoot ? '  ' : '      ';
    for (const line of outcomeLines(outcome, isRoot)) lines.push(`${indent}${line}`);
    if (hasChildren) lines.push('    outcomes:');
  }
  return `${lines.join('\n')}\n`;
}

function outcomeLines({ id, number, target, checkIns }: PlannedOutcome, isRoot: boolean): string[] {
  const who = PEOPLE[number % PEOPLE.length]!;
  const what = COUNTED[number % COUNTED.length]!;
  return [
    `- id: ${id}`,
    `  title: ${who} wait for fewer ${what} in region ${number}`,
    `  owner: '@team-${number % 40}'`,
    ...(isRoot
      ? ['  why: Half of them give up, and do not come back', '  start: 2025-01-06', '  due: 2026-12-31']
      : []),
    '  check-in: quarterly',
    `  paths: [services/${id}/**]`,
    '  metrics:',
    `    - id: metric-${number}`,
    `      title: ${what} that somebody waits for`,
    `      unit: ${what}/week`,
    '      goal: decrease',
    '      baseline: 120',
    `      target: ${target}`,
    '      check-ins:',
    ...checkIns.map(({ day, value }) => `        - { date: ${day}, value: ${value}, confidence: on-track }`),
    '  outputs:',
    `    - { id: output-${number}, title: Sort ${what} by age, status: in-progress }`,
  ];
}

const TOPICS = ['voice', 'billing', 'porting', 'signup', 'support', 'field', 'training', 'network'];
const PEOPLE = ['Customers', 'Callers', 'Colleagues', 'Partners', 'Sellers', 'Neighbours'];
const COUNTED = ['calls', 'orders', 'answers', 'repairs', 'invoices', 'visits', 'numbers'];

function commitHead(mark: number, time: number, message: string): string {
  const who = `Ana Duarte <ana@northline.example> ${time} +0000`;
  return `commit refs/heads/main\nmark :${mark + 1}\nauthor ${who}\ncommitter ${who}\n${data(message)}`;
}

function file(name: string, text: string): string {
  return `M 100644 inline ${name}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function git(cwd: string, args: readonly string[], input = ''): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd, env, input, stdio: ['pipe', 'ignore', 'inherit'] });
}

/** The plan in the system's temporary folder, made when it is not there yet. */
export function largePlan(plan: LargePlan): string {
  const name = `outcomes-large-${Object.values(plan).join('-')}`;
  const folder = path.join(os.tmpdir(), name);
  if (!fs.existsSync(path.join(folder, 'outcomes.yml'))) {
    fs.rmSync(folder, { recursive: true, force: true });
    makeLargePlan(folder, plan);
  }
  return folder;
}
