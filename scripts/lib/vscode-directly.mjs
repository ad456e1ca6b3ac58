import fs from 'node:fs';

const IMPORT = /^import \* as vscode from 'vscode';$/m;

/**
 * Takes VS Code's API as `require` gives it. For `import * as` esbuild makes a namespace of its own in each file that
 * has it: some 500 getters in each of 60 files, half of the time that loading the extension takes.
 *
 * @type {import('esbuild').Plugin}
 */
export const vscodeDirectly = {
  name: 'vscode-directly',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await fs.promises.readFile(path, 'utf8');
      if (!IMPORT.test(text)) return undefined;
      return { contents: text.replace(IMPORT, "import vscode = require('vscode');"), loader: 'ts' };
    });
  },
};
