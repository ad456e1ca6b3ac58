/** What only a proposal needs, in a bundle of its own: it brings the scanner along. */
export { applyChanges } from './apply';
export { detailsOf, readFolder } from './read';
