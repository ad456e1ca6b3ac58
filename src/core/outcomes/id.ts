/** Kebab-case or KEY-12. Ids are compared without case, so any case will do. */
export const ID = /^(?=.*[A-Za-z])[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;
export const ID_RULE = 'words of letters and digits joined by hyphens, such as reliable-voice or VOICE-12';
export const LONGEST_ID = 100;

/** Words that waive a link: `Outcome: none`, `TODO(no-outcome: …)`. */
const RESERVED = new Set(['none', 'no-outcome']);

export function isReserved(id: string): boolean {
  return RESERVED.has(id.toLowerCase());
}

/** Why a text can be no id, as a sentence; null when it can. */
export function idProblem(text: string): string | null {
  if (isReserved(text)) return `"${text}" in a link means that there is no outcome. Choose another id.`;
  return ID.test(text) && text.length <= LONGEST_ID ? null : `An id must be ${ID_RULE}.`;
}
