// TODO(#123): answer within a second
// TODO(VOICE-12): retry when the line drops
export const gateway = 'TODO(VOICE-99)';
/* FIXME(@ana, VOICE-12): close the socket
   TODO(https://git.example/ours/shop/-/issues/7): count calls */
// NOTE: the order matters
// REVIEW(bo): is this still so?
