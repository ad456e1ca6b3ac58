import type { OutcomesFile, OutcomeTree } from '../outcomes/model';
import type { Range } from '../text';
import type { ScannedFile } from '../work/model';

/** A file of settings that other tools keep: .vscode/settings.json, a *.code-workspace, .gitmodules. */
export interface SettingsFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface MigrationInput {
  /** What the folder is called; the title of a new file. */
  readonly name: string;
  readonly settings: readonly SettingsFile[];
  /** The TODOs found with the tags that `tagsToFind` gave, of any scope. */
  readonly files: readonly ScannedFile[];
  readonly tree: OutcomeTree;
  /** The folder's own file, when there is one. Its policy is kept, and its outcomes. */
  readonly existing: OutcomesFile | null;
  /** What new work is measured against, as git knows it; null when it does not. */
  readonly base: string | null;
}

/** What a team's comments and settings say it agreed on already, as a file that says so. Nothing is written by it. */
export interface Proposal {
  /** The outcomes.yml, relative to the folder. */
  readonly path: string;
  /** null when there is none yet. */
  readonly before: string | null;
  /** The same as `before` when nothing is to be added. */
  readonly after: string;
  readonly policy: ProposedPolicy;
  readonly tags: readonly TagUse[];
  /** The most used first. */
  readonly issues: readonly IssueUse[];
  /** The most used first. */
  readonly people: readonly { readonly name: string; readonly todos: number }[];
  /** Comments whose words can be no id, and what would make links of them; sorted by file and position. */
  readonly rewrites: readonly Rewrite[];
  /** What was not taken over, and why; each a sentence. */
  readonly notes: readonly Note[];
  readonly todos: number;
  /** Settings that something was taken from. */
  readonly sources: readonly string[];
}

/** The keys of a `policy`, without those for which nothing speaks. */
export interface ProposedPolicy {
  readonly tags: readonly string[];
  readonly mentions: 'marker' | 'any';
  readonly ignore: readonly string[];
  readonly base: string | null;
  readonly existing: 'hint';
}

export interface TagUse {
  readonly tag: string;
  readonly todos: number;
  readonly proposed: boolean;
  /** Why it is, or is not, in three or four words. */
  readonly because: string;
}

export interface IssueUse {
  /** As most comments write it: `VOICE-12`, `#123`. */
  readonly key: string;
  /** The id that stands for it in links. */
  readonly id: string;
  /** Whether an outcome or output has that id already. */
  readonly known: boolean;
  readonly todos: number;
  /** Sorted, each once. */
  readonly files: readonly string[];
}

export interface Rewrite {
  readonly file: string;
  readonly range: Range;
  readonly was: string;
  readonly becomes: string;
}

export interface Note {
  /** The settings that it is about; null for the comments. */
  readonly path: string | null;
  readonly message: string;
}
