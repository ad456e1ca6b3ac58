import type { Ids } from '../ids';
import type { Place, SourceTodo } from './source';

/** What a TODO states of its why, and where. */
export interface Statement {
  /** The words that are ids, or were meant to be. */
  readonly places: readonly StatedPlace[];
  /** The other words in its brackets: assignees, issues. */
  readonly people: readonly string[];
}

export interface StatedPlace extends Place {
  /** The id as the tree writes it; null for one that the tree has not. */
  readonly id: string | null;
  /** In the brackets behind the tag word, rather than behind `outcome:` or `why:`. */
  readonly isName: boolean;
}

/** Tells the ids of a TODO from its people by the rules of the linker. */
export function createStatements(ids: Ids): (todo: SourceTodo) => Statement {
  const read = (place: Place, isName: boolean): StatedPlace | undefined => {
    const { text, loose } = place.named;
    const target = text.startsWith('@') ? undefined : ids.find(text);
    if (target) return { ...place, id: target.output ?? target.outcome, isName };
    const isMeant = isName ? ids.isMisspelt(text) : !loose || ids.isMisspelt(text);
    return isMeant ? { ...place, id: null, isName } : undefined;
  };
  return ({ names, stated }) => {
    const places: StatedPlace[] = [];
    const people: string[] = [];
    for (const place of names) {
      const found = read(place, true);
      if (found) places.push(found);
      else people.push(place.named.text);
    }
    for (const place of stated) {
      const found = read(place, false);
      if (found) places.push(found);
    }
    return { places, people };
  };
}
