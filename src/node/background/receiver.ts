import {
  type Branch,
  type Commit,
  type Finding,
  mergeFiles,
  mergeFilesInSteps,
  type OutcomesFile,
} from '../../core';
import type { FileCounts, FileWork } from '../../workspace/file-work';
import type { Steps } from '../../workspace/slices';
import { createSnapshot, type Snapshot, type SnapshotParts } from '../../workspace/snapshot';
import { unpackChunks } from './chunks';
import type { SnapshotMessage } from './messages';
import { type PackedOutcomesFile, unpackOutcomesFile } from './packed-tree';
import type { FileHeader } from './sender';
import { SentFileWork } from './sent-work';

/**
 * Makes the snapshots that a SnapshotSender tells of. TODOs and findings stay the bytes that came until somebody looks
 * at their file: as objects, ten thousand of them cost garbage collections that stop the thread for longer than a frame.
 */
export class SnapshotReceiver {
  private outcomeFiles: ReadonlyMap<string, OutcomesFile> = new Map();
  private tree = mergeFiles([]);
  private readonly files = new Map<string, FileWork>();
  private sorted: readonly string[] = [];
  private git: Pick<SnapshotParts, 'branches' | 'commits' | 'gitFindings'> = {
    branches: [],
    commits: [],
    gitFindings: [],
  };

  /** Gives the snapshot with the message that completes it. */
  *take(message: SnapshotMessage): Steps<Snapshot | undefined> {
    if (message.type === 'files') {
      yield* this.takeFiles(message);
      return undefined;
    }
    const { facts, gone, outcomeFiles, git } = message;
    for (const file of gone) this.files.delete(file);
    yield* this.takeOutcomeFiles(outcomeFiles);
    if (git !== undefined)
      this.git = {
        branches: yield* unpackChunks<Branch>(git.branches),
        commits: yield* unpackChunks<Commit>(git.commits),
        gitFindings: yield* unpackChunks<Finding>(git.gitFindings),
      };
    if (gone.length > 0 || this.sorted.length !== this.files.size)
      this.sorted = [...this.files.keys()].sort();
    const files = this.sorted.map((file) => this.files.get(file)!);
    return createSnapshot({ ...facts, ...this.git, tree: this.tree, files });
  }

  private *takeFiles(message: Extract<SnapshotMessage, { type: 'files' }>): Steps<void> {
    const counts = yield* unpackChunks<FileCounts>(message.counts);
    const { ends } = message.contents;
    // A copy, since what came may be a view of all of the message.
    const bytes = message.contents.bytes.slice();
    let from = 0;
    for (const [i, [file, number]] of (yield* unpackChunks<FileHeader>(message.headers)).entries()) {
      const end = ends[i]!;
      this.files.set(file, new SentFileWork(file, counts[number]!, bytes, from, end));
      from = end;
      if (i % 100 === 99) yield;
    }
  }

  private *takeOutcomeFiles(sent: readonly (PackedOutcomesFile | string)[]): Steps<void> {
    const files: OutcomesFile[] = [];
    for (const file of sent)
      files.push(typeof file === 'string' ? this.outcomeFiles.get(file)! : yield* unpackOutcomesFile(file));
    const isSame =
      files.length === this.tree.files.length && files.every((file, i) => file === this.tree.files[i]);
    if (isSame) return;
    this.outcomeFiles = new Map(files.map((file) => [file.path, file]));
    this.tree = yield* mergeFilesInSteps(files);
  }
}
