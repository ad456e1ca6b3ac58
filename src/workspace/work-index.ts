import {
  type Branch,
  checkWork,
  type Commit,
  createLinker,
  type Finding,
  type GitFacts,
  type Linker,
  type OutcomeTree,
  policyFor,
  type ScannedFile,
  sortFindings,
  type Todo,
  type Work,
} from '../core';
import { isAround, linesAdded } from './own-work';
import type { Clock } from './ports';

/** How long a slice of work may hold the thread, in milliseconds; half of a frame. */
const SLICE = 8;

interface FileEntry {
  readonly todos: readonly Todo[];
  readonly findings: readonly Finding[];
}

const NOTHING: FileEntry = { todos: [], findings: [] };

/**
 * Work and its findings, file by file: what the scanner found, linked by the tree, with git's word on
 * what is new. A changed file is linked again alone; a changed tree or repository links all again.
 */
export class WorkIndex {
  private disk = new Map<string, ScannedFile>();
  private readonly overlays = new Map<string, ScannedFile>();
  private entries = new Map<string, FileEntry>();
  private branches: Branch[] = [];
  private commits: Commit[] = [];
  private repositoryFindings: Finding[] = [];

  constructor(
    private readonly clock: Clock,
    private tree: OutcomeTree,
    private linker: Linker = createLinker(tree),
    private facts: readonly GitFacts[] = [],
  ) {}

  /** Replaces what the disk holds by the result of a whole scan. */
  replaceDisk(files: Iterable<ScannedFile>): void {
    this.disk = new Map([...files].map((file) => [file.file, file]));
  }

  setDisk(file: string, scanned: ScannedFile | undefined): void {
    set(this.disk, file, scanned);
  }

  /** An unsaved text's TODOs hide the disk's; undefined shows the disk's again. */
  setOverlay(file: string, scanned: ScannedFile | undefined): void {
    set(this.overlays, file, scanned);
  }

  setFacts(facts: readonly GitFacts[]): void {
    this.facts = facts;
  }

  setTree(tree: OutcomeTree): void {
    this.tree = tree;
    this.linker = createLinker(tree);
  }

  /** Links the named files again. */
  linkFiles(files: Iterable<string>): void {
    for (const file of files) set(this.entries, file, this.link(file));
  }

  /** Links everything again, in slices that let others run. The old entries stay until the new are whole. */
  async linkAll(signal: AbortSignal): Promise<void> {
    this.linkRepositories();
    const entries = new Map<string, FileEntry>();
    let sliceEnd = this.clock.now() + SLICE;
    for (const file of new Set([...this.disk.keys(), ...this.overlays.keys()])) {
      set(entries, file, this.link(file));
      if (this.clock.now() < sliceEnd) continue;
      await this.clock.yield();
      signal.throwIfAborted();
      sliceEnd = this.clock.now() + SLICE;
    }
    this.entries = entries;
  }

  work(): Work {
    const todos: Todo[] = [];
    for (const file of [...this.entries.keys()].sort())
      for (const todo of this.entries.get(file)!.todos) todos.push(todo);
    return { todos, branches: this.branches, commits: this.commits };
  }

  /**
   * Joined with what the outcome files themselves show: files by path, each by position, then branches, then
   * commits. Every file is in order already, so only a file that has both kinds is sorted.
   */
  findings(ofTree: readonly Finding[]): Finding[] {
    const treeByFile = byFile(ofTree);
    const all: Finding[] = [];
    for (const file of new Set([...this.entries.keys(), ...treeByFile.keys()].sort())) {
      const work = this.entries.get(file)?.findings ?? [];
      const tree = treeByFile.get(file) ?? [];
      for (const finding of tree.length === 0 ? work : sortFindings([...tree, ...work])) all.push(finding);
    }
    return [...all, ...this.repositoryFindings];
  }

  private link(file: string): FileEntry | undefined {
    const todos = this.linkTodos(file);
    if (todos.length === 0) return undefined;
    const policy = policyFor(this.tree, file);
    const findings = todos.flatMap((todo) => checkWork(todo, this.tree, policy));
    return { todos, findings: findings.length === 0 ? NOTHING.findings : sortFindings(findings) };
  }

  private linkTodos(file: string): readonly Todo[] {
    const disk = this.disk.get(file);
    const overlay = this.overlays.get(file);
    const onDisk = disk === undefined ? [] : this.linker.linkTodos(disk, linesAdded(file, this.facts));
    if (overlay === undefined) return onDisk;
    // Git knows the lines of the disk, not of the unsaved text: there a TODO is old when the disk has the same one as old.
    const old = new Set(onDisk.filter((todo) => !todo.isNew).map((todo) => todo.key));
    return this.linker.linkTodos(overlay, 'all').map((todo) => ({ ...todo, isNew: !old.has(todo.key) }));
  }

  private linkRepositories(): void {
    const repositories = [...this.facts].sort((a, b) => (a.repository < b.repository ? -1 : 1));
    this.branches = [];
    this.commits = [];
    for (const facts of repositories) {
      const commits = facts.commits.map((commit) => this.linker.linkCommit(commit, facts.repository));
      const branches = facts.branches.map((branch) =>
        this.linker.linkBranch(branch, facts.repository, commits, facts.base?.ref),
      );
      branches.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      this.commits.push(...commits);
      this.branches.push(...branches);
    }
    this.repositoryFindings = [...this.branches, ...this.commits].flatMap((item) =>
      checkWork(item, this.tree, policyFor(this.tree, insideOf(item.repository))),
    );
  }
}

function set<V>(map: Map<string, V>, key: string, value: V | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

function byFile(findings: readonly Finding[]): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const file = finding.subject.kind === 'file' ? finding.subject.file : '';
    const known = files.get(file);
    if (known === undefined) files.set(file, [finding]);
    else known.push(finding);
  }
  return files;
}

/** A path in the repository's top folder, to look up the policy that applies there. */
function insideOf(repository: string): string {
  return isAround(repository) ? '' : `${repository}/.git`;
}
