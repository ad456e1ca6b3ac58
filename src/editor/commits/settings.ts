import * as vscode from 'vscode';
import { createGitCommand } from '../../node/git/command';
import type { MessageSettings } from '../../node/hooks/situation';
import { DEFAULT_SETTINGS, type MessageOwner } from './owner';

/** What git's configuration says of messages typed into a document; asked once for as long as that is open. */
export class SettingsOfMessages {
  private readonly known = new WeakMap<vscode.TextDocument, MessageSettings>();
  private readonly asked = new WeakMap<vscode.TextDocument, Promise<MessageSettings>>();

  /** As far as they are known by now: `onKnown` is called when there is more to know. */
  now(document: vscode.TextDocument, owner: MessageOwner, onKnown: () => void): MessageSettings {
    if (!this.known.has(document)) void this.of(document, owner).then(onKnown);
    return this.known.get(document) ?? DEFAULT_SETTINGS;
  }

  of(document: vscode.TextDocument, { top }: MessageOwner): Promise<MessageSettings> {
    let asked = this.asked.get(document);
    if (asked === undefined) {
      asked = read(document, top).then((settings) => {
        this.known.set(document, settings);
        return settings;
      });
      this.asked.set(document, asked);
    }
    return asked;
  }
}

async function read({ languageId }: vscode.TextDocument, top: string): Promise<MessageSettings> {
  if (languageId === 'scminput' || !vscode.workspace.isTrusted) return DEFAULT_SETTINGS;
  try {
    const { readMessageSettings } = await import('../../node/hooks/situation');
    return await readMessageSettings(createGitCommand('git', top, new AbortController().signal));
  } catch {
    // Without git its defaults hold.
    return DEFAULT_SETTINGS;
  }
}
