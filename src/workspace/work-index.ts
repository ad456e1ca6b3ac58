import {
  type Branch,
  type Commit,
  createLinker,
  type Finding,
  type GitFacts,
  insideOf,
  type Linker,
  type OutcomeTree,
  policyFor,
  type ScannedFile,
  sortFindings,
  type Todo,
} from '../core';
import { type FileWork, KnownFileWork, LaterFileWork } from './file-work';
import type { Judge } from './judge';
import { isSameAdded, linesAdded } from './own-work';
import type { Clock } from './ports';
import { Slices, type Steps } from './slices';

/** What all repositories of the folder hold, and what was found in it. */
export interface GitWork {
  readonly branches: readonly Branch[];
  readonly commits: readonly Commit[];
  readonly gitFindings: readonly Finding[];
}

const NONE: ReadonlyMap<string, FileWork> = new Map();

/** How many TODOs are linked before others may have a turn. */
const STRIDE = 100;

/**
 * Work and its findings, file by file: what the scanner found, linked by the tree, with git's word on
 * what is new. A changed file is linked again alone; a changed tree or repository links all again.
 */
export class WorkIndex {
  private linker: Linker;
  private facts: readonly GitFacts[] = [];
  private disk = new Map<string, ScannedFile>();
  private readonly overlays = new Map<string, ScannedFile>();
  private entries = new Map<string, FileWork>();
  private repositories: GitWork = { branches: [], commits: [], gitFindings: [] };

  constructor(
    private readonly clock: Clock,
    private tree: OutcomeTree,
    /** Without one no finding is made, and a file's TODOs only when they are asked for. */
    private readonly judge: Judge | null,
  ) {
    this.linker = createLinker(tree);
  }

  /** Replaces what the disk holds by the result of a whole scan; gives the files that are not the same objects. */
  replaceDisk(files: Iterable<ScannedFile>): string[] {
    const before = this.disk;
    this.disk = new Map([...files].map((file) => [file.file, file]));
    const both = new Set([...before.keys(), ...this.disk.keys()]);
    return [...both].filter((file) => before.get(file) !== this.disk.get(file));
  }

  /** What the disk holds, by path; changes with it. */
  get onDisk(): ReadonlyMap<string, ScannedFile> {
    return this.disk;
  }

  /** The files on the disk that lie below one of these names, which may be folders that are gone. */
  below(names: ReadonlySet<string>): string[] {
    return [...this.disk.keys()].filter((file) => {
      for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
        if (names.has(file.slice(0, end))) return true;
      return false;
    });
  }

  setDisk(file: string, scanned: ScannedFile | undefined): void {
    set(this.disk, file, scanned);
  }

  /** An unsaved text's TODOs hide the disk's; undefined shows the disk's again. */
  setOverlay(file: string, scanned: ScannedFile | undefined): void {
    set(this.overlays, file, scanned);
  }

  /** Shows the disk's again for all files but these; gives those that this is new for. */
  keepOverlays(files: { has(file: string): boolean }): string[] {
    const ended = [...this.overlays.keys()].filter((file) => !files.has(file));
    for (const file of ended) this.overlays.delete(file);
    return ended;
  }

  /** Gives the files of whose lines git says something else than before: they are to be linked again. */
  setFacts(facts: readonly GitFacts[]): string[] {
    const before = this.facts;
    this.facts = facts;
    if (facts === before) return [];
    return [...this.names()].filter(
      (file) => !isSameAdded(linesAdded(file, before), linesAdded(file, facts)),
    );
  }

  setTree(tree: OutcomeTree): void {
    this.tree = tree;
    this.linker = createLinker(tree);
  }

  /** Links the named files again, in slices that let others run. */
  async linkFiles(files: Iterable<string>, signal: AbortSignal): Promise<void> {
    const slices = new Slices(this.clock, signal);
    for (const file of files) set(this.entries, file, await this.linked(file, slices));
  }

  /** Links what git itself holds again, in slices that let others run. */
  async linkGit(signal: AbortSignal): Promise<void> {
    this.repositories = await new Slices(this.clock, signal).run(this.linkRepositories());
  }

  /**
   * Links everything again, in slices that let others run. The old entries stay until the new are whole.
   * @param known what linking these files would give
   */
  async linkAll(signal: AbortSignal, known: ReadonlyMap<string, FileWork> = NONE): Promise<void> {
    const slices = new Slices(this.clock, signal);
    const repositories = await slices.run(this.linkRepositories());
    const entries = new Map<string, FileWork>();
    for (const file of this.names()) set(entries, file, known.get(file) ?? (await this.linked(file, slices)));
    this.repositories = repositories;
    this.entries = entries;
  }

  git(): GitWork {
    return this.repositories;
  }

  /** By path, joined with what the outcome files themselves show. */
  files(ofTree: readonly Finding[]): FileWork[] {
    const treeByFile = byFile(ofTree);
    return [...new Set([...this.entries.keys(), ...treeByFile.keys()])].sort().map((file) => {
      const work = this.entries.get(file);
      const tree = treeByFile.get(file);
      // Every file is in order already, so only one that has both kinds is sorted.
      return tree === undefined
        ? work!
        : new KnownFileWork(file, work?.todos ?? [], sortFindings([...tree, ...(work?.findings ?? [])]));
    });
  }

  private names(): Set<string> {
    return new Set([...this.disk.keys(), ...this.overlays.keys()]);
  }

  private linked(file: string, slices: Slices): FileWork | undefined | Promise<FileWork | undefined> {
    return this.judge === null ? this.linkLater(file) : slices.run(this.link(file, this.judge));
  }

  private *link(file: string, judge: Judge): Steps<FileWork | undefined> {
    const policy = policyFor(this.tree, file);
    const todos: Todo[] = [];
    const findings: Finding[] = [];
    for (const todo of this.todosOf(file)()) {
      todos.push(todo);
      for (const finding of judge.work(todo, this.tree, policy)) findings.push(finding);
      if (todos.length % STRIDE === 0) yield;
    }
    return todos.length === 0 ? undefined : new KnownFileWork(file, todos, sortFindings(findings));
  }

  private linkLater(file: string): FileWork | undefined {
    const scanned = this.overlays.get(file) ?? this.disk.get(file);
    if (scanned === undefined || scanned.todos.length === 0) return undefined;
    if (this.overlays.has(file)) {
      const todos = this.todosOf(file);
      return new LaterFileWork(file, () => [...todos()]);
    }
    const { linker } = this;
    const added = linesAdded(file, this.facts);
    return new LaterFileWork(file, () => linker.linkTodos(scanned, added));
  }

  /** Bound to what is known now: what is learnt later belongs to a later snapshot. */
  private todosOf(file: string): () => Iterable<Todo> {
    const { linker } = this;
    const disk = this.disk.get(file);
    const overlay = this.overlays.get(file);
    const added = linesAdded(file, this.facts);
    const onDisk = () => (disk === undefined ? [] : linker.eachTodo(disk, added));
    if (overlay === undefined) return onDisk;
    return function* () {
      // Git knows the lines of the disk, not of the unsaved text: there a TODO is old when the disk has the same one as old.
      const old = new Set<string>();
      for (const todo of onDisk()) if (!todo.isNew) old.add(todo.key);
      for (const todo of linker.eachTodo(overlay, 'all')) yield { ...todo, isNew: !old.has(todo.key) };
    };
  }

  private *linkRepositories(): Steps<GitWork> {
    const facts = [...this.facts].sort((a, b) => compare(a.repository, b.repository));
    const branches: Branch[] = [];
    const commits: Commit[] = [];
    for (const { repository, ...each } of facts) {
      const own: Commit[] = [];
      for (const commit of each.commits) {
        own.push(this.linker.linkCommit(commit, repository));
        if (own.length % STRIDE === 0) yield;
      }
      const names = [...each.branches].sort((a, b) => compare(a.name, b.name));
      for (const branch of names) {
        branches.push(this.linker.linkBranch(branch, repository, own, each.base?.ref));
        yield;
      }
      commits.push(...own);
    }
    const findings: Finding[] = [];
    const { judge } = this;
    if (judge === null) return { branches, commits, gitFindings: findings };
    for (const [i, item] of [...branches, ...commits].entries()) {
      findings.push(...judge.work(item, this.tree, policyFor(this.tree, insideOf(item.repository))));
      if (i % STRIDE === 0) yield;
    }
    return { branches, commits, gitFindings: findings };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
