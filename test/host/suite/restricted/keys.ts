import fs from 'node:fs';

/**
 * Has the launcher press a key in the workbench, for what no extension may do. False where nobody can: a desktop VS
 * Code has no such hands.
 */
export function press(key: string): boolean {
  const file = process.env['VSCODE_TEST_KEYS'];
  if (file === undefined) return false;
  fs.appendFileSync(file, `${key}\n`);
  return true;
}
