/** What the editor and the review page say to each other. */

/** One part of the page; `id` is that of its element. */
export interface Part {
  readonly id: string;
  readonly html: string;
}

export interface Kept {
  readonly folder: string;
  readonly since: string | null;
}

export type ToPage =
  | {
      /** What to show from now on: every part, in reading order. Those that are the same stay as they are. */
      readonly type: 'parts';
      readonly parts: readonly Part[];
      /** What the page remembers for the editor, which restores it after the window was closed. */
      readonly keep: Kept;
    }
  | {
      /** Why there is nothing to show. */
      readonly type: 'nothing';
      readonly message: string;
    };

export type FromPage =
  /** The script runs; also after the page was hidden and is shown again. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly type: 'open-commit'; readonly commit: string; readonly repository: string }
  | { readonly type: 'compare' }
  | { readonly type: 'export' };
