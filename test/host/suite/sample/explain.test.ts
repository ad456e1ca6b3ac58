import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../../src/extension';
import type { Row } from '../../../../src/editor/view/rows';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, paths, problems, ready, removeFile, uriOf, writeFile } from '../support';

const DIR = 'why-test';
const TREE = `version: 1
policy:
  ignore: [left-out/**]
outcomes:
  - id: plain-answers
    title: Nobody asks a colleague what a warning means
    why: Asking takes two people's time
    owner: "@team"
    due: 2027-Q4
    paths: [answered/**]
    metrics:
      - { id: questions, title: Questions, unit: per week, baseline: 8, target: 2 }
`;
const SOURCE = `// TODO: nobody says why
const text = 'TODO: not a comment';
// what the TODO says
`;

describe('why something is flagged, slow or missing', () => {
  let api: Api;
  const isMine = ({ place }: Row) => place?.kind === 'file' && place.file.startsWith(`${DIR}/`);
  const skipped = () => paths(api.withoutWhy, (row) => row.kind === 'skipped' && isMine(row));

  /** Asks with the cursor at a place (from 1) of a file, or for a row, and gives the answer's text. */
  async function ask(file: string, line: number, character: number): Promise<string> {
    const editor = await vscode.window.showTextDocument(uriOf(file), { viewColumn: vscode.ViewColumn.One });
    const cursor = new vscode.Position(line - 1, character - 1);
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('outcomes.explain');
    return answer();
  }

  function answer(): string {
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'outcomes-why');
    return document.getText();
  }

  before(async () => {
    api = await ready();
    writeFile(`${DIR}/outcomes.yml`, TREE);
    writeFile(`${DIR}/a.ts`, SOURCE);
    writeFile(`${DIR}/left-out/b.ts`, '// TODO: by the policy\n');
    writeFile(`${DIR}/dist/c.ts`, '// TODO: by git\n');
    writeFile(`${DIR}/binary.ts`, '// TODO: in what is no text\n\0');
    await waitFor(
      'the finding',
      () => problems(`${DIR}/a.ts`).join(),
      (found) => found === '1:4 todo-without-why',
    );
    await vscode.commands.executeCommand('outcomes.refresh');
    await waitFor(
      'what was skipped',
      () => skipped().join(),
      (found) => found === `1 file was not read > ${DIR}/binary.ts`,
    );
  });
  afterEach(closeEditors);
  after(async () => {
    removeFile(DIR);
    await vscode.commands.executeCommand('outcomes.refresh');
    await waitFor('nothing to be skipped', () => skipped().length === 0);
  });

  it('tells why a TODO is flagged, and opens what it names', async () => {
    const text = await ask(`${DIR}/a.ts`, 1, 12);
    assert.match(text, /^TODO, why-test\/a\.ts:1:4$/m);
    assert.match(text, /^Flagged as todo-without-why, a warning: /m);
    assert.match(text, /It is new: /);
    assert.match(text, /^ {2}2\. No glob in `paths` holds the file/m);
    assert.match(text, /^The view Without a Why lists it\.$/m);
    const { document } = vscode.window.activeTextEditor!;
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const target = (named: string) => links.find(({ range }) => document.getText(range) === named)?.target;
    await vscode.commands.executeCommand('vscode.open', target(`${DIR}/outcomes.yml:10:13`));
    const opened = vscode.window.activeTextEditor!;
    assert.equal(opened.document.uri.toString(), uriOf(`${DIR}/outcomes.yml`).toString());
    assert.deepEqual([opened.selection.active.line, opened.selection.active.character], [9, 12]);
  });

  it('tells of a tag word that is not listed the one reason', async () => {
    assert.match(await ask(`${DIR}/a.ts`, 2, 17), /^Not listed: .* it stands in a string .*a\.ts:2:14\)$/m);
    assert.match(await ask(`${DIR}/a.ts`, 3, 14), /^Not listed: the comment only mentions `TODO`/m);
    assert.match(
      await ask(`${DIR}/left-out/b.ts`, 1, 4),
      /^Not listed: `left-out\/\*\*` in the policy's `ignore` .*\(why-test\/outcomes\.yml:3:12\)$/m,
    );
    assert.match(
      await ask(`${DIR}/dist/c.ts`, 1, 4),
      /^Not listed: `dist\/`, an ignore rule of git, .*\(\.gitignore:2:1\)$/m,
    );
  });

  it('tells how long the last reading took, and what was not read', async () => {
    await vscode.commands.executeCommand('outcomes.explain');
    const text = answer();
    assert.match(text, /^How long the last reading of everything took$/m);
    assert.match(text, /^ {2}[\d.]+ m?s in all\./m);
    assert.match(text, /^ {2}[\d.]+ m?s for git/m);
    assert.match(text, /^ {2}binary \(why-test\/binary\.ts\)$/m);
  });

  it('answers for the row that it is asked about', async () => {
    const rows: Row[] = [];
    const wanted = ({ kind }: Row) => kind === 'todo' || kind === 'skipped';
    paths(api.withoutWhy, (row) => wanted(row) && isMine(row) && rows.push(row) > 0);
    for (const [kind, says] of [
      ['todo', /^Flagged as todo-without-why/m],
      ['skipped', /^Not read, or not wholly: binary\.$/m],
    ] as const) {
      await vscode.commands.executeCommand(
        'outcomes.explain',
        rows.find((row) => row.kind === kind),
      );
      assert.match(answer(), says);
    }
  });

  it('answers for a branch and a commit', async () => {
    const rows: Row[] = [];
    paths(api.outcomes, (row) => (row.kind === 'branch' || row.kind === 'commit') && rows.push(row) > 0);
    await vscode.commands.executeCommand(
      'outcomes.explain',
      rows.find(({ label }) => label === 'ana/order-poc'),
    );
    assert.match(answer(), /1\. Git's configuration `branch\.ana\/order-poc\.outcome` states `conversion`/);
    await vscode.commands.executeCommand(
      'outcomes.explain',
      rows.find(({ kind }) => kind === 'commit'),
    );
    assert.match(answer(), /^Commit [0-9a-f]{12}, /m);
  });
});
