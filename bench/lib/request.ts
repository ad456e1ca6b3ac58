import type { ScanRequest } from '../../src/workspace/ports';

export const TAGS = ['TODO', 'FIXME', 'HACK', 'XXX', 'BUG'];

/** What every scan of the benchmark looks for. */
export const REQUEST: ScanRequest = { scopes: [{ dir: '', tags: TAGS, mentions: 'marker', ignore: [] }] };
