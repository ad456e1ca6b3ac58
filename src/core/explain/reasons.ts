import type { Position } from '../text';
import type { Place } from './model';
import type { WordVerdict } from './word';

/** Why a scan does not look at a file, apart from what the policy says. */
export type FileReason =
  /** It lies in the folder in which git keeps its own. */
  | { readonly kind: 'git-folder' }
  /** `at` is the file, or a folder that it is in; links are not followed. */
  | { readonly kind: 'link'; readonly at: string }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'gone' }
  /** By git's rules or ripgrep's; `rule` is as written, and null when it could not be found again. */
  | {
      readonly kind: 'ignored';
      readonly rule: { readonly text: string; readonly place: Place } | null;
      /** What the rule leaves out: the file, or a folder that it is in. */
      readonly at: string;
      /** What git ignores is read all the same when git tracks it; it is not asked that in Restricted Mode. */
      readonly by: 'git' | 'git-not-asked' | 'ripgrep';
    }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Why nothing is known of a place. */
export type MissingReason =
  | { readonly kind: 'outside' }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'no-outcomes' }
  | { readonly kind: 'policy-ignored'; readonly glob: string | null; readonly place: Place | null }
  | FileReason
  | Exclude<WordVerdict, { readonly kind: 'todo' }>
  /** All that the scan would do finds it, and yet it is not there: the reading that will is on its way. */
  | { readonly kind: 'pending' }
  /** The same, and nothing is on its way. */
  | { readonly kind: 'unexpected' };

/** What is asked about, with all that an answer names. */
export interface Missing {
  readonly reason: MissingReason;
  /** '' where the reason is about no word. */
  readonly word: string;
  readonly file: string;
  readonly at: Position;
  /** How the editor reads the file, where it tells. */
  readonly editor: {
    readonly language: string;
    readonly encoding: string | null;
    readonly unsaved: boolean;
  } | null;
}
