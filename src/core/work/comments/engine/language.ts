import { lazy } from './rules';
import { mode, type Mode, type Trigger } from './scan';

/** One entry of the language table. */
export interface Language {
  readonly name: string;
  /** How its files are named; words separated by spaces. Compared without case, the longest extension first. */
  readonly extensions: readonly string[];
  /** Whole file names; a trailing `*` matches what follows. */
  readonly files: readonly string[];
  /** Interpreters of its `#!` lines and names that editors' modelines use. */
  readonly interpreters: readonly string[];
  readonly start: () => Mode;
  /** Present where a hit can be decided from its surroundings; see resync.ts. */
  readonly resync: Resync | null;
}

/** Only block comments cross lines, as long as the text has none of these (ASCII). */
export interface Resync {
  /** Before the last place that is asked about. */
  readonly before?: readonly string[];
  /** At all: where it is the end that makes the beginning one. */
  readonly anywhere?: readonly string[];
}

export interface Naming {
  readonly ext?: string;
  readonly files?: string;
  readonly run?: string;
  readonly resync?: Resync;
}

export function language(name: string, naming: Naming, what: readonly Trigger[] | (() => Mode)): Language {
  return {
    name,
    extensions: words(naming.ext),
    files: words(naming.files),
    interpreters: words(naming.run),
    start: typeof what === 'function' ? what : lazy(() => mode(what)),
    resync: naming.resync ?? null,
  };
}

function words(list: string | undefined): string[] {
  return list ? list.split(/\s+/).filter((word) => word !== '') : [];
}
