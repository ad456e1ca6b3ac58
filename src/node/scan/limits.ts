/** A larger file is skipped, and reported. ripgrep's `20M` is the same number. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const TOO_LARGE = 'larger than 20 MB';

/** Tag words looked at in one file; how many more there were is reported. */
export const MOST_HITS = 10_000;

/**
 * Read beyond the last tag word: a TODO's further lines, and the end of whatever it stands in. A heredoc or an element
 * that is cut off before its end would be read as none. Most files end before that.
 */
export const READ_BEYOND = 1024 * 1024;

/** As git does: a file is binary when one of its first 8,000 bytes is NUL. */
export const BINARY_PREFIX = 8000;
