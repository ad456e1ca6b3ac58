import type { OutcomesFile } from '../../core';
import type { FileCounts, FileWork } from '../../workspace/file-work';
import type { Snapshot } from '../../workspace/snapshot';
import { joinBytes, packChunks, sameChunks } from './chunks';
import type { PackedGitWork, SnapshotMessage } from './messages';
import { packOutcomesFile } from './packed-tree';
import { packedBytes } from './sent-work';

/** What the receiver knows of a file before it makes its TODOs; its counts by their place in the message. */
export type FileHeader = readonly [file: string, counts: number];

/** About so many bytes go in one message: taking it holds the receiver for well under a millisecond. */
const MESSAGE = 256 * 1024;

/** What a receiver knows already. */
export interface Base {
  readonly snapshot: Snapshot;
  readonly git: PackedGitWork;
}

/** Tells a SnapshotReceiver, by how it differs from the one before, what each snapshot is. */
export class SnapshotSender {
  private readonly files = new Map<string, FileWork>();
  private outcomeFiles: ReadonlySet<OutcomesFile> = new Set();
  private git: (Pick<Snapshot, 'branches' | 'gitFindings'> & { readonly packed: PackedGitWork }) | undefined;

  /** @param base what the first snapshot is compared with, in place of nothing */
  constructor(base?: Base) {
    if (base === undefined) return;
    for (const work of base.snapshot.files) this.files.set(work.file, work);
    this.outcomeFiles = new Set(base.snapshot.tree.files);
    const { branches, gitFindings } = base.snapshot;
    this.git = { branches, gitFindings, packed: base.git };
  }

  *messages(snapshot: Snapshot): Generator<SnapshotMessage> {
    yield* this.changedFiles(snapshot);
    const { today, skipped, unverified, repository, goalposts } = snapshot;
    yield {
      type: 'snapshot',
      facts: { today, skipped, unverified, repository, goalposts },
      gone: this.goneFiles(snapshot),
      outcomeFiles: this.outcomeFilesOf(snapshot),
      git: this.gitOf(snapshot),
    };
  }

  private *changedFiles({ files }: Snapshot): Generator<SnapshotMessage> {
    let batch = new Batch();
    for (const work of files) {
      const bytes = this.news(work);
      if (bytes === undefined) continue;
      batch.add(work, bytes);
      if (batch.size < MESSAGE) continue;
      yield batch.message();
      batch = new Batch();
    }
    if (batch.size > 0) yield batch.message();
  }

  /** Work that was linked again is mostly the same as before. */
  private news(work: FileWork): Uint8Array | undefined {
    const known = this.files.get(work.file);
    if (known === work) return undefined;
    this.files.set(work.file, work);
    const packed = packedBytes(work);
    return known !== undefined && Buffer.compare(packedBytes(known), packed) === 0 ? undefined : packed;
  }

  private goneFiles({ files }: Snapshot): string[] {
    const there = new Set(files.map(({ file }) => file));
    const gone = [...this.files.keys()].filter((file) => !there.has(file));
    for (const file of gone) this.files.delete(file);
    return gone;
  }

  private outcomeFilesOf({ tree }: Snapshot): Extract<SnapshotMessage, { type: 'snapshot' }>['outcomeFiles'] {
    const before = this.outcomeFiles;
    this.outcomeFiles = new Set(tree.files);
    return tree.files.map((file) => (before.has(file) ? file.path : packOutcomesFile(file)));
  }

  private gitOf(snapshot: Snapshot): PackedGitWork | undefined {
    const before = this.git;
    const { branches, commits, gitFindings } = snapshot;
    if (before?.branches === branches && before.gitFindings === gitFindings) return undefined;
    const packed = {
      branches: packChunks(branches),
      commits: packChunks(commits),
      gitFindings: packChunks(gitFindings),
    };
    this.git = { branches, gitFindings, packed };
    const isSame =
      before !== undefined &&
      sameChunks(before.packed.branches, packed.branches) &&
      sameChunks(before.packed.commits, packed.commits) &&
      sameChunks(before.packed.gitFindings, packed.gitFindings);
    return isSame ? undefined : packed;
  }
}

/** The files of one message. */
class Batch {
  size = 0;
  private readonly headers: FileHeader[] = [];
  private readonly contents: Uint8Array[] = [];
  private readonly counts: FileCounts[] = [];
  private readonly numbers = new Map<string, number>();

  add({ file, counts }: FileWork, contents: Uint8Array): void {
    this.headers.push([file, this.numberOf(counts)]);
    this.contents.push(contents);
    this.size += contents.length;
  }

  message(): SnapshotMessage {
    const [headers, counts] = [packChunks(this.headers), packChunks(this.counts)];
    return { type: 'files', headers, counts, contents: joinBytes(this.contents) };
  }

  private numberOf(counts: FileCounts): number {
    const { unexplained, linked, findings } = counts;
    const key = JSON.stringify([unexplained, [...linked], findings]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.counts.push(counts) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}
