import * as vscode from 'vscode';
import { PALETTE_TIME, assertRefused, everyCommand, runEveryCommand } from '../every-command';
import { theExtension } from '../support';

/** Those that need no folder. */
const ANYWHERE = ['outcomes.help', 'outcomes.showLog'];

/** Those about a row or a proposal, of which there is none; the palette does not offer them here. */
const NOT_OFFERED = [
  'outcomes.applyProposal',
  'outcomes.copyId',
  'outcomes.newChildOutcome',
  'outcomes.open',
];

describe('the commands in a window without a folder', () => {
  before(() => theExtension().activate());

  it('say that there is none', async function () {
    this.timeout(PALETTE_TIME);
    const ran = await runEveryCommand();
    assertRefused(
      ran,
      /\b(?:folder|repository)\b/i,
      everyCommand().filter((command) => ![...ANYWHERE, ...NOT_OFFERED].includes(command)),
    );
  });

  it('say so with a file in the editor that belongs to no folder, too', async function () {
    this.timeout(PALETTE_TIME);
    const document = await vscode.workspace.openTextDocument({
      content: '// TODO: a\n',
      language: 'typescript',
    });
    await vscode.window.showTextDocument(document);
    const ran = await runEveryCommand();
    assertRefused(ran, /\bfolder\b/i, ['outcomes.linkToOutcome', 'outcomes.reveal', 'outcomes.newOutcome']);
  });
});
