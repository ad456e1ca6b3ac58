import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, ready, uriOf } from '../support';

const FILE = 'outcomes.yml';

/** Opens outcomes.yml with `typed` put behind the first line that holds `after`; the cursor is at `|` of it. */
async function type(
  after: string,
  typed: string,
): Promise<{ document: vscode.TextDocument; at: vscode.Position }> {
  const document = await vscode.workspace.openTextDocument(uriOf(FILE));
  const editor = await vscode.window.showTextDocument(document);
  const line = document
    .getText()
    .split('\n')
    .findIndex((each) => each.includes(after));
  assert.ok(line >= 0, after);
  const place = new vscode.Position(line + 1, 0);
  const offset = document.offsetAt(place) + typed.indexOf('|');
  assert.ok(await editor.edit((edit) => edit.insert(place, `${typed.replace('|', '')}\n`)));
  const at = document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
  return { document, at };
}

async function completions(after: string, typed: string): Promise<string[]> {
  const { document, at } = await type(after, typed);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items
    .filter(({ kind }) => kind !== vscode.CompletionItemKind.Text)
    .sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function lenses(): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uriOf(FILE),
    100,
  );
}

describe('outcomes.yml', () => {
  before(ready);
  afterEach(closeEditors);

  it('is completed: fields that are not there, choices, days and ids', async () => {
    const fields = await completions('- id: reliable-voice', '    |');
    assert.ok(fields.includes('weight') && fields.includes('effect'), fields.join());
    assert.ok(!fields.includes('title') && !fields.includes('version'), fields.join());
    await closeEditors();
    assert.deepEqual(await completions('- id: lower-cost', '    status: |'), [
      'draft',
      'active',
      'achieved',
      'missed',
      'dropped',
    ]);
    await closeEditors();
    const days = await completions('- id: lower-cost', '    due: |');
    assert.ok(days.length >= 3 && days.every((day) => /^\d{4}-\d\d-\d\d$/.test(day)), days.join());
    await closeEditors();
    const outputs = await completions('- id: mpf', '        instead: |');
    assert.ok(outputs.includes('voip') && !outputs.includes('lower-cost'), outputs.join());
    await closeEditors();
    const outcomes = await completions('- id: mpf', '        serves: [|]');
    assert.ok(outcomes.includes('lower-cost') && !outcomes.includes('voip'), outcomes.join());
  });

  it('takes an accepted field with its first entry, indented as the file is', async () => {
    const { document } = await type('- id: fax-gateway', '    outp|');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await waitFor('the accepted field', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes('\n    outputs:\n      - id: \n        title: \n');
    });
    await vscode.commands.executeCommand('leaveSnippet');
  });

  it('has an outline with what the tree says', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uriOf(FILE),
    );
    const own = symbols.filter(({ name }) => name === 'policy' || name.includes(' – '));
    assert.deepEqual(
      own.map(({ name }) => name.split(' – ')[0]),
      [
        'policy',
        'reliable-voice',
        'lower-cost',
        'fewer-calls',
        'productive-teams',
        'fax-gateway',
        'customer-portal',
      ],
    );
    const voice = own[1]!;
    assert.match(voice.detail, /(?:track|risk) · \d+ % of \d+ % expected · due/);
    assert.deepEqual(
      voice.children.map(({ name }) => name.split(' – ')[0]),
      ['desk-calls', 'lines-moved', 'mpf', 'voip', 'quick-porting', 'silent-alarms'],
    );
    assert.match(voice.children[0]!.detail, /71 → 60 calls\/week/);
  });

  it('folds by outcome', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const lines = document.getText().split('\n');
    const cost = lines.findIndex((line) => line.includes('- id: lower-cost'));
    const fold = folds.find(({ start }) => start === cost);
    assert.ok(fold, 'no fold at lower-cost');
    assert.match(lines[fold.end]!, /close-exchanges/);
  });

  it('has lenses that tell work and check-in, and lead to the tree', async () => {
    const { outcomes } = await ready();
    const found = await waitFor('the lenses', lenses, (all) => all.length > 0);
    const titles = found.map(({ command }) => command?.title ?? '');
    assert.ok(
      titles.some((title) => /^\d+ TODOs? · \d+ branch/.test(title)),
      titles.join('\n'),
    );
    assert.ok(
      titles.some((title) => /^Last check-in 16 Nov: \d+ calls\/week$/.test(title)),
      titles.join('\n'),
    );
    const document = await vscode.workspace.openTextDocument(uriOf(FILE));
    const lens = found.find(({ range }) => document.getText(range) === 'fewer-calls')!;
    await vscode.commands.executeCommand(lens.command!.command, ...(lens.command!.arguments as unknown[]));
    await waitFor('the selected row', () => outcomes.selected().some(({ copy }) => copy === 'fewer-calls'));
    const settings = vscode.workspace.getConfiguration('outcomes');
    await settings.update('lenses', false, vscode.ConfigurationTarget.Global);
    try {
      await waitFor('no lenses', lenses, (all) => all.length === 0);
    } finally {
      await settings.update('lenses', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
