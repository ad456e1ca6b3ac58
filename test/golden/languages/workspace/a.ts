const s = 'TODO: in a string'; // TODO: in a comment
const t = `TODO: ${/* FIXME(found): in an expression */ `${'// TODO: in a string'}`} TODO`;
const r = /\/* TODO: in a regex *\//; /**
 * TODO(@ana, found): over
 *   two lines
 *
 * not part of it
 */
