import * as vscode from 'vscode';

/** What is used of the built-in git extension (its API, version 1). */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string> } | null };
}

/** The name that git knows the user by; undefined where git has none, or is not to be asked. */
export async function gitUser(folder: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  // Where it does not run, as in Restricted Mode, it is not to be started for this.
  if (extension?.isActive !== true) return undefined;
  try {
    const name = await extension.exports.getAPI(1).getRepository(folder)?.getConfig('user.name');
    return name?.trim() || undefined;
  } catch {
    return undefined;
  }
}
