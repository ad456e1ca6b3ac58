import type { Folders } from '../folders';
import type { ChosenIds } from '../pick-outcome';
import { idCompletion } from './completion';
import { idHover } from './hover';
import { idDefinition, idHighlights, idLinks, idReferences, workspaceSymbols } from './navigation';

/** All that is asked without a gesture. In a bundle of its own: it brings the readers of comments along. */
export function createAnswers(folders: Folders, chosen: ChosenIds) {
  return {
    completion: idCompletion(folders, chosen),
    hover: idHover(folders),
    definition: idDefinition(folders),
    references: idReferences(folders),
    highlights: idHighlights(folders),
    links: idLinks(folders),
    symbols: workspaceSymbols(folders),
  };
}
