import type { OutcomeTree } from '../../outcomes/model';
import { policyFor } from '../../outcomes/tree';
import type { Finding, Severity } from '../../rules/finding';
import { checkWork } from '../../rules/run';
import type { Span } from '../../text';
import { insideOf } from '../repository';
import { createLinker, type Linker } from '../linker';
import type { Commit } from '../model';
import { outcomeTrailers } from './edit';
import { readMessage, type CommitMessage, type MessageOptions } from './read';

/** What is known of the commit that a message is for. */
export interface MessageContext extends MessageOptions {
  readonly tree: OutcomeTree;
  /** Of the same tree, where one is at hand. */
  readonly linker?: Linker;
  /** Its repository's top relative to the folder; '' by default. */
  readonly repository?: string;
  /** When it is made, in seconds since 1970: what `commits-since` is compared with. */
  readonly time: number;
  /** How many parents it will have, when that is known; a message that git words as a merge has two by default. */
  readonly parents?: number;
}

/** A finding of the rules for commits, at its place in the message. */
export interface MessageFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly outcome: string | null;
  /** The id that was probably meant, for `unknown-outcome`. */
  readonly suggestion: string | null;
}

/**
 * What the rules for commits say of a commit with this message, once it is made: the same findings as in CI. While it
 * is written it is also told when an outcome that it serves is closed, and a wrong trailer is wrong also where no
 * commit is asked for a why. An empty message, a merge, and what a rebase will fold into another commit, is left in
 * peace.
 */
export function checkMessage(text: string, context: MessageContext): MessageFinding[] {
  const message = readMessage(text, context);
  if (message.kind === 'empty' || message.kind === 'fixup') return [];
  const { tree, repository = '' } = context;
  const commit = commitOf(message, context);
  const policy = policyFor(tree, insideOf(repository));
  let broken = 0;
  const isMerge = (context.parents ?? (message.kind === 'merge' ? 2 : 1)) > 1;
  return checkWork(commit, tree, policy, !isMerge).map((finding) => {
    const { code, severity, message: words, outcome } = finding;
    const link = code === 'unknown-outcome' ? commit.broken[broken++] : undefined;
    return {
      code,
      severity,
      message: words,
      outcome,
      span: link ? wordIn(text, message, link.text) : placeOf(text, message, commit, finding),
      suggestion: link?.suggestion ?? null,
    };
  });
}

/** The commit that would be made, linked. */
export function commitOf(message: CommitMessage, context: MessageContext): Commit {
  const { tree, linker = createLinker(tree), repository = '', time, parents } = context;
  return linker.linkCommit(
    {
      id: '',
      parents: parents ?? (message.kind === 'merge' ? 2 : 1),
      subject: message.subject,
      author: '',
      time,
      trailers: outcomeTrailers(message).map(({ value }) => value),
    },
    repository,
  );
}

function placeOf(text: string, message: CommitMessage, commit: Commit, { code, outcome }: Finding): Span {
  if (code === 'waiver-without-reason') {
    const waiver = outcomeTrailers(message).find(({ value }) => /^none\b/i.test(value));
    return waiver ? shownSpan(waiver.valueSpan, waiver.span) : message.subjectSpan;
  }
  const named = commit.links.find((link) => link.outcome === outcome);
  return named ? wordIn(text, message, named.output ?? named.outcome) : message.subjectSpan;
}

/** Where a word stands in the trailers, or else in the scope of the subject. */
function wordIn(text: string, message: CommitMessage, word: string): Span {
  const trailers = outcomeTrailers(message);
  for (const span of [...trailers.map(({ valueSpan }) => valueSpan), message.subjectSpan]) {
    const at = text.slice(span.start, span.end).toLowerCase().indexOf(word.toLowerCase());
    if (at >= 0) return { start: span.start + at, end: span.start + at + word.length };
  }
  return trailers[0]?.valueSpan ?? message.subjectSpan;
}

function shownSpan(span: Span, otherwise: Span): Span {
  return span.end > span.start ? span : otherwise;
}
