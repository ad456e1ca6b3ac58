// TODO(fast-checkout): keep the basket when the session ends
export const cart = new Map<string, number>();

// a word in the middle of a sentence: the old NOTE says otherwise, as mentions are `any` here
export const note = 'NOTE: not in a comment';

/* FIXME: no tag of this folder */
export const total = () => [...cart.values()].reduce((a, b) => a + b, 0); // TODO(no-outcome)
