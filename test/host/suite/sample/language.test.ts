import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, ready, removeFile, uriOf, writeFile } from '../support';

const CODE = 'language-test/a.ts';
const PROSE = 'language-test/a.md';

/** Opens a text that has a cursor `|` in it, as unsaved changes of the file. */
async function type(
  file: string,
  marked: string,
): Promise<{ document: vscode.TextDocument; at: vscode.Position }> {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  const editor = await vscode.window.showTextDocument(document);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  assert.ok(await editor.edit((e) => e.replace(all, text)));
  return { document, at: document.positionAt(offset) };
}

async function completions(file: string, marked: string): Promise<string[]> {
  const { document, at } = await type(file, marked);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items
    .filter(({ label }) => typeof label !== 'string' && label.description !== undefined)
    .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

function at(file: string, word: string, nth = 0): Promise<{ uri: vscode.Uri; position: vscode.Position }> {
  return Promise.resolve(vscode.workspace.openTextDocument(uriOf(file))).then((document) => {
    let offset = -1;
    for (let i = 0; i <= nth; i++) offset = document.getText().indexOf(word, offset + 1);
    assert.ok(offset >= 0, `${word} is not in ${file}`);
    return { uri: document.uri, position: document.positionAt(offset + 1) };
  });
}

describe('ids as symbols', () => {
  before(async () => {
    await ready();
    writeFile(CODE, '');
    writeFile(PROSE, '');
  });
  afterEach(closeEditors);
  after(() => removeFile('language-test'));

  it('are completed inside of comments, and nowhere else', async () => {
    const found = await completions(CODE, 'export const a = 1; // TODO(|');
    assert.ok(found.includes('fewer-calls') && found.includes('voip'), found.join());
    // Closed ones are offered last.
    assert.ok(found.indexOf('fax-gateway') > found.indexOf('fewer-calls'));
    assert.deepEqual(await completions(CODE, 'export const a = "// TODO(|";'), []);
  });

  it('show a card', async () => {
    const { document } = await type(CODE, '// TODO(voip): x|');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 10),
    );
    const text = (hover?.contents as vscode.MarkdownString[]).map(({ value }) => value).join('\n');
    assert.match(text, /Deploy VoIP over fibre/);
    assert.match(text, /Customers keep reliable voice services/);
    assert.match(text, /Owner: /);
  });

  it('lead to their definition, from code and from outcomes.yml', async () => {
    const { document } = await type(PROSE, 'See `lower-cost`.|');
    for (const [uri, position] of [
      [document.uri, new vscode.Position(0, 6)],
      await at('outcomes.yml', 'lower-cost').then(({ uri, position }) => [uri, position] as const),
    ] as const) {
      const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uri,
        position,
      );
      assert.ok(link);
      const target = await vscode.workspace.openTextDocument(link.targetUri);
      assert.equal(target.getText(link.targetSelectionRange), 'lower-cost');
      assert.match(target.lineAt(link.targetSelectionRange!.start.line).text, /- id: lower-cost/);
    }
  });

  it('are found everywhere, each place once', async () => {
    const { uri, position } = await at('outcomes.yml', 'id: voip');
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      position.translate(0, 4),
    );
    const shown = places.map(
      (place) => `${vscode.workspace.asRelativePath(place.uri)}:${place.range.start.line}`,
    );
    assert.equal(new Set(shown).size, shown.length, shown.join());
    for (const place of places) {
      const document = await vscode.workspace.openTextDocument(place.uri);
      assert.equal(document.getText(place.range).toLowerCase(), 'voip');
    }
    assert.ok(shown.filter((one) => one.startsWith('outcomes.yml:')).length >= 2, shown.join());
    assert.ok(
      shown.some((one) => one.startsWith('services/voice/')),
      shown.join(),
    );
  });

  it('are renamed in code, Markdown and YAML by one change, and back', async () => {
    const { document } = await type(PROSE, 'See `fewer-calls`.|');
    await document.save();
    const files = async (id: string) => {
      const { uri, position } = await at('outcomes.yml', `id: ${id}`);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        uri,
        position.translate(0, 4),
        id === 'fewer-calls' ? 'calmer-desk' : 'fewer-calls',
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      return edit.entries().map(([target]) => vscode.workspace.asRelativePath(target));
    };
    const yaml = await vscode.workspace.openTextDocument(uriOf('outcomes.yml'));
    const before = yaml.getText();
    const changed = await files('fewer-calls');
    assert.ok(changed.includes('outcomes.yml') && changed.includes(PROSE), changed.join());
    assert.ok(
      changed.some((file) => file.startsWith('services/')),
      changed.join(),
    );
    assert.match(yaml.getText(), /id: calmer-desk/);
    const { folders } = await ready();
    const known = (id: string) =>
      waitFor(id, () => folders.list().some(({ source }) => source.snapshot?.tree.entries.has(id)));
    await known('calmer-desk');
    await files('calmer-desk');
    await known('fewer-calls');
    assert.equal(yaml.getText(), before);
    await vscode.workspace.saveAll(false);
  });

  it('are not renamed to an id that is taken, or to none at all', async () => {
    const { uri, position } = await at('outcomes.yml', 'id: fewer-calls');
    for (const name of ['lower-cost', 'desk-calls', 'none', 'two words', ''])
      await assert.rejects(async () =>
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          uri,
          position.translate(0, 4),
          name,
        ),
      );
  });

  it('are symbols of the workspace', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'support calls fall',
    );
    assert.ok(
      found.some(({ name }) => name.startsWith('fewer-calls')),
      found.map(({ name }) => name).join(),
    );
  });
});
