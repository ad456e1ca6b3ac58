import * as vscode from 'vscode';
import type { Disposable } from './disposables';
import type { Logger } from '../workspace/ports';
import type { Config } from './config';

/** The output channel "Outcomes". Its level is set with VS Code's own "Developer: Set Log Level". */
export interface Log extends Logger, Disposable {
  show(): void;
}

/** Opens the channel; its first lines say what runs and with which settings, as a bug report needs them. */
export function createLog(context: vscode.ExtensionContext, config: Config): Log {
  const channel = vscode.window.createOutputChannel('Outcomes', { log: true });
  const { version } = context.extension.packageJSON as { version: string };
  channel.info(`Outcomes ${version} in VS Code ${vscode.version}, ${process.platform} ${process.arch}`);
  channel.info(`Settings: ${JSON.stringify(config.effective())}; trusted: ${vscode.workspace.isTrusted}`);
  return {
    error: (message) => channel.error(message),
    warn: (message) => channel.warn(message),
    info: (message) => channel.info(message),
    debug: (message) => channel.debug(message),
    show: () => channel.show(),
    dispose: () => channel.dispose(),
  };
}
