/** What one run in VS Code tells; times in milliseconds, sizes in bytes. */
export interface Cost {
  /** Loading the extension's code and activating it, by the clock. */
  readonly activation: number | undefined;
  /** The same for VS Code's own extension for git. */
  readonly gitActivation: number | undefined;
  /** What the thread takes of the processor for each of the two. */
  readonly spentOnActivation?: { readonly loading: number; readonly activating: number } | undefined;
  /** From the opening of a folder that was open before until there is a tree to show. */
  readonly shown?: number;
  /** And until all of it is known to be true. */
  readonly settled?: number;
  /** The longest time that the thread of the extensions was held, with nothing to do. */
  readonly idle: number;
  /** While everything was read again. */
  readonly reading: number;
  /** At each edit of a large file; at the first one all of its text is sent. */
  readonly held: readonly number[];
  /** What the process of the extensions took of the processor at each edit. */
  readonly spent: readonly number[];
  /** The process of the extensions: all of it, and what its objects take. */
  readonly resident: number;
  readonly heap: number;
  /** The process in which folders are read. */
  readonly background: number | undefined;
}
