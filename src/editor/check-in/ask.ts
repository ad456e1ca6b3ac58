import * as vscode from 'vscode';
import { CONFIDENCES, type Confidence, readCheckIn, readCheckInDay } from '../../core';
import { answered, begin, isDone, type Move, moved, type Round, STEPS } from './round';
import type { Target } from './targets';
import { metricName, standingText } from './words';

const SKIP: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('debug-step-over'),
  tooltip: 'Skip this metric',
};

/** Asks about each metric in turn, back and forth. What was answered when it was given up is kept if a person says so. */
export async function askAll(targets: readonly Target[]): Promise<Round | undefined> {
  let round = begin(targets.length);
  while (!isDone(round)) {
    const move = await ask(round, targets);
    if (move === undefined) return (await isKept(round)) ? round : undefined;
    round = moved(round, move);
  }
  return round;
}

async function isKept(round: Round): Promise<boolean> {
  const done = answered(round).filter(({ index }) => index < round.index).length;
  if (done === 0) return false;
  const write = done === 1 ? 'Write It' : `Write These ${done}`;
  const chosen = await vscode.window.showInformationMessage(
    `You stopped after ${done === 1 ? 'one check-in' : `${done} check-ins`}. Nothing is written yet.`,
    write,
  );
  return chosen === write;
}

function ask(round: Round, targets: readonly Target[]): Promise<Move | undefined> {
  switch (round.step) {
    case 'value':
      return askValue(round, targets);
    case 'confidence':
      return askConfidence(round, targets);
    case 'note':
      return askNote(round, targets);
  }
}

function askValue(round: Round, targets: readonly Target[]): Promise<Move | undefined> {
  const target = targets[round.index]!;
  const { metric, today } = target;
  const box = vscode.window.createInputBox();
  box.prompt = `Last: ${standingText(metric)}.`;
  box.placeholder = metric.unit === null ? 'The value of today' : `The value of today, in ${metric.unit}`;
  box.value = round.answers[round.index]!.value;
  const day = readCheckInDay(metric, today, today);
  const judge = (isAsked: boolean): string | null => {
    if (!day.ok) return say(box, day.problem, vscode.InputBoxValidationSeverity.Error);
    // An empty box is no mistake before Enter is pressed.
    if (box.value.trim() === '' && !isAsked) return say(box, null);
    const reading = readCheckIn(metric, box.value);
    if (!reading.ok) return say(box, reading.problem, vscode.InputBoxValidationSeverity.Error);
    say(box, reading.note, vscode.InputBoxValidationSeverity.Info);
    return null;
  };
  judge(false);
  return shownUntilMoved(box, round, targets, (move) => [
    box.onDidChangeValue(() => judge(false)),
    box.onDidAccept(() => {
      if (judge(true) === null) move({ kind: 'next', answer: { value: box.value } });
    }),
  ]);
}

/** Shows a message below the box and gives it back. */
function say(
  box: vscode.InputBox,
  message: string | null,
  severity = vscode.InputBoxValidationSeverity.Info,
): string | null {
  box.validationMessage = message === null ? undefined : { message, severity };
  return message;
}

const LABELS: Readonly<Record<Confidence, string>> = {
  'on-track': '$(pass) On track',
  'at-risk': '$(warning) At risk',
  'off-track': '$(error) Off track',
};

function askConfidence(round: Round, targets: readonly Target[]): Promise<Move | undefined> {
  const { metric } = targets[round.index]!;
  const box = vscode.window.createQuickPick<vscode.QuickPickItem & { confidence: Confidence | null }>();
  box.placeholder = 'How sure are you that the target will be reached?';
  box.items = [
    ...CONFIDENCES.map((confidence) => ({ label: LABELS[confidence], confidence })),
    { label: '$(debug-step-over) Leave it open', confidence: null },
  ];
  const likely = round.answers[round.index]!.confidence ?? metric.checkIns.at(-1)?.confidence ?? null;
  box.activeItems = box.items.filter(({ confidence }) => confidence === likely);
  return shownUntilMoved(box, round, targets, (move) => [
    box.onDidAccept(() => {
      const [chosen] = box.activeItems;
      if (chosen !== undefined) move({ kind: 'next', answer: { confidence: chosen.confidence } });
    }),
  ]);
}

function askNote(round: Round, targets: readonly Target[]): Promise<Move | undefined> {
  const box = vscode.window.createInputBox();
  box.prompt = 'What does the number not say? Enter without a text leaves it out.';
  box.value = round.answers[round.index]!.note;
  return shownUntilMoved(box, round, targets, (move) => [
    box.onDidAccept(() => move({ kind: 'next', answer: { note: box.value } })),
  ]);
}

/** Shows a box until it gives a move. Escape gives undefined; another window does not end it. */
function shownUntilMoved(
  box: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem & { confidence: Confidence | null }>,
  { index, step }: Round,
  targets: readonly Target[],
  listen: (move: (move: Move) => void) => vscode.Disposable[],
): Promise<Move | undefined> {
  box.title = `Check In: ${metricName(targets[index]!.metric)}`;
  box.step = index * STEPS.length + STEPS.indexOf(step) + 1;
  box.totalSteps = targets.length * STEPS.length;
  box.ignoreFocusOut = true;
  const isFirst = index === 0 && step === 'value';
  box.buttons = [...(isFirst ? [] : [vscode.QuickInputButtons.Back]), ...(targets.length > 1 ? [SKIP] : [])];
  return new Promise((resolve) => {
    const end = (move: Move | undefined) => {
      resolve(move);
      for (const listener of listeners) listener.dispose();
      box.dispose();
    };
    const listeners = [
      ...listen(end),
      box.onDidTriggerButton((button) => end({ kind: button === SKIP ? 'skip' : 'back' })),
      box.onDidHide(() => end(undefined)),
    ];
    box.show();
  });
}
