import * as vscode from 'vscode';
import { type Branch, type Entry, HumanError } from '../../core';
import { type BranchState, switchRefusal } from '../../node/git/write';
import type { Operation } from '../../node/git/work-tree';
import type { Config } from '../config';
import type { Folders } from '../folders';
import { repositoryAt } from '../git-extension';
import { type ChosenIds, pickOutcome } from '../pick-outcome';
import { shortEvidence } from '../evidence';
import { entryIn } from './arguments';
import type { BranchLinks } from './link';
import { branchName, collision, nameProblem, slugOf, templateProblem, variablesIn } from './names';
import { chooseRepository, type RepositoryPlace, wantedBase } from './place';

const TITLE = 'Start Work';
const UNDO = 'Undo';
const OPEN = 'Open That Folder';

/** Where the work is done: on a branch that is there, or on a new one. */
type Choice = { readonly existing: string } | { readonly fresh: string };

/** "Start Work on an Outcome…": a branch for it from the base, or one that is there, checked out and linked. */
export class StartWork {
  constructor(
    private readonly folders: Folders,
    private readonly chosen: ChosenIds,
    private readonly config: Config,
    private readonly links: BranchLinks,
  ) {}

  /**
   * @param argument the outcome or output: an id, `{ id, folder }` or its row; asked for when it is not given
   * @param work what the work is, in words; asked for when it is not given
   * @returns false when nothing was started, which was said then, or was given up
   */
  run(argument?: unknown, work?: unknown): Promise<boolean> {
    return this.links.attempt('No work was started', async () => {
      const given = entryIn(argument);
      const place = await chooseRepository(this.folders, { title: TITLE, only: given?.folder, ask: true });
      if (typeof place === 'string') throw new HumanError(place);
      const id = place && (given?.id ?? (await this.pick(place)));
      if (place === undefined || id === undefined) return false;
      const entry = place.snapshot.tree.entries.get(id.toLowerCase());
      if (entry === undefined) throw new HumanError(`There is no outcome or output ${id} here.`);
      const state = await place.writer.state(wantedBase(place));
      refuseWhereUnsafe(state);
      const choice = await this.choose(place, entry, state, typeof work === 'string' ? work : undefined);
      return choice === undefined ? false : await this.begin(place, entry, state, choice);
    });
  }

  private async pick({ snapshot }: RepositoryPlace): Promise<string | undefined> {
    const picked = await pickOutcome(snapshot, this.chosen, { title: 'Start Work on…', hints: {} });
    return picked !== undefined && 'id' in picked ? picked.id : undefined;
  }

  private async choose(
    place: RepositoryPlace,
    entry: Entry,
    state: BranchState,
    work: string | undefined,
  ): Promise<Choice | undefined> {
    const linked = work === undefined ? servingBranches(place, entry, state) : [];
    if (linked.length > 0) {
      const picked = await askWhich(entry, linked);
      if (picked === undefined) return undefined;
      if (picked.branch !== undefined) return { existing: picked.branch };
    }
    return this.chooseName(place, entry, state, work);
  }

  private async chooseName(
    place: RepositoryPlace,
    entry: Entry,
    state: BranchState,
    work: string | undefined,
  ): Promise<Choice | undefined> {
    const template = this.config.get('outcomes.branchNameTemplate', place.entry.folder.uri);
    const problem = templateProblem(template);
    if (problem !== null)
      throw new HumanError(`The setting outcomes.branchNameTemplate cannot be used. ${problem}`);
    const user = variablesIn(template).includes('user') ? await place.writer.user() : '';
    const id = (entry.output ?? entry.outcome).id;
    const nameFor = (words: string) =>
      branchName(template, { id, outcome: entry.outcome.id, work: words, user });
    const words =
      work ?? (variablesIn(template).includes('slug') ? await askWork(entry, state, nameFor) : '');
    if (words === undefined) return undefined;
    const name = nameFor(words);
    const wrong = nameProblem(name);
    if (wrong !== null) throw new HumanError(`${JSON.stringify(name)} cannot be a branch. ${wrong}`);
    const clash = collision(name, state.branches.keys());
    if (clash === undefined) return { fresh: name };
    if (!clash.same) throw new HumanError(clashText(name, clash.branch));
    return work !== undefined || (await confirmReuse(name)) ? { existing: name } : undefined;
  }

  private async begin(
    place: RepositoryPlace,
    entry: Entry,
    state: BranchState,
    choice: Choice,
  ): Promise<boolean> {
    const branch = 'fresh' in choice ? choice.fresh : choice.existing;
    const id = (entry.output ?? entry.outcome).id;
    if (branch !== state.branch || state.detached) {
      const elsewhere = await place.writer.checkedOutAt(branch);
      if (elsewhere !== undefined) {
        offerFolder(branch, elsewhere);
        return false;
      }
      await checkOut(place, state, choice);
    }
    const before = await this.record(place, branch, id);
    if (before === undefined) return false;
    const from = 'fresh' in choice && state.base !== null ? `, from ${state.base.ref}` : '';
    const text = `You are on ${'fresh' in choice ? 'new ' : ''}branch ${branch}${from}. It serves ${id}.`;
    void vscode.window.showInformationMessage(text, UNDO).then(async (answer) => {
      if (answer === UNDO)
        await this.links.attempt('It was not undone', () => this.takeBack(place, state, choice, before));
    });
    return true;
  }

  /** The branch is there by then: that its link could not be noted is said, and undoes nothing. */
  private async record(place: RepositoryPlace, branch: string, id: string): Promise<string[] | undefined> {
    try {
      return await this.links.write(place, branch, [id]);
    } catch (error) {
      place.entry.source.refreshGit();
      if (!(error instanceof HumanError)) throw error;
      void vscode.window.showErrorMessage(
        `You are on branch ${branch}, but that it serves ${id} could not be noted. ${error.message}`,
      );
      return undefined;
    }
  }

  private async takeBack(
    place: RepositoryPlace,
    state: BranchState,
    choice: Choice,
    before: readonly string[],
  ): Promise<boolean> {
    const { writer } = place;
    const branch = 'fresh' in choice ? choice.fresh : choice.existing;
    const now = await writer.state(null);
    refuseWhereUnsafe(now);
    if (now.branch === branch && state.branch !== null && state.branch !== branch)
      await switchTo(place, state.branch);
    const start = state.base?.oid ?? state.head;
    if ('fresh' in choice && start !== null && state.branch !== null) await writer.remove(branch, start);
    else await this.links.write(place, branch, before);
    place.entry.source.refreshGit();
    return true;
  }
}

/** What would be lost, or left half done, by leaving the checked-out commit. */
function refuseWhereUnsafe({ operation, adrift }: BranchState): void {
  if (operation !== null)
    throw new HumanError(`${IN_PROGRESS[operation]} is in progress. Finish or abort it first.`);
  if (adrift)
    throw new HumanError(
      'HEAD is detached at commits that no branch holds; leaving them would lose them. Make a branch of them first.',
    );
}

const IN_PROGRESS: Readonly<Record<Operation, string>> = {
  merge: 'A merge',
  rebase: 'A rebase',
  'cherry-pick': 'A cherry-pick',
  revert: 'A revert',
  bisect: 'A bisect',
};

/** The branches that serve it already: the checked-out one first. */
function servingBranches(
  { snapshot, repository }: RepositoryPlace,
  entry: Entry,
  state: BranchState,
): Branch[] {
  const wanted = (entry.output ?? entry.outcome).id.toLowerCase();
  return snapshot.branches
    .filter((branch) => {
      const isHere = branch.repository === repository && state.branches.has(branch.name);
      return isHere && !branch.exempt && branch.links.some((link) => idOf(link) === wanted);
    })
    .sort((a, b) => Number(b.name === state.branch) - Number(a.name === state.branch));
}

function idOf({ outcome, output }: Branch['links'][number]): string {
  return (output ?? outcome).toLowerCase();
}

interface WhichItem extends vscode.QuickPickItem {
  /** undefined for a new one. */
  readonly branch?: string;
}

function askWhich(entry: Entry, linked: readonly Branch[]): Thenable<WhichItem | undefined> {
  const id = (entry.output ?? entry.outcome).id;
  const items: WhichItem[] = linked.map(({ name, links, current }) => ({
    branch: name,
    label: `$(git-branch) ${name}`,
    description: [current ? 'current' : '', shortEvidence(links[0]!.evidence)].filter(Boolean).join(' · '),
  }));
  const fresh: WhichItem = { label: '$(add) New Branch…', alwaysShow: true };
  return vscode.window.showQuickPick<WhichItem>([...items, fresh], {
    title: `${TITLE} on ${id}`,
    placeHolder: `Branches that serve ${id} already`,
  });
}

function askWork(
  { outcome, output }: Entry,
  state: BranchState,
  nameFor: (words: string) => string,
): Thenable<string | undefined> {
  const proposal = output === null ? '' : slugOf(output.title);
  const from = state.base === null ? 'HEAD' : state.base.ref;
  return vscode.window.showInputBox({
    title: `${TITLE} on ${(output ?? outcome).id}`,
    prompt: `What will you do? A few words, for the name of a branch from ${from}.`,
    placeHolder: 'retry on timeout',
    value: proposal,
    validateInput: (words) => {
      const name = nameFor(words);
      const problem = nameProblem(name);
      const clash = collision(name, state.branches.keys());
      const { Error: error, Info: info } = vscode.InputBoxValidationSeverity;
      if (problem !== null) return { message: problem, severity: error };
      if (clash !== undefined && !clash.same)
        return { message: clashText(name, clash.branch), severity: error };
      return {
        message: clash === undefined ? `Branch ${name}` : `Branch ${name} is there already`,
        severity: info,
      };
    },
  });
}

function clashText(name: string, other: string): string {
  return `There is a branch ${other}, beside which git cannot keep one called ${name}.`;
}

async function confirmReuse(name: string): Promise<boolean> {
  const reuse = { label: `$(git-branch) Switch to ${name}`, description: 'and link it' };
  const picked = await vscode.window.showQuickPick([reuse, { label: '$(close) Leave It' }], {
    title: TITLE,
    placeHolder: `There is a branch ${name} already`,
  });
  return picked === reuse;
}

function offerFolder(branch: string, folder: string): void {
  const text = `No work was started. Branch ${branch} is checked out in ${folder}.`;
  void vscode.window.showWarningMessage(text, OPEN).then(async (answer) => {
    if (answer === OPEN)
      await vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(folder), {
        forceNewWindow: true,
      });
  });
}

/** By the git extension where it runs, so that its views follow at once; else by git. */
async function checkOut(place: RepositoryPlace, state: BranchState, choice: Choice): Promise<void> {
  if ('existing' in choice) return switchTo(place, choice.existing);
  const { writer } = place;
  const from = state.base?.oid ?? null;
  const own = repositoryAt(vscode.Uri.file(writer.top));
  // Before the first commit there is nothing that it could check out.
  if (own === undefined || state.head === null || from === null) return writer.create(choice.fresh, from);
  await explained(`make branch ${choice.fresh}`, own.createBranch(choice.fresh, true, from));
}

async function switchTo({ writer }: RepositoryPlace, branch: string): Promise<void> {
  const own = repositoryAt(vscode.Uri.file(writer.top));
  if (own === undefined) return writer.switchTo(branch);
  await explained(`switch to branch ${branch}`, own.checkout(branch));
}

/** The git extension's errors carry what git said. */
async function explained(what: string, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message?: string };
    const said = stderr ?? message ?? String(error);
    throw new HumanError(`Git could not ${what}. ${switchRefusal(said) ?? said.trim().split('\n', 1)[0]!}`, {
      cause: error,
    });
  }
}
