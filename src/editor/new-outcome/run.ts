import * as vscode from 'vscode';
import { ancestorsOf, freeId, ownersOf, policyFor, takenIds } from '../../core';
import type { Clock } from '../../workspace/ports';
import type { Folders } from '../folders';
import { type Asking, askAll } from './ask';
import { gitUser } from './people';
import { choosePlace, type ParentRow, type Place, placeBelow } from './place';
import { resultOf } from './result';
import type { Initial } from './wizard';
import { type Also, refusal, write } from './write';

/** What the command may be given: what is known already, the file that it is for, and what writes it with more. */
export interface NewOutcomeArguments extends Initial {
  readonly near?: vscode.Uri;
  readonly also?: Also;
}

/** Asks, and writes a new outcome; gives its id, undefined when there is none. */
export async function newOutcomeNear(
  folders: Folders,
  clock: Clock,
  argument: unknown,
): Promise<string | undefined> {
  const { near, also, ...initial } = argumentsIn(argument);
  const place = await choosePlace(folders, clock, near ?? vscode.window.activeTextEditor?.document.uri);
  return place && newOutcome(folders, place, initial, also);
}

/** The same, below the outcome of a row. */
export async function newOutcomeBelow(folders: Folders, row: unknown): Promise<string | undefined> {
  const place = placeBelow(folders, rowIn(row));
  if (place !== undefined) return newOutcome(folders, place, {});
  void vscode.window.showInformationMessage(
    row === undefined
      ? 'No outcome is chosen. Use the menu of an outcome in the Outcomes view.'
      : 'This outcome is not there any more.',
  );
  return undefined;
}

async function newOutcome(
  folders: Folders,
  place: Place,
  initial: Initial,
  also?: Also,
): Promise<string | undefined> {
  const reason = await refusal(place);
  if (reason !== null) {
    void vscode.window.showErrorMessage(`No outcome can be added here. ${reason}`);
    return undefined;
  }
  const asking = await askingAt(place);
  const wizard = await askAll(initial, asking);
  if (wizard === undefined) return undefined;
  const outcome = resultOf(wizard, asking.taken);
  return (await write(folders, place, outcome, also)) ? outcome.id : undefined;
}

async function askingAt({ tree, parent, today, file, folder }: Place): Promise<Asking> {
  const taken = tree === null ? new Set<string>() : takenIds(tree);
  const user = await gitUser(folder.folder.uri);
  const known = tree === null ? [] : ownersOf(tree);
  const owner = parent && [parent, ...ancestorsOf(parent)].find((above) => above.owner !== null)?.owner;
  const rules = tree === null || file === null ? [] : [...policyFor(tree, file.path).rules];
  return {
    title: parent === null ? 'New Outcome' : `New Outcome Below ${parent.id || parent.title}`,
    today,
    taken,
    parentDue: parent?.due ?? null,
    off: new Set(rules.flatMap(([code, severity]) => (severity === 'off' ? [code] : []))),
    owners: [...new Set([...(user === undefined ? [] : [user]), ...known])],
    inheritedOwner: owner ?? null,
    freeId: (wanted) => freeId(wanted, taken),
  };
}

function argumentsIn(argument: unknown): NewOutcomeArguments {
  if (typeof argument !== 'object' || argument === null) return {};
  const { title, outputs, near, also } = argument as Record<string, unknown>;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(Array.isArray(outputs) ? { outputs: outputs.filter((output) => typeof output === 'string') } : {}),
    ...(near instanceof vscode.Uri ? { near } : {}),
    ...(typeof also === 'function' ? { also: also as Also } : {}),
  };
}

/** A row of the tree, of which its place is all that is wanted. */
function rowIn(row: unknown): ParentRow {
  const { place } = (row ?? {}) as { place?: { folder: string; file: string; range: ParentRange } };
  const start = place?.range.start ?? { line: -1, character: -1 };
  return { folder: place?.folder ?? '', file: place?.file ?? '', ...start };
}

type ParentRange = { readonly start: { readonly line: number; readonly character: number } };
