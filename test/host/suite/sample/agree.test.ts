import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { folder, ready, theExtension, uriOf } from '../support';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Reported {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file?: string;
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly related: readonly { readonly file: string; readonly range: { start: Place; end: Place } }[];
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** What the command prints for the same folder, in a process of its own: by VS Code's Node, with no complaint of V8. */
function byCommand(command: string): Promise<unknown> {
  const cli = path.join(theExtension().extensionPath, 'dist', 'cli.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [cli, command, '--format', 'json', '--cwd', folder().uri.fsPath],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 1 << 26 },
      (error, stdout, stderr) => {
        if (stdout === '' || stderr !== '') reject(new Error(stderr, { cause: error }));
        else resolve(JSON.parse(stdout));
      },
    );
  });
}

interface Numbers {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly status: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly coverage: { readonly measured: number; readonly of: number };
  readonly outcomes: readonly Numbers[];
}

const flat = (outcomes: readonly Numbers[]): Numbers[] =>
  outcomes.flatMap((outcome) => [outcome, ...flat(outcome.outcomes)]);

const percent = (share: number): string => `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;

/** Measured by a level that is to be kept, and by nothing else. */
const KEPT = 'silent-alarms';

/** `Status: at risk, progress 50 %, expected 60 %, 1 of 2 measured`. */
function standing({ id, status, progress, expected, coverage: { measured, of } }: Numbers): string {
  const wayToGo = [
    ...(progress === null ? [] : [`progress ${percent(progress)}`]),
    ...(expected === null ? [] : [`expected ${percent(expected)}`]),
  ];
  return [
    `Status: ${status.replaceAll('-', ' ')}`,
    ...(id === KEPT ? [`met in ${percent(progress!)} of check-ins`] : wayToGo),
    ...(of > 0 ? [`${measured} of ${of} measured`] : []),
  ].join(', ');
}

async function hoverAt(file: string, line: number, id: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  const at = new vscode.Position(line - 1, document.lineAt(line - 1).text.indexOf(id) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value)
    .join('\n');
}

const at = ({ line, column }: Place) => `${line}:${column}`;

function said({ file, range, severity, code, message, related }: Reported): string {
  const places = related.map((r) => `${r.file} ${at(r.range.start)}-${at(r.range.end)}`);
  return [`${file!} ${at(range!.start)}-${at(range!.end)} ${severity} ${code}`, message, ...places].join(
    '\n  ',
  );
}

function shown(
  uri: vscode.Uri,
  { range, severity, code, message, relatedInformation = [] }: vscode.Diagnostic,
) {
  const place = ({ line, character }: vscode.Position) => ({ line: line + 1, column: character + 1 });
  const span = (r: vscode.Range) => ({ start: place(r.start), end: place(r.end) });
  const file = (u: vscode.Uri) => path.relative(folder().uri.fsPath, u.fsPath).split(path.sep).join('/');
  return said({
    file: file(uri),
    range: span(range),
    severity: SEVERITIES[severity]!,
    code: code as string,
    message,
    related: relatedInformation.map(({ location }) => ({
      file: file(location.uri),
      range: span(location.range),
    })),
  });
}

describe('editor and command', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('say the same of the sample, at the same places', async () => {
    await ready();
    const checked = (await byCommand('check')) as { findings: readonly Reported[] };
    const findings = checked.findings.filter(({ file }) => file !== undefined);
    assert.ok(findings.length > 10, `only ${findings.length} findings`);
    assert.ok(findings.some(({ severity }) => severity === 'hint'));
    // The editor shows hints only in files that are open.
    for (const file of new Set(findings.map(({ file }) => file!)))
      await vscode.workspace.openTextDocument(uriOf(file));
    const expected = findings.map(said).sort();
    const diagnostics = () =>
      vscode.languages
        .getDiagnostics()
        .flatMap(([uri, all]) => all.filter(({ source }) => source === 'outcomes').map((d) => shown(uri, d)))
        .sort();
    await waitFor(
      'as many diagnostics',
      () => diagnostics().length,
      (count) => count === expected.length,
    );
    assert.deepEqual(diagnostics(), expected);
  });

  it('say the same numbers of every outcome', async () => {
    await ready();
    const { outcomes } = (await byCommand('tree')) as { outcomes: readonly Numbers[] };
    const all = flat(outcomes);
    assert.ok(all.some(({ progress }) => progress !== null) && all.length > 8);
    for (const outcome of all) {
      const said = standing(outcome);
      const card = await waitFor(
        `the card of ${outcome.id}`,
        () => hoverAt(outcome.file, outcome.line, outcome.id),
        (text) => text !== '',
      );
      assert.ok(card.includes(said), `${said}\n${card}`);
    }
  });
});
