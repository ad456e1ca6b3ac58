import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import type { Report } from '../../../../src/editor/linking/report';
import type { Row } from '../../../../src/editor/view/rows';
import { waitFor } from '../../../support/waitFor';
import { answering } from '../reviewing';
import { closeEditors, problems, ready, removeFile, uriOf, writeFile } from '../support';

/** A folder for each test: a watcher may miss what comes right after a folder, and the folder it never misses. */
let dir = '';
let tests = 0;
const TREE = `version: 1
outcomes:
  - id: fewer-returns
    title: Customers send back 4 % of what they buy instead of 9 %
    why: Each return costs more than it earns
    owner: "@shop"
    due: 2027-12-31
    metrics: [{ id: returns, title: Returns, unit: '%', baseline: 9, target: 4 }]
    outputs:
      - { id: size-guide, title: Size guide, status: in-progress } # moves
    outcomes:
      - { id: old-idea, title: Customers pay for returns, status: dropped }
      - id: better-photos
        title: Customers see what they get before they buy it
`;
const { executeCommand } = vscode.commands;
const { CodeActionKind } = vscode;

function textOf(file: string): string {
  return fs.readFileSync(uriOf(`${dir}/${file}`).fsPath, 'utf8');
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(`${dir}/${file}`));
  await vscode.window.showTextDocument(document);
  return document;
}

function found(file: string, codes: readonly string[]): Promise<string[]> {
  return waitFor(
    `${codes.join()} in ${file}`,
    () => problems(`${dir}/${file}`).map((problem) => problem.split(' ')[1]!),
    (list) => list.join() === codes.join(),
    { within: 20_000 },
  );
}

/** What is offered at the first finding of this code, edits included. */
async function actionsAt(file: string, code: string): Promise<vscode.CodeAction[]> {
  const uri = uriOf(`${dir}/${file}`);
  const diagnostic = vscode.languages.getDiagnostics(uri).find((each) => each.code === code);
  assert.ok(diagnostic, code);
  const { value } = CodeActionKind.QuickFix;
  return executeCommand('vscode.executeCodeActionProvider', uri, diagnostic.range, value, 20);
}

async function fix(file: string, code: string, title: string): Promise<void> {
  const actions = await actionsAt(file, code);
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `${title} is not among ${actions.map((each) => each.title).join(' | ')}`);
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit));
  else {
    const given = (action.command!.arguments ?? []) as unknown[];
    await answered(executeCommand(action.command!.command, ...given));
  }
}

/** Presses Enter in the boxes that ask, until there is an answer. */
async function answered<T>(running: Thenable<T>): Promise<T> {
  let answer: { readonly value: T } | undefined;
  void running.then((value) => (answer = { value }));
  const result = await waitFor(
    'an answer',
    async () => {
      if (answer === undefined) await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return answer;
    },
    (value) => value !== undefined,
    { within: 20_000 },
  );
  return result!.value;
}

describe('linking', () => {
  let api: Api;
  const files: Readonly<Record<string, string>> = {
    'outcomes.yml': TREE,
    'shop/a.ts': '// TODO: ask for the size\r\nexport const a = 1; // FIXME(@ana): and the colour\r\n',
    'shop/b.py': '# TODO(fewer-retruns): say why\n# TODO(old-idea): bill it\n',
    'shop/deep/c.go': 'package c\n\n// TODO: first\n// TODO(better-photos): second\n',
    'shop/deep/d.rb': '# TODO: third\n',
    'shop/locked.sh': '#!/bin/sh\n# TODO: not to be touched\n',
  };
  /** What VS Code gives: the properties of a token alone. */
  const never = { isCancellationRequested: false } as vscode.CancellationToken;

  /** The row of a view that `wanted` accepts, below rows that may hold it. */
  function row(view: Api['outcomes'] | Api['withoutWhy'], wanted: (row: Row) => boolean): Row {
    const search = (rows: readonly Row[]): Row | undefined => {
      for (const one of rows) {
        if (wanted(one)) return one;
        const below = one.children === null ? undefined : search(view.rows(one));
        if (below !== undefined) return below;
      }
      return undefined;
    };
    const result = search(view.rows());
    assert.ok(result, 'the row is not shown');
    return result;
  }
  const entry = (id: string) =>
    row(api.outcomes, ({ kind, copy }) => (kind === 'outcome' || kind === 'output') && copy === id);
  const holder = (path: string) => row(api.withoutWhy, ({ copy }) => copy === `${dir}/${path}`);
  const todo = (text: string) => row(api.withoutWhy, ({ kind, label }) => kind === 'todo' && label === text);
  const drop = async (from: Api['outcomes'] | Api['withoutWhy'], rows: readonly Row[], on: Row) => {
    const data = new vscode.DataTransfer();
    from.dragging.handleDrag(rows, data);
    await api.outcomes.dragging.handleDrop(on, data, never);
  };
  const request = (rows: readonly Row[], on: Row | undefined, addresses: readonly string[] = []) =>
    executeCommand<Report | undefined>('outcomes.linkToOutcome', {
      target: on,
      rows,
      files: addresses,
    });

  before(async () => {
    api = await ready();
  });
  beforeEach(async () => {
    dir = `linking-test-${++tests}`;
    for (const [file, text] of Object.entries(files)) writeFile(`${dir}/${file}`, text);
    await found('shop/deep/d.rb', ['todo-without-why']);
    await found('shop/a.ts', ['todo-without-why', 'todo-without-why']);
    await found('shop/b.py', ['unknown-outcome', 'closed-outcome']);
    await found('shop/locked.sh', ['todo-without-why']);
    await waitFor(
      'the rows',
      () => {
        try {
          return [
            entry('size-guide'),
            holder('shop/deep'),
            todo('ask for the size'),
            todo('not to be touched'),
          ].length;
        } catch {
          return 0;
        }
      },
      (count) => count === 4,
    );
  });
  afterEach(async () => {
    await closeEditors();
    removeFile(dir);
    await waitFor(
      'the outcomes to go',
      () => api.folders.list()[0]?.source.snapshot?.tree.entries.has('size-guide'),
      (there) => there === false,
      { within: 20_000 },
    );
  });

  it('by quick fix takes one gesture, and one undo', async () => {
    const document = await open('shop/a.ts');
    const before = document.getText();
    const [first] = await actionsAt('shop/a.ts', 'todo-without-why');
    assert.match(first!.title, /^Link to `/);
    await fix('shop/a.ts', 'todo-without-why', first!.title);
    assert.match(document.getText(), /^\/\/ TODO\([\w-]+\): ask for the size\r\n/);
    await found('shop/a.ts', ['todo-without-why']);
    await executeCommand('undo');
    assert.equal(document.getText(), before);
    await found('shop/a.ts', ['todo-without-why', 'todo-without-why']);
  });

  it('links all of a file at once', async () => {
    const document = await open('shop/a.ts');
    const before = document.getText();
    await fix('shop/a.ts', 'todo-without-why', 'Link all 2 TODOs without a why in this file to…');
    await found('shop/a.ts', []);
    assert.match(document.getText(), /FIXME\(@ana, [\w-]+\): and the colour/);
    assert.ok(document.isDirty, 'what is open is not saved');
    await executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('puts a misspelt id right, and moves what is closed', async () => {
    const document = await open('shop/b.py');
    await fix('shop/b.py', 'unknown-outcome', 'Change to `fewer-returns`');
    await fix('shop/b.py', 'closed-outcome', 'Move to `better-photos`');
    assert.equal(document.getText(), '# TODO(fewer-returns): say why\n# TODO(better-photos): bill it\n');
    await found('shop/b.py', []);
    await executeCommand('undo');
    await executeCommand('undo');
    assert.equal(document.getText(), files['shop/b.py']);
  });

  it('by dropping a folder of TODOs changes and saves the files that nobody has open', async () => {
    await drop(api.withoutWhy, [holder('shop/deep')], entry('size-guide'));
    assert.equal(textOf('shop/deep/c.go'), files['shop/deep/c.go']!.replace('TODO:', 'TODO(size-guide):'));
    assert.equal(textOf('shop/deep/d.rb'), '# TODO(size-guide): third\n');
    await found('shop/deep/c.go', []);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty),
      [],
    );
  });

  it('finds the TODO where it is by now', async () => {
    const row = todo('ask for the size');
    const document = await open('shop/a.ts');
    const target = entry('better-photos');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'export const z = 0;\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await drop(api.withoutWhy, [row], target);
    assert.equal(document.lineAt(2).text, '// TODO(better-photos): ask for the size');
  });

  it('by command does the same for several rows', async () => {
    const rows = [todo('third'), todo('first')];
    const report = await answered(
      executeCommand<Report | undefined>('outcomes.linkToOutcome', rows[0], rows),
    );
    assert.deepEqual([report?.todos, report?.files, report?.refused.length], [2, 2, 0]);
    assert.match(textOf('shop/deep/d.rb'), new RegExp(`^# TODO\\(${report!.id}\\): third\n$`));
  });

  it('by command to a new outcome writes both at once, and one undo takes both back', async () => {
    const document = await open('outcomes.yml');
    const { createInputBox } = vscode.window;
    let isAsked = false;
    const typing = () => {
      const box = createInputBox();
      const show = box.show.bind(box);
      box.show = () => {
        if (!isAsked) box.value = 'Customers find their size at once';
        isAsked = true;
        show();
      };
      return box;
    };
    const pick = (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label.includes('New outcome…')) ?? items[0]);
    const rows = [todo('third'), todo('first')];
    const report = await answering({ showQuickPick: pick, createInputBox: typing }, () =>
      answered(executeCommand<Report | undefined>('outcomes.linkToOutcome', rows[0], rows)),
    );
    assert.deepEqual([report?.todos, report?.files, report?.refused.length], [2, 2, 0]);
    assert.match(document.getText(), /title: Customers find their size at once/);
    assert.equal(textOf('shop/deep/d.rb'), `# TODO(${report!.id}): third\n`);
    await found('shop/deep/d.rb', []);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await executeCommand('undo');
    await waitFor('the new outcome to go', () => document.getText() === TREE);
    const linked = await vscode.workspace.openTextDocument(uriOf(`${dir}/shop/deep/d.rb`));
    await waitFor('the links to go', () => linked.getText() === files['shop/deep/d.rb']);
  });

  it('by command takes the TODO at the cursor', async () => {
    const document = await open('shop/a.ts');
    const at = new vscode.Position(1, 40);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
    const report = await answered(executeCommand<Report | undefined>('outcomes.linkToOutcome'));
    assert.equal(report?.todos, 1);
    assert.equal(document.lineAt(1).text, `export const a = 1; // FIXME(@ana, ${report.id}): and the colour`);
  });

  it('leaves a read-only file alone, and says so', async () => {
    fs.chmodSync(uriOf(`${dir}/shop/locked.sh`).fsPath, 0o444);
    try {
      const report = await request([todo('not to be touched'), todo('third')], entry('better-photos'));
      assert.equal(report?.todos, 1);
      assert.deepEqual(report.refused, [
        { what: `${dir}/shop/locked.sh:2`, reason: 'The file is read-only.' },
      ]);
      assert.equal(textOf('shop/locked.sh'), files['shop/locked.sh']);
    } finally {
      fs.chmodSync(uriOf(`${dir}/shop/locked.sh`).fsPath, 0o644);
    }
  });

  it('moves an output to another outcome with its comment, with one undo', async () => {
    const document = await open('outcomes.yml');
    await drop(api.outcomes, [entry('size-guide')], entry('better-photos'));
    assert.doesNotMatch(document.getText(), /^ {4}outputs:\n {6}- \{ id: size-guide/m);
    assert.match(document.getText(), /better-photos[^]*size-guide/);
    assert.ok(document.getText().includes('# moves'));
    await executeCommand('undo');
    assert.equal(document.getText(), TREE);
  });

  it('takes files from the explorer, and asks what a folder stands for', async () => {
    const c = uriOf(`${dir}/shop/deep/c.go`).toString();
    const report = await request([], entry('fewer-returns'), [c, 'file:///nowhere/x.ts']);
    assert.equal(report?.todos, 1);
    assert.equal(report.refused.length, 1);
    assert.match(
      textOf('shop/deep/c.go'),
      /TODO\(fewer-returns\): first\n\/\/ TODO\(better-photos\): second/,
    );

    const data = new vscode.DataTransfer();
    data.set('text/uri-list', new vscode.DataTransferItem(uriOf(`${dir}/shop`).toString()));
    await answered(api.outcomes.dragging.handleDrop(entry('better-photos'), data, never));
    assert.match(textOf('outcomes.yml'), /id: better-photos\n.*\n {8}paths: \[shop\/\*\*\]\n$/);
  });

  it('links a branch, by the command that is for branches', async () => {
    const branch = row(api.outcomes, ({ kind }) => kind === 'branch');
    const report = await request([branch], entry('better-photos'));
    const linked = () => row(api.outcomes, ({ kind, copy }) => kind === 'branch' && copy === branch.copy);
    assert.deepEqual([report?.branches, report?.refused], [1, []]);
    await waitFor('the branch', linked, ({ description }) => description.includes('git config'));
    const repository = uriOf('').fsPath;
    execFileSync('git', ['config', '--unset', `branch.${branch.copy!}.outcome`], { cwd: repository });
  });

  it('does nothing when it was cancelled', async () => {
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    const data = new vscode.DataTransfer();
    api.withoutWhy.dragging.handleDrag([todo('third')], data);
    await api.outcomes.dragging.handleDrop(entry('size-guide'), data, source.token);
    assert.equal(textOf('shop/deep/d.rb'), files['shop/deep/d.rb']);
  });

  it('refuses a target that is none', async () => {
    assert.equal(await request([todo('third')], undefined), undefined);
    assert.equal(await request([todo('third')], todo('first')), undefined);
    assert.equal(textOf('shop/deep/d.rb'), files['shop/deep/d.rb']);
  });
});
