import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import {
  addDays,
  mergeFiles,
  parseOutcomes,
  reviewHtml,
  reviewOf,
  type Commit,
  type Todo,
} from '../../src/core';
import { readFrame } from '../../src/node/review-frame';
import { launchBrowser } from '../../test/host/lib/browser';
import type { Goal } from '../lib/goal';
import { type Line, ms } from '../lib/line';
import { DIST } from '../lib/programs';
import { median, timed } from '../lib/rounds';
import { Random } from '../random';

const OUTCOMES = 500;
const WORK = 20_000;
const TODAY = '2026-11-22';
const ROUNDS = 5;
/** Milliseconds. */
const MOST = { script: 300, interaction: 50 };

/** The review page in a real browser: to draw, to be shown, to be filtered and sorted. */
export const page: Goal = {
  name: 'page',
  about: `the review page of ${OUTCOMES} outcomes and ${WORK} pieces of work, in Chromium`,
  async measure() {
    const tree = mergeFiles([parseOutcomes('outcomes.yml', outcomesText())]);
    const { todos, commits } = work();
    const review = reviewOf({ tree, work: { todos, branches: [], commits }, findings: [], today: TODAY });
    const drawing: number[] = [];
    let text = '';
    for (let i = 0; i < ROUNDS; i++)
      drawing.push(await timed(() => (text = reviewHtml(review, readFrame(DIST)))));
    const shown = await inBrowser(text);
    const line = (what: string, times: readonly number[], most?: number): Line => ({
      what: `review page, ${what}`,
      goal: most === undefined ? '' : `≤ ${most} ms`,
      measured: ms(median(times)),
      peer: '',
      ...(most !== undefined && { met: median(times) <= most }),
    });
    return [
      line(`${(text.length / 1e6).toFixed(1)} MB drawn as text`, drawing),
      line('script until it is shown', shown.script, MOST.script),
      line('first paint after the start of loading', shown.paint),
      line('filter by text, with layout', shown.filter, MOST.interaction),
      line('sort, with layout', shown.sort, MOST.interaction),
      line('clear the filters, with layout', shown.clear, MOST.interaction),
    ];
  },
};

async function inBrowser(text: string) {
  const times = {
    script: [] as number[],
    paint: [] as number[],
    filter: [] as number[],
    sort: [] as number[],
    clear: [] as number[],
  };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-page-'));
  const file = path.join(folder, 'review.html');
  fs.writeFileSync(file, text);
  const browser = await launchBrowser();
  try {
    for (let i = 0; i < ROUNDS; i++) {
      const shown = await browser.newPage();
      const session = await shown.context().newCDPSession(shown);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await shown.goto(pathToFileURL(file).href);
      times.script.push((await spent(session)).ScriptDuration);
      times.paint.push(
        await shown.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`),
      );
      times.filter.push(await interaction(shown, session, type('17')));
      times.sort.push(
        await interaction(shown, session, `document.querySelector('th[data-sort=gap] button').click()`),
      );
      times.clear.push(
        await interaction(shown, session, `document.querySelector('#filters [type=reset]').click()`),
      );
      await shown.close();
    }
  } finally {
    await browser.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

const random = new Random(1);
const below = (limit: number): number => random.int(limit);

function outcomesText(): string {
  let text = 'version: 1\ntitle: A large plan\noutcomes:\n';
  for (let i = 0; i < OUTCOMES; i++) {
    const isChild = i % 5 !== 0;
    if (i % 5 === 1) text += '    outcomes:\n';
    const pad = isChild ? '      ' : '  ';
    text += `${pad}- id: outcome-${i}\n`;
    const line = (key: string) => {
      text += `${pad}  ${key}\n`;
    };
    line(`title: Customers of region ${i} wait ${below(9) + 1} days less for what they ordered`);
    line(`why: Half of them leave when they wait for longer than a week`);
    line(`owner: '@team-${i % 20}'`);
    line('start: 2026-01-01');
    line(`due: ${addDays('2026-10-01', below(400))}`);
    line('metrics:');
    line(`  - id: metric-${i}`);
    line('    title: Days from order to delivery');
    line('    unit: days');
    line('    baseline: 20');
    line('    target: 5');
    line('    check-ins:');
    for (let k = 0; k < 10; k++)
      line(
        `      - { date: ${addDays('2026-01-15', k * 30)}, value: ${20 - k - below(4)}, confidence: ${['on-track', 'at-risk', 'off-track'][below(3)]!} }`,
      );
    line('outputs:');
    line(`  - { id: output-${i}, title: Deliver from a second store in the region, status: in-progress }`);
    line(
      `  - { id: other-${i}, title: Order earlier, status: rejected, trade-off: Ties up money in the store }`,
    );
  }
  return text;
}

function work(): { todos: Todo[]; commits: Commit[] } {
  const outcomeOf = (i: number) =>
    i % 10 === 0 ? [] : [{ outcome: `outcome-${i % OUTCOMES}`, evidence: 'stated' as const }];
  const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } };
  const todos = Array.from({ length: WORK / 2 }, (_, i) => ({
    file: `src/part-${i % 700}/file-${i}.ts`,
    range,
    tag: 'TODO',
    text: `retry when the store of region ${i} does not answer`,
    assignee: null,
    isNew: i % 9 === 0,
    waiver: null,
    links: outcomeOf(i),
    broken: [],
  }));
  const commits = Array.from({ length: WORK / 2 }, (_, i) => ({
    id: i.toString(16).padStart(40, '0'),
    subject: `Ask the second store of region ${i} too`,
    author: 'Ana Duarte',
    time: 1_790_000_000 - i * 1500,
    repository: '',
    asked: true,
    waiver: null,
    links: outcomeOf(i),
    broken: [],
  }));
  return { todos: todos as unknown as Todo[], commits: commits as unknown as Commit[] };
}

type Metrics = Readonly<Record<'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration', number>>;

/** What the page's own thread has spent so far: of its processor time, however many others there are. */
async function spent(session: CDPSession): Promise<Metrics> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000])) as unknown as Metrics;
}

/** Milliseconds of script, style and layout until what the action changed is laid out. */
async function interaction(page: Page, session: CDPSession, action: string): Promise<number> {
  // What loading the page or the interaction before it has left to do is no part of this one.
  await page.evaluate(`new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest)))`);
  const before = await spent(session);
  await page.evaluate(`${action}; document.body.offsetHeight`);
  const after = await spent(session);
  return Object.keys(COUNTED).reduce(
    (sum, name) => sum + after[name as keyof Metrics] - before[name as keyof Metrics],
    0,
  );
}

const COUNTED: Readonly<Record<keyof Metrics, true>> = {
  ScriptDuration: true,
  LayoutDuration: true,
  RecalcStyleDuration: true,
};

const type = (text: string): string =>
  `const field = document.querySelector('#f-text'); field.value = '${text}'; field.dispatchEvent(new Event('input', { bubbles: true }))`;
