import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../support/waitFor';
import { theExtension } from './support';

/** What a person could notice of a command. */
interface Notes {
  /** All that it said: messages of any kind, and those of the status bar. */
  readonly said: string[];
  /** Titles of what it asked; each question was answered with Escape. */
  readonly asked: string[];
  /** What else it did: commands of VS Code that it ran, editors that it opened or changed, views that it showed. */
  readonly did: string[];
}

/** A command that ran. */
export interface Ran extends Notes {
  readonly command: string;
  /** What it threw, as text. */
  readonly error: string | null;
}

interface Contributed {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Every command of package.json. */
export function everyCommand(): string[] {
  const { contributes } = theExtension().packageJSON as Contributed;
  return contributes.commands.map(({ command }) => command);
}

/** Runs a command. Whatever it asks is answered with Escape, but for lists from which `pick` takes the row of that text. */
export async function runCommand(
  command: string,
  { args = [], pick }: { readonly args?: readonly unknown[]; readonly pick?: string } = {},
): Promise<Ran> {
  const { executeCommand } = vscode.commands;
  const watched = watch(pick);
  let error: string | null = null;
  let ended = false;
  const running = Promise.resolve(executeCommand(command, ...args)).then(
    () => (ended = true),
    (thrown: unknown) => {
      ended = true;
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    },
  );
  try {
    await waitFor(
      `${command} to end; so far ${JSON.stringify(watched.notes)}`,
      async () => {
        if (!ended) await executeCommand('workbench.action.closeQuickOpen');
        return ended;
      },
      Boolean,
      { within: 15_000, hold: 0 },
    );
    await running;
    // What it left to itself may still be on its way, such as a view.
    const end = Date.now() + SIGN_WITHIN;
    while (isSilent(watched.notes) && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 25));
  } finally {
    watched.dispose();
  }
  return { command, error, ...watched.notes };
}

/** Milliseconds that running every command a few times may take on a busy machine. */
export const PALETTE_TIME = 120_000;

/** Milliseconds that a command which has ended gets until something is seen of it. */
const SIGN_WITHIN = 3000;

const isSilent = ({ said, asked, did }: Notes): boolean => [...said, ...asked, ...did].length === 0;

/** Runs every command, and holds each to what is due anywhere: it ends without an error, and somebody sees that it ran. */
export async function runEveryCommand(): Promise<ReadonlyMap<string, Ran>> {
  const ran = new Map<string, Ran>();
  for (const command of everyCommand()) {
    ran.set(command, await runCommand(command));
    for (const place of ['closeAllEditors', 'closePanel'])
      await vscode.commands.executeCommand(`workbench.action.${place}`);
  }
  const all = [...ran.values()];
  const broken = all.flatMap(({ command, error }) => (error === null ? [] : [`${command}: ${error}`]));
  const silent = all.filter(isSilent);
  if (process.env['VSCODE_TEST_VERBOSE']) console.log(all.map((one) => JSON.stringify(one)).join('\n'));
  assert.deepEqual(
    { broken, silent: silent.map(({ command }) => command) },
    { broken: [], silent: [] },
    'commands that end with an error, or of which nobody notices anything',
  );
  return ran;
}

/** Fails unless each of the commands says something that matches, and asks and does nothing. */
export function assertRefused(ran: ReadonlyMap<string, Ran>, why: RegExp, commands: readonly string[]): void {
  const wrong = commands
    .map((command) => ran.get(command))
    .filter((one) => one === undefined || !one.said.some((text) => why.test(text)) || one.asked.length > 0);
  assert.deepEqual(wrong, [], `commands that do not say ${String(why)}`);
}

type AnyFunction = (...args: never[]) => unknown;

/** Notes what an extension asks of VS Code. The API that a test sees is the extension's own, so both share it. */
function watch(pick: string | undefined): { readonly notes: Notes; dispose(): void } {
  const notes: Notes = { said: [], asked: [], did: [] };
  const { window, commands, workspace } = vscode;
  const undo: (() => void)[] = [];

  /** Calls `note` before the function, or in its place where that gives the answer. */
  function on<T extends object>(
    owner: T,
    name: keyof T & string,
    note: (...args: unknown[]) => unknown,
    inPlace = false,
  ): void {
    const original = owner[name] as AnyFunction;
    const replaced = (...args: never[]) => {
      const answer = note(...args);
      return inPlace ? answer : original.apply(owner, args);
    };
    Object.defineProperty(owner, name, { value: replaced, configurable: true, writable: true });
    undo.push(() =>
      Object.defineProperty(owner, name, { value: original, configurable: true, writable: true }),
    );
  }

  for (const name of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const)
    on(window, name, (text) => (notes.said.push(String(text)), Promise.resolve(undefined)), true);
  on(window, 'setStatusBarMessage', (text) => notes.said.push(String(text)));
  const choose = (items: unknown, options: unknown) => {
    notes.asked.push(titleOf(options));
    return Promise.resolve((items as vscode.QuickPickItem[]).find(({ label }) => label === pick));
  };
  on(window, 'showQuickPick', choose, pick !== undefined);
  on(window, 'showInputBox', (options) => notes.asked.push(titleOf(options)));
  on(window, 'createQuickPick', () => notes.asked.push('a list'));
  on(window, 'createInputBox', () => notes.asked.push('a text'));
  on(window, 'showTextDocument', (document) => notes.did.push(`shows ${nameOf(document)}`));
  on(window, 'createWebviewPanel', (_, title) => notes.did.push(`opens ${String(title)}`));
  on(
    window,
    'showSaveDialog',
    (options) => (notes.asked.push(titleOf(options)), Promise.resolve(undefined)),
    true,
  );
  on(window, 'withProgress', (options) => notes.did.push(`works: ${titleOf(options)}`));
  on(workspace, 'applyEdit', () => notes.did.push('edits'));
  on(commands, 'executeCommand', (command, ...args) => notes.did.push(`runs ${describeCall(command, args)}`));

  const { outcomes, withoutWhy, folders } = theExtension().exports;
  on(folders, 'refresh', () => {
    for (const { folder } of folders.list()) notes.did.push(`reads ${folder.name}`);
  });
  for (const view of [outcomes, withoutWhy])
    on(view, 'reveal', (target) => notes.did.push(`reveals ${JSON.stringify(target)}`));
  const output = window.onDidChangeVisibleTextEditors((editors) => {
    for (const { document } of editors) if (document.uri.scheme === 'output') notes.did.push('shows the log');
  });
  return {
    notes,
    dispose: () => {
      undo.forEach((take) => take());
      output.dispose();
    },
  };
}

function titleOf(options: unknown): string {
  const { title, placeHolder, prompt } = (options ?? {}) as Record<string, string | undefined>;
  return title ?? placeHolder ?? prompt ?? 'something';
}

function nameOf(document: unknown): string {
  const { uri, path } = document as Partial<vscode.TextDocument & vscode.Uri>;
  return String(path ?? uri?.path);
}

function describeCall(command: unknown, args: readonly unknown[]): string {
  return [command, ...args.filter((arg) => typeof arg !== 'object')].join(' ');
}
