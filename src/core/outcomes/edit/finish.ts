import type { EditResult, TextEdit } from '../../edits';
import type { Span } from '../../text';
import { refuseShared } from './anchors';
import { commentsOf, readLayout, type Layout } from './layout';
import { meaningOf, replaced, sameMeaning, type Meaning, type Path } from './meaning';
import type { Opened } from './open';
import { refuse } from './refusal';
import { refuseMisread } from './whole';

/** What an edit of an opened mapping is meant to do. */
export interface Intent {
  /** In the slice. */
  readonly edits: readonly TextEdit[];
  /** In the slice: what is changed, which must not be shared by aliases. */
  readonly touched: readonly Span[];
  /** What the mapping means afterwards. */
  readonly becomes: (before: Meaning) => Meaning;
  /** The way from the mapping to the value to be selected afterwards. */
  readonly reveal?: Path;
  /** Comments that leave the slice, or come into it. */
  readonly comments?: { readonly gone?: readonly string[]; readonly come?: readonly string[] };
}

/**
 * The edits in the file, if they do what they are meant to: the slice is read again with the edits made, and has to
 * mean what was intended, with every comment still there. Otherwise refuses, rather than spoil the file.
 */
export function finish(opened: Opened, intent: Intent): Extract<EditResult, { edits: unknown }> {
  const { file, slice, path } = opened;
  refuseShared(
    file,
    intent.touched.map((span) => slice.spanOfFile(span)),
  );
  const text = slice.with(intent.edits);
  const after = readLayout(text);
  const expected = replaced(meaningOf(opened.layout), path, intent.becomes);
  if (!sameMeaning(meaningOf(after), expected) || !keepsComments(slice.text, text, intent)) {
    refuse('This edit would change more of the file than it is about. Edit it by hand.');
  }
  const edits = slice.editsOfFile(intent.edits);
  const key = opened.map.members[0];
  if (key !== undefined) refuseMisread(file, edits, slice.toFile(key.key.start), intent.becomes);
  const target = intent.reveal === undefined ? undefined : at(after, [...path, ...intent.reveal]);
  const shown = target === undefined ? undefined : slice.spanInNewFile(intent.edits, withoutQuotes(target));
  return shown === undefined ? { edits } : { edits, reveal: shown };
}

function keepsComments(before: string, after: string, { comments = {} }: Intent): boolean {
  const { gone = [], come = [] } = comments;
  const left = [...commentsOf(before), ...come].sort();
  const right = [...commentsOf(after), ...gone].sort();
  return left.length === right.length && left.every((comment, i) => comment === right[i]);
}

/** The node at the end of a path. */
export function at(layout: Layout | null | undefined, path: Path): Layout | undefined {
  let node = layout ?? undefined;
  for (const step of path) {
    if (node?.kind === 'list' && typeof step === 'number') node = node.members[step]?.value;
    else if (node?.kind === 'map') node = node.members.find(({ name }) => name === step)?.value;
    else return undefined;
  }
  return node;
}

/** The text of a node: what to select of it. */
export function withoutQuotes(node: Layout): Span {
  const quoted = node.kind === 'leaf' && (node.form === 'single' || node.form === 'double');
  return quoted ? { start: node.start + 1, end: node.end - 1 } : { start: node.start, end: node.end };
}
