import fs from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import { holding } from '../../../../test/support/held';
import { waitFor } from '../../../../test/support/waitFor';
import type { Cost } from '../../cost';

/** What one run tells, as JSON. */
const OUTPUT = process.env['OUTCOMES_BENCH_OUTPUT']!;
const LARGE = 10e6;
const EDITS = 9;
/** What typing leads to is over by then, in milliseconds: after the debounce, reading and showing. */
const REACTION = 700;

/** Runs in a VS Code with the extension, and in one without it; goals/host.ts takes the one from the other. */
describe('the cost in VS Code', function () {
  this.timeout(300_000);

  it('is measured', async () => {
    const extension = vscode.extensions.getExtension<Api>('outcomes.outcomes');
    const api = await extension?.activate();
    await quiet(api);
    const large = await edits(await openLarge());
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const reading = await holding(() => readAgain(api));
    const enabled = api && (await enable(api));
    await quiet(api);
    const cost: Cost = {
      activation: activation('outcomes.outcomes'),
      gitActivation: activation('vscode.git'),
      spentOnActivation: (globalThis as { outcomesActivation?: Cost['spentOnActivation'] })
        .outcomesActivation,
      ...(enabled && { ...enabled }),
      idle: (await holding(() => pause(1500))).own,
      reading: reading.own,
      ...large,
      resident: process.memoryUsage.rss(),
      heap: process.memoryUsage().heapUsed,
      background: background(),
    };
    fs.writeFileSync(OUTPUT, JSON.stringify(cost));
  });
});

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

async function quiet(api: Api | undefined): Promise<void> {
  if (api === undefined) return pause(1000);
  const isQuiet = () => {
    const [entry] = api.folders.list();
    return entry?.source.snapshot !== undefined && !entry.source.busy;
  };
  await waitFor('all to be read', isQuiet, Boolean, { within: 120_000, hold: 700 });
}

async function readAgain(api: Api | undefined): Promise<void> {
  api?.folders.refresh();
  await quiet(api);
}

/**
 * Switches the extension's work off and on again, and gives the time until there is a first tree, from what was saved,
 * and until all of it is known to be true; milliseconds.
 */
async function enable(api: Api): Promise<Pick<Cost, 'shown' | 'settled'>> {
  const set = (on: boolean) => vscode.workspace.getConfiguration('outcomes').update('enable', on);
  // The first save comes two seconds after the first reading.
  await pause(3000);
  await set(false);
  await until(() => api.folders.list().length === 0);
  void set(true);
  await until(() => api.folders.list().length === 1);
  const start = performance.now();
  const { source } = api.folders.list()[0]!;
  await until(() => source.snapshot !== undefined);
  const shown = performance.now() - start;
  await until(() => !source.busy);
  return { shown, settled: performance.now() - start };
}

/** Looks in each turn of the event loop. */
async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 60_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('Waited for a minute.');
    await new Promise(setImmediate);
  }
}

async function openLarge(): Promise<vscode.TextDocument> {
  const file = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'large.ts');
  const line = "export const value = compute('part', 12_345); // as it was\n";
  fs.writeFileSync(file.fsPath, `// TODO: part\n${line.repeat(LARGE / line.length)}`);
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  await pause(3000);
  return document;
}

/** For each edit the longest time that the thread was held, and what this process took of the processor. */
async function edits(document: vscode.TextDocument): Promise<Pick<Cost, 'held' | 'spent'>> {
  const held: number[] = [];
  const spent: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(i * 10, 0), `// TODO: look at ${i}\n`);
    const before = process.cpuUsage();
    const { own } = await holding(async () => {
      await vscode.workspace.applyEdit(edit);
      await pause(REACTION);
    });
    const { user, system } = process.cpuUsage(before);
    held.push(own);
    spent.push((user + system) / 1000);
  }
  return { held, spent };
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

/**
 * From VS Code's own marks: loading the code and running activate(), in milliseconds. In between VS Code fetches what it
 * keeps for an extension from the window, which holds no thread.
 */
function activation(extension: string): number | undefined {
  const { MonacoPerformanceMarks: own } = globalThis as { MonacoPerformanceMarks?: { getMarks(): Mark[] } };
  const marks = own?.getMarks() ?? performance.getEntriesByType('mark');
  const at = (name: string) =>
    marks.find((mark) => mark.name === `code/extHost/${name}/${extension}`)?.startTime ?? NaN;
  const time =
    at('didLoadExtensionCode') -
    at('willLoadExtensionCode') +
    (at('didActivateExtension') - at('willActivateExtension'));
  return Number.isNaN(time) ? undefined : time;
}

/** The resident size of the process that the extension reads folders in, where the system tells (Linux). */
function background(): number | undefined {
  for (const pid of fs.existsSync('/proc') ? fs.readdirSync('/proc') : []) {
    try {
      const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'latin1');
      const status = fs.readFileSync(`/proc/${pid}/status`, 'latin1');
      const isOwn = new RegExp(`^PPid:\\s+${process.pid}$`, 'm').test(status);
      if (isOwn && command.includes('background-worker.js'))
        return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
    } catch {
      // No process, or one that has ended.
    }
  }
  return undefined;
}
