import * as vscode from 'vscode';
import { Command } from '../../manifest';
import type { Config } from '../config';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import { AddTrailer } from './add-trailer';
import { publishMessageFindings } from './findings';
import { registerMessageFixes } from './fixes';
import { Inference } from './infer';
import { SettingsOfMessages } from './settings';

/** The why of commits, while their message is typed: findings, quick fixes, and one key that adds the trailer. */
export function registerCommits(folders: Folders, chosen: ChosenIds, config: Config): Disposable {
  const settings = new SettingsOfMessages();
  const inference = new Inference();
  const trailer = new AddTrailer(folders, chosen, settings, inference);
  return vscode.Disposable.from(
    publishMessageFindings(folders, config, settings),
    registerMessageFixes(folders, chosen, settings, inference),
    vscode.commands.registerCommand(Command.addTrailer, (argument?: unknown) => trailer.run(argument)),
  );
}
