import * as vscode from 'vscode';
import { type RankedEntry, rankEntries } from '../../core';
import { unexplainedTodos } from '../../workspace/file-work';
import type { Snapshot } from '../../workspace/snapshot';
import type { Linking, WantedTodo } from './context';
import { LINK_CODES, markedTodo, type Offer, offersFor, unlinkOffer } from './offers';
import { seenTodos, todosAt } from './todos';

/** Not for people: what a quick fix runs that has to ask, and what one runs that cannot be made. */
export const PERFORM = '_outcomes.linking.perform';
export const TELL = '_outcomes.linking.tellWhyNot';

export const KINDS = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite];

class LinkAction extends vscode.CodeAction {
  constructor(
    readonly offer: Offer,
    readonly todo: WantedTodo,
    readonly document: vscode.TextDocument,
    kind: vscode.CodeActionKind,
  ) {
    super(offer.title, kind);
    this.isPreferred = offer.preferred;
    const { task } = offer;
    if (task.kind !== 'change')
      this.command = { command: PERFORM, title: offer.title, arguments: [task, todo] };
  }
}

/** Quick fixes for what is found of TODOs. Edits are worked out when one is chosen, for the text as it is then. */
export class LinkActions implements vscode.CodeActionProvider {
  constructor(private readonly linking: Linking) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only, triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const own = diagnostics.filter(isOurs);
    const asked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (own.length === 0 && !asked) return [];
    const at = this.linking.folders.at(document.uri);
    const snapshot = at?.entry.source.snapshot;
    const work = at && snapshot?.files.find(({ file }) => file === at.file);
    if (at === undefined || snapshot === undefined || work === undefined) return [];
    const { todos } = work;
    const seen = seenTodos(todos);
    const wanted = (index: number): WantedTodo => ({ entry: at.entry, file: at.file, seen: seen[index]! });

    const actions: LinkAction[] = [];
    if (only === undefined || only.intersects(vscode.CodeActionKind.QuickFix)) {
      const ranked = this.ranked(snapshot, at.file);
      const unexplained = unexplainedTodos(work).filter(({ broken }) => broken.length === 0).length;
      for (const diagnostic of own) {
        const code = diagnostic.code as string;
        const { start } = diagnostic.range;
        const todo = markedTodo(code, start, todos);
        if (todo === undefined) continue;
        for (const offer of offersFor(code, start, todo, { tree: snapshot.tree, ranked, unexplained })) {
          const one = wanted(todos.indexOf(todo));
          const action = new LinkAction(offer, one, document, vscode.CodeActionKind.QuickFix);
          action.diagnostics = [diagnostic];
          actions.push(action);
        }
      }
    }
    if (asked && own.length === 0 && (only === undefined || only.intersects(KINDS[1]!))) {
      const lines = { first: range.start.line, last: range.end.line, cursor: range.start.character };
      for (const todo of todosAt(todos, lines).slice(0, 1)) {
        const word = todo.statedAt[0]?.text;
        const one = wanted(todos.indexOf(todo));
        const pick: Offer = {
          title: 'Link to another outcome…',
          task: { kind: 'pick', word: null },
          preferred: false,
        };
        const offers = word === undefined ? [] : [pick, unlinkOffer(todo, word)];
        for (const offer of offers) actions.push(new LinkAction(offer, one, document, KINDS[1]!));
      }
    }
    return actions;
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof LinkAction) || action.offer.task.kind !== 'change') return action;
    const { offer, todo, document } = action;
    const { editFor } = await import('./lazily');
    const made = await editFor(action.offer.task.change, todo, document);
    if (typeof made === 'string')
      action.command = { command: TELL, title: 'Say why', arguments: [`${offer.title}: ${made}`] };
    else action.edit = made;
    return action;
  }

  private readonly rankings = new WeakMap<Snapshot, Map<string, readonly RankedEntry[]>>();

  /** Ranking two thousand outcomes is worth doing once for a file, not at every move of the cursor. */
  private ranked(snapshot: Snapshot, file: string): readonly RankedEntry[] {
    let files = this.rankings.get(snapshot);
    if (files === undefined) this.rankings.set(snapshot, (files = new Map<string, readonly RankedEntry[]>()));
    let ranked = files.get(file);
    if (ranked === undefined) {
      const hints = { file, chosen: this.linking.chosen.list() };
      files.set(file, (ranked = rankEntries(snapshot.tree, snapshot.work, hints)));
    }
    return ranked;
  }
}

function isOurs({ source, code }: vscode.Diagnostic): boolean {
  return source === 'outcomes' && typeof code === 'string' && LINK_CODES.has(code);
}
