import * as vscode from 'vscode';

/** The tabs that show a review. */
export const reviewPages = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('outcomes.review'),
    );

type Answers = Partial<Record<keyof typeof vscode.window, (...args: never[]) => unknown>>;

/** Runs something while these stand in for functions of `vscode.window`: the extension and its tests share them. */
export async function answering<T>(answers: Answers, run: () => Thenable<T>): Promise<T> {
  const { window } = vscode;
  const before = new Map(Object.keys(answers).map((name) => [name, window[name as keyof typeof window]]));
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  for (const [name, value] of Object.entries(answers)) replace(name, value);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) replace(name, value);
  }
}

/** Answers the question for a file with this one. */
export const savingAs = (file: string, run: () => Thenable<unknown>): Promise<unknown> =>
  answering(
    {
      showSaveDialog: () => Promise.resolve(vscode.Uri.file(file)),
      showInformationMessage: () => Promise.resolve(undefined),
    },
    run,
  );
