import type { Logger } from '../../workspace/ports';
import type { FolderSource, Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import type { SeenTodo } from './todos';

/** What linking needs to know. */
export interface Linking {
  readonly folders: Folders;
  readonly chosen: ChosenIds;
  readonly log: Logger;
}

/** A TODO that is to change, in whatever its file says by then. */
export interface WantedTodo {
  readonly entry: FolderSource;
  readonly file: string;
  readonly seen: SeenTodo;
}
