import fs from 'node:fs';
import path from 'node:path';
import type { Goal } from '../lib/goal';
import { DIST } from '../lib/programs';

const MOST = 300_000;

/** What VS Code has to read before the extension is active. */
export const size: Goal = {
  name: 'size',
  about: 'the bundle that is loaded at activation',
  measure: () => {
    const bytes = fs.statSync(path.join(DIST, 'extension.js')).size;
    const lazily = fs
      .readdirSync(DIST)
      .filter((file) => file.startsWith('lazy-editor-'))
      .reduce((sum, file) => sum + fs.statSync(path.join(DIST, file)).size, 0);
    return Promise.resolve([
      {
        what: 'bundle that activation loads',
        goal: `≤ ${MOST / 1000} KB`,
        measured: `${(bytes / 1000).toFixed(0)} KB`,
        peer: `all that is loaded when first used ${(lazily / 1000).toFixed(0)} KB`,
        ratio: bytes / MOST,
        met: bytes <= MOST,
      },
    ]);
  },
};
