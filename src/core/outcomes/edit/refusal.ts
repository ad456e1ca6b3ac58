/**
 * Why an edit cannot be made, as one sentence for the user. Thrown inside of this folder only: every function that
 * leaves it catches it and gives `{ refused }`.
 */
export class Refusal extends Error {}

export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** What `make` gives, or the sentence it refused with. */
export function attempt<T>(make: () => T): T | { readonly refused: string } {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    throw error;
  }
}
