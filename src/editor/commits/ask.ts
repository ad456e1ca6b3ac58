import * as vscode from 'vscode';
import { type ChosenIds, pickOutcome } from '../pick-outcome';
import type { MessageOwner } from './owner';

export async function askOutcome({ snapshot }: MessageOwner, chosen: ChosenIds): Promise<string | undefined> {
  const picked = await pickOutcome(snapshot, chosen, { title: 'Outcome of This Commit', hints: {} });
  return picked !== undefined && 'id' in picked ? picked.id : undefined;
}

/** The value of a trailer that waives the why. */
export async function askWaiver(): Promise<string | undefined> {
  const reason = await vscode.window.showInputBox({
    title: 'Why Does This Commit Serve No Outcome?',
    prompt: 'The reason goes into the message: Outcome: none (reason)',
    placeHolder: 'release plumbing',
    validateInput: (text) => (text.trim() === '' ? 'Say in a few words why.' : null),
  });
  const words = reason?.replace(/\s+/g, ' ').trim();
  return words === undefined || words === '' ? undefined : `none (${words})`;
}
