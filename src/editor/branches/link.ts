import * as vscode from 'vscode';
import { HumanError } from '../../core';
import type { Logger } from '../../workspace/ports';
import type { Snapshot } from '../../workspace/snapshot';
import type { Folders } from '../folders';
import { type ChosenIds, pickOutcome } from '../pick-outcome';
import { evidenceText } from '../evidence';
import { branchIn } from './arguments';
import { chooseRepository, currentOf, placeOf, type RepositoryPlace, whyNotHere } from './place';

const UNDO = 'Undo';

/** Commands that write or take away what git's configuration says of a branch's outcome. */
export class BranchLinks {
  constructor(
    private readonly folders: Folders,
    private readonly chosen: ChosenIds,
    private readonly logger: Logger,
  ) {}

  /**
   * Links a branch, the checked-out one when none is given, to an outcome or output, which is asked for when it is not
   * given. False when that could not be done, which was said then, or was given up.
   */
  async link(argument?: unknown, id?: unknown): Promise<boolean> {
    return this.attempt('The branch was not linked', async () => {
      const found = await this.find(argument, 'Link a Branch to an Outcome');
      if (found === undefined) return false;
      const { place, branch } = found;
      const wanted = typeof id === 'string' ? id : await this.pick(place, branch);
      if (wanted === undefined) return false;
      const written = idIn(place.snapshot, wanted);
      const before = await this.write(place, branch, [written]);
      this.offerUndo(`Branch ${branch} serves ${written}.`, place, branch, before);
      return true;
    });
  }

  /** Links a branch without a word. Gives what undoes it; throws what cannot be done. */
  async linkSilently(argument: unknown, id: string): Promise<() => Promise<void>> {
    const reason = whyNotHere(this.folders);
    if (reason !== null) throw new HumanError(reason);
    const given = branchIn(argument);
    const place = given && placeOf(this.folders, given);
    if (given === undefined || place === undefined) throw new HumanError('Its folder is not open any more.');
    const before = await this.write(place, given.branch, [idIn(place.snapshot, id)]);
    return async () => {
      await this.write(place, given.branch, before);
    };
  }

  /** Takes away what git's configuration says of the branch. Other evidence may still link it. */
  async unlink(argument?: unknown): Promise<boolean> {
    return this.attempt('The branch was not unlinked', async () => {
      const found = await this.find(argument, 'Unlink a Branch');
      if (found === undefined) return false;
      const { place, branch } = found;
      const before = await place.writer.outcomeOf(branch);
      if (before.length === 0) throw new HumanError(whyNotLinked(place, branch));
      await this.write(place, branch, []);
      this.offerUndo(`Branch ${branch} is no longer linked to ${before.join(', ')}.`, place, branch, before);
      return true;
    });
  }

  /** Writes the link and has the folder read it. Gives what there was before. */
  async write(place: RepositoryPlace, branch: string, ids: readonly string[]): Promise<string[]> {
    const before = await place.writer.setOutcome(branch, ids);
    place.entry.source.refreshGit();
    return before;
  }

  /** Says what cannot be done, and why. */
  async attempt(what: string, work: () => Promise<boolean>): Promise<boolean> {
    try {
      const reason = whyNotHere(this.folders);
      if (reason !== null) throw new HumanError(reason);
      return await work();
    } catch (error) {
      if (!(error instanceof HumanError)) this.logger.error((error as Error).stack ?? String(error));
      void vscode.window.showErrorMessage(`${what}. ${(error as Error).message}`);
      return false;
    }
  }

  private async find(
    argument: unknown,
    title: string,
  ): Promise<{ readonly place: RepositoryPlace; readonly branch: string } | undefined> {
    const given = branchIn(argument);
    if (given !== undefined) {
      const place = placeOf(this.folders, given);
      if (place === undefined) throw new HumanError('Its folder is not open any more.');
      return { place, branch: given.branch };
    }
    const place = await chooseRepository(this.folders, { title });
    if (typeof place === 'string') throw new HumanError(place);
    if (place === undefined) return undefined;
    // What git says now: the folder may not have been read since a switch.
    const { branch } = await place.writer.state(null);
    if (branch === null)
      throw new HumanError('No branch is checked out: HEAD is detached. Switch to a branch first.');
    return { place, branch };
  }

  private async pick({ snapshot }: RepositoryPlace, branch: string): Promise<string | undefined> {
    const picked = await pickOutcome(snapshot, this.chosen, {
      title: `Link Branch ${branch} to…`,
      hints: {},
    });
    return picked !== undefined && 'id' in picked ? picked.id : undefined;
  }

  private offerUndo(text: string, place: RepositoryPlace, branch: string, before: readonly string[]): void {
    void vscode.window.showInformationMessage(text, UNDO).then(async (answer) => {
      if (answer !== UNDO) return;
      await this.attempt('It was not undone', async () => {
        await this.write(place, branch, before);
        return true;
      });
    });
  }
}

/** The id of an outcome or output as its file writes it. */
function idIn({ tree }: Snapshot, wanted: string): string {
  const entry = tree.entries.get(wanted.toLowerCase());
  if (entry === undefined) throw new HumanError(`There is no outcome or output ${wanted} here.`);
  return (entry.output ?? entry.outcome).id;
}

function whyNotLinked({ snapshot, repository }: RepositoryPlace, name: string): string {
  const branch =
    snapshot.branches.find((each) => each.repository === repository && each.name === name) ??
    currentOf(snapshot, repository);
  const [link] = branch?.name === name ? branch.links : [];
  return link === undefined
    ? `Branch ${name} is not linked to any outcome.`
    : `Git's configuration does not link branch ${name}. It serves ${link.output ?? link.outcome} because ${evidenceText(link.evidence)}.`;
}
