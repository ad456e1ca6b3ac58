import * as vscode from 'vscode';
import type { Verdict } from './verdicts';
import type { Move } from './wizard';

/** What every box of the wizard shows around its question. */
export interface Frame {
  /** Says what is asked; it stays in sight whatever is typed. */
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly hint: string;
  readonly example: string;
  /** What the box has in it. */
  readonly text: string;
  readonly isFirst: boolean;
  /** May be left without an answer. */
  readonly isOptional: boolean;
}

/** One line of a list, and what it stands for. Without a move it only says something. */
export interface Choice extends vscode.QuickPickItem {
  readonly move: ((text: string) => Move) | null;
}

const SKIP: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('debug-step-over'),
  tooltip: 'Leave this open',
};

/** Asks for a text, and says what it is like while it is typed. undefined when the whole was given up. */
export function askText(frame: Frame, judge: (text: string) => Verdict | null): Promise<Move | undefined> {
  const box = vscode.window.createInputBox();
  box.prompt = frame.isOptional ? `${frame.hint} Enter without a text leaves it open.` : frame.hint;
  box.placeholder = frame.example;
  box.value = frame.text;
  const show = () => {
    const verdict = judge(box.value);
    // An empty box is no mistake before Enter is pressed.
    box.validationMessage = verdict === null || box.value.trim() === '' ? undefined : shown(verdict);
  };
  show();
  return shownUntilMoved(box, frame, (move) => [
    box.onDidChangeValue(show),
    box.onDidAccept(() => {
      const isEmpty = box.value.trim() === '';
      const skips = isEmpty && frame.isOptional;
      const verdict = skips ? null : judge(box.value);
      if (verdict?.severity === 'error') box.validationMessage = shown(verdict);
      else move({ kind: skips ? 'skip' : 'next', text: box.value });
    }),
  ]);
}

export interface ChoiceOptions {
  /** What has the focus at first; the first line otherwise. */
  readonly isActive?: (choice: Choice) => boolean;
  /** Takes a move that stays at the question, and gives the box as it is then. */
  readonly stay?: (move: Move) => Frame;
}

/** Asks to choose from a list that follows what is typed. */
export function askChoice(
  frame: Frame,
  choices: (text: string) => readonly Choice[],
  { isActive = () => false, stay }: ChoiceOptions = {},
): Promise<Move | undefined> {
  const box = pickBox(frame);
  const show = () => {
    // The list is made for what is typed: it is not to be searched for it again.
    box.items = choices(box.value).map((choice) => ({ ...choice, alwaysShow: true }));
  };
  show();
  box.activeItems = box.items.filter(isActive).slice(0, 1);
  return shownUntilMoved(box, frame, (move) => [
    box.onDidChangeValue(show),
    box.onDidAccept(() => {
      // Who types fast presses Enter before the list for it is on the screen.
      const chosen = box.activeItems.find((item) => box.items.includes(item)) ?? box.items[0];
      const made = chosen?.move?.(box.value);
      if (made?.kind === 'stay' && stay !== undefined) {
        const { text, total } = stay(made);
        box.value = text;
        box.totalSteps = total;
        show();
      } else if (made !== undefined) move(made);
    }),
  ]);
}

/** Asks to tick some of a list. */
export function askSome(
  frame: Frame,
  labels: readonly string[],
  ticked: readonly string[],
  toMove: (ticked: readonly string[]) => Move,
): Promise<Move | undefined> {
  const box = pickBox<vscode.QuickPickItem>(frame);
  box.canSelectMany = true;
  box.items = labels.map((label) => ({ label }));
  box.selectedItems = box.items.filter(({ label }) => ticked.includes(label));
  return shownUntilMoved(box, frame, (move) => [
    box.onDidAccept(() => move(toMove(box.selectedItems.map(({ label }) => label)))),
  ]);
}

function pickBox<T extends vscode.QuickPickItem = Choice>(frame: Frame): vscode.QuickPick<T> {
  const box = vscode.window.createQuickPick<T>();
  box.placeholder = frame.example;
  box.value = frame.text;
  return box;
}

function shown({ severity, message }: Verdict): vscode.InputBoxValidationMessage {
  const { Error, Warning, Info } = vscode.InputBoxValidationSeverity;
  return { message, severity: severity === 'error' ? Error : severity === 'warning' ? Warning : Info };
}

/** Shows a box until it gives a move. Escape gives undefined; another window does not end it. */
function shownUntilMoved(
  box: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>,
  frame: Frame,
  listen: (move: (move: Move) => void) => vscode.Disposable[],
): Promise<Move | undefined> {
  box.title = frame.title;
  box.step = frame.step;
  box.totalSteps = frame.total;
  box.ignoreFocusOut = true;
  box.buttons = [
    ...(frame.isFirst ? [] : [vscode.QuickInputButtons.Back]),
    ...(frame.isOptional ? [SKIP] : []),
  ];
  return new Promise((resolve) => {
    const end = (move: Move | undefined) => {
      resolve(move);
      for (const listener of listeners) listener.dispose();
      box.dispose();
    };
    const listeners = [
      ...listen(end),
      box.onDidTriggerButton((button) => end({ kind: button === SKIP ? 'skip' : 'back', text: box.value })),
      box.onDidHide(() => end(undefined)),
    ];
    box.show();
  });
}
