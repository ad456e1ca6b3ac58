import * as vscode from 'vscode';
import { isDue } from '../../core';
import { Command } from '../../manifest';
import type { Config } from '../config';
import type { Disposable } from '../disposables';
import type { Folders } from '../folders';
import { whyNoOutcomes } from '../why-not';
import { CheckInLenses } from './lenses';
import { allTargets, placeIn, type Target, targetsAt } from './targets';
import { dueText, metricName, standingText } from './words';

const FILES = { pattern: '**/outcomes.{yml,yaml}' };

/** "Check In…" for one metric, from a row, a lens or the palette, and "Check In Everything Due". */
export function registerCheckIn(folders: Folders, config: Config): Disposable {
  const lenses = new CheckInLenses(folders, (uri) => config.get('outcomes.lenses', uri));
  return vscode.Disposable.from(
    vscode.languages.registerCodeLensProvider(FILES, lenses),
    vscode.commands.registerCommand(Command.checkIn, async (argument?: unknown) => {
      const targets = await chosen(folders, argument);
      if (targets !== undefined) await checkIn(folders, targets);
    }),
    vscode.commands.registerCommand(Command.checkInDue, async () => {
      const targets = allTargets(folders);
      const due = targets.filter(({ appointment }) => isDue(appointment));
      if (due.length > 0) return checkIn(folders, due);
      say(
        targets.length === 0
          ? noMetrics(folders)
          : 'Nothing is due today. How often a metric is measured is said by `check-in` of its outcome.',
      );
    }),
  );
}

async function checkIn(folders: Folders, targets: readonly Target[]): Promise<void> {
  const [{ askAll }, { write }] = await Promise.all([import('./ask'), import('./write')]);
  const round = await askAll(targets);
  if (round !== undefined) await write(folders, targets, round);
}

/** undefined when there is nothing to check in, which was said, or nothing was chosen. */
async function chosen(folders: Folders, argument: unknown): Promise<readonly Target[] | undefined> {
  const targets = allTargets(folders);
  const place = placeIn(argument);
  if (place !== undefined) {
    const there = targetsAt(targets, place);
    if (there === undefined) say('There is no metric to check in here, or its outcome is closed.');
    return there;
  }
  if (targets.length === 0) say(noMetrics(folders));
  else return choose(targets);
  return undefined;
}

async function choose(targets: readonly Target[]): Promise<readonly Target[] | undefined> {
  const items = targets.map((target) => ({
    label: `$(graph-line) ${metricName(target.metric).replaceAll('$(', '$\u200b(')}`,
    description: [target.metric.id, dueText(target)].filter(Boolean).join(' · '),
    detail: standingText(target.metric),
    target,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Check In',
    placeHolder: 'The metric that was measured',
    matchOnDescription: true,
  });
  return picked && [picked.target];
}

function noMetrics(folders: Folders): string {
  return `There is nothing to check in. ${whyNoOutcomes(folders) ?? 'No open outcome has a metric.'}`;
}

function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
