import { compileGlobs, mergeFiles, type OutcomesFile, type OutcomeTree, parseOutcomes } from '../core';
import type { Files } from './ports';

const NAMES = ['outcomes.yml', 'outcomes.yaml'];

/** True for a path whose file belongs in the tree. */
export function isOutcomesFile(path: string): boolean {
  return NAMES.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The outcome files of one folder, each parsed again only when its text changed. */
export class OutcomeFiles {
  private parsed = new Map<string, OutcomesFile>();
  /** Paths of the files in the tree. */
  private known: readonly string[] = [];

  constructor(
    private readonly files: Files,
    /** Unsaved texts, which win over the disk. */
    private readonly overlays: ReadonlyMap<string, string>,
  ) {}

  /** Files that were parsed elsewhere: one whose text is still the same need not be parsed again. */
  know(files: readonly OutcomesFile[]): void {
    for (const file of files) if (!this.parsed.has(file.path)) this.parsed.set(file.path, file);
  }

  /** Every file that git does not ignore. */
  async loadAll(signal: AbortSignal): Promise<OutcomeTree> {
    const paths = await this.files.findOutcomesFiles(signal);
    return this.load(paths);
  }

  /** The files known so far, the named ones read again; a vanished file leaves, one that git does not ignore joins. */
  async loadChanged(changed: readonly string[], signal: AbortSignal): Promise<OutcomeTree> {
    const known = new Set(this.known);
    const isNew = changed.some((file) => !known.has(file));
    const found = new Set(isNew ? await this.files.findOutcomesFiles(signal) : []);
    return this.load([...known, ...changed.filter((file) => !known.has(file) && found.has(file))]);
  }

  /** Only what lies in the folder itself: nearly always the file whose policy counts, and known at once. */
  async peekRoot(): Promise<OutcomeTree> {
    const read = await Promise.all(NAMES.map((name) => this.read(name)));
    return mergeFiles(read.filter((file) => file !== undefined));
  }

  /** Files that were there once, as they are now. They do not become known by it. */
  async peek(paths: readonly string[]): Promise<OutcomeTree> {
    const read = await Promise.all(paths.map((path) => this.read(path)));
    return mergeFiles(withoutIgnored(read.filter((file) => file !== undefined)));
  }

  private async load(paths: readonly string[]): Promise<OutcomeTree> {
    const read = await Promise.all(paths.map((path) => this.read(path)));
    const files = read.filter((file) => file !== undefined);
    this.parsed = new Map(files.map((file) => [file.path, file]));
    this.known = [...this.parsed.keys()];
    return mergeFiles(withoutIgnored(files));
  }

  private async read(path: string): Promise<OutcomesFile | undefined> {
    const text = this.overlays.get(path) ?? (await this.files.read(path));
    if (text === undefined) return undefined;
    const known = this.parsed.get(path);
    if (known?.text === text) return known;
    const file = parseOutcomes(path, text);
    this.parsed.set(path, file);
    return file;
  }
}

/** A policy's `ignore` leaves out the outcome files below it too: samples and test data are no part of the tree. */
export function withoutIgnored(files: readonly OutcomesFile[]): OutcomesFile[] {
  const depth = ({ path }: OutcomesFile) => path.split('/').length;
  const scopes: { readonly dir: string; readonly ignores: (path: string) => boolean }[] = [];
  return [...files]
    .sort((a, b) => depth(a) - depth(b))
    .filter(({ path, policy }) => {
      const scope = scopes.findLast(({ dir }) => path.startsWith(dir));
      if (scope?.ignores(path.slice(scope.dir.length)) === true) return false;
      if (policy !== null)
        scopes.push({ dir: policy.dir && `${policy.dir}/`, ignores: compileGlobs(policy.ignore) });
      return true;
    });
}
