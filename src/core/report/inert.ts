/** Control and direction characters of names and messages are shown, not obeyed; lone halves of a pair are replaced. */
export function inert(text: string): string {
  return wellFormed(text).replace(
    /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (c) => (c === '\t' ? ' ' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Halves of surrogate pairs that stand alone have no UTF-8; each becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
