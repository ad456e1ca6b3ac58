import { corpus, FULL } from '../corpus/corpus';
import type { Line } from './line';

/** How the goals are measured. */
export interface Options {
  /** Rounds that count. */
  readonly rounds: number;
  /** A folder of the caller's in place of the generated files. */
  readonly folder: string | undefined;
}

/** A part of the benchmark: it can be asked for by its name, and gives some lines of the table. */
export interface Goal {
  readonly name: string;
  readonly about: string;
  /** Rejects when results differ that must be equal: the figures would say nothing. */
  readonly measure: (options: Options) => Promise<readonly Line[]>;
}

/** The files that most goals are measured on: 20,000 generated ones with 300 MB, or the caller's folder. */
export function everydayFolder({ folder }: Options): string {
  return folder ?? corpus(FULL).folder;
}
