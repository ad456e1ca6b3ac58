import fs from 'node:fs';

/** Paths, relative to a folder, of the files of settings that tools for TODOs are set up in. Not all need be there. */
export function settingsFilesOf(folder: string): string[] {
  return ['.vscode/settings.json', ...workspaceFiles(folder), '.gitmodules'];
}

function workspaceFiles(folder: string): string[] {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.code-workspace'))
      .sort();
  } catch {
    return [];
  }
}
