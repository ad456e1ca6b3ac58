import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from './browser';
import { ExitCode, RunError } from './exit-codes';

export interface TestArguments {
  readonly developmentPaths: readonly string[];
  readonly testsPath: string;
  readonly target: Target;
  readonly userDataDir: string | undefined;
  readonly extensionsDir: string | undefined;
  readonly builtinExtensionsDir: string | undefined;
  readonly logLevel: string | undefined;
  readonly proposedApi: boolean;
  readonly disableExtensions: boolean;
  /** Folders are trusted without a question. */
  readonly disableWorkspaceTrust: boolean;
}

/** Options of VS Code whose value may be the next argument. */
const WITH_VALUE = new Set([
  'builtin-extensions-dir',
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensions-dir',
  'file-uri',
  'folder-uri',
  'inspect-brk-extensions',
  'inspect-extensions',
  'locale',
  'log',
  'profile',
  'user-data-dir',
]);

const WITHOUT_WINDOW = /^--(install-extension|uninstall-extension|list-extensions|version)\b/;

/** True for a command that VS Code answers without opening a window. */
export const needsNoWindow = (argv: readonly string[]): boolean =>
  argv.some((argument) => WITHOUT_WINDOW.test(argument));

/** Reads the command line of a VS Code that runs extension tests; options that mean nothing here are passed over. */
export function parseTestArguments(argv: readonly string[]): TestArguments {
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const [, name, attached] = /^--([^=]+)(?:=(.*))?$/s.exec(argv[i]!) ?? [];
    if (name === undefined) {
      operands.push(argv[i]!);
      continue;
    }
    const value = attached ?? (WITH_VALUE.has(name) ? (argv[++i] ?? '') : '');
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  const last = (name: string) => options.get(name)?.at(-1);
  const developmentPaths = options.get('extensionDevelopmentPath') ?? [];
  const testsPath = last('extensionTestsPath');
  if (!testsPath || developmentPaths.length === 0)
    throw new RunError(
      ExitCode.usage,
      'usage: code.mjs [FOLDER | FILE.code-workspace] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE',
    );
  const uri = last('folder-uri') ?? last('file-uri');
  const absolute = (name: string) => {
    const value = last(name);
    return value === undefined ? undefined : path.resolve(value);
  };
  return {
    developmentPaths: developmentPaths.map((dir) => path.resolve(dir)),
    testsPath: path.resolve(testsPath),
    target: targetOf(uri === undefined ? operands[0] : fileURLToPath(uri)),
    userDataDir: absolute('user-data-dir'),
    extensionsDir: absolute('extensions-dir'),
    builtinExtensionsDir: absolute('builtin-extensions-dir'),
    logLevel: last('log'),
    proposedApi: options.has('enable-proposed-api'),
    disableExtensions: options.has('disable-extensions'),
    disableWorkspaceTrust: options.has('disable-workspace-trust'),
  };
}

function targetOf(operand: string | undefined): Target {
  if (operand === undefined) return undefined;
  const file = path.resolve(operand);
  return file.endsWith('.code-workspace') ? { workspace: file } : { folder: file };
}
