import fs from 'node:fs';

const IMPORT = /^import \* as vscode from 'vscode';$/m;
const ONCE = 'vscode-once';

/**
 * Takes VS Code's API as `require` gives it, and asks for it once. For `import * as` esbuild makes a namespace of its own
 * in each file that has it, some 500 getters in each of 60 files; and VS Code finds out at each `require` anew which
 * extension is asking.
 *
 * @type {import('esbuild').Plugin}
 */
export const vscodeDirectly = {
  name: 'vscode-directly',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await fs.promises.readFile(path, 'utf8');
      if (!IMPORT.test(text)) return undefined;
      return { contents: text.replace(IMPORT, `import vscode = require('${ONCE}');`), loader: 'ts' };
    });
    onResolve({ filter: new RegExp(`^${ONCE}$`) }, () => ({ path: ONCE, namespace: ONCE }));
    onLoad({ filter: /.*/, namespace: ONCE }, () => ({ contents: "module.exports = require('vscode');" }));
  },
};
