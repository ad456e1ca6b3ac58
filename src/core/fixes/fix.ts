import type { EditResult, TextEdit } from '../edits';
import type { Day, OutcomesFile, OutcomeTree } from '../outcomes/model';
import type { Span } from '../text';

/** A finding as far as its fixes need it: `span` is into the text of the file, as it is in the tree. */
export interface Marked {
  readonly code: string;
  readonly file: OutcomesFile;
  readonly span: Span;
}

export interface FixContext {
  readonly tree: OutcomeTree;
  readonly today: Day;
}

/** One way to put a finding right. */
export interface Fix {
  readonly title: string;
  /** What the finding itself names as most likely meant. */
  readonly preferred: boolean;
  /** The edits, worked out when they are wanted: they read the place again. */
  readonly edits: () => FixResult;
}

/** The edits by file of the tree, or in one sentence why they cannot be made. */
export type FixResult = { readonly files: readonly FileEdits[] } | { readonly refused: string };

export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
  /** What is there to be typed over, in the order to go through, as spans of the new text. */
  readonly stops: readonly Span[];
}

/** A fix whose edits are of one file; the text that `reveal` tells is a stop when the fix cannot know it. */
export function fixOf(
  title: string,
  file: OutcomesFile,
  make: () => EditResult,
  { preferred = false, open = false }: { readonly preferred?: boolean; readonly open?: boolean } = {},
): Fix {
  return {
    title,
    preferred,
    edits: () => {
      const result = make();
      if ('refused' in result) return result;
      const { edits, reveal } = result;
      return { files: [{ path: file.path, edits, stops: open && reveal !== undefined ? [reveal] : [] }] };
    },
  };
}
