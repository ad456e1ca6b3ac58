/**
 * How a run of extension tests ended. VS Code itself knows only 0 and 1, and says 0 when the extension host is
 * gone; every way in which a run proves nothing has its own code here.
 */
export const ExitCode = {
  passed: 0,
  testsFailed: 1,
  usage: 2,
  /** A test file or the entry could not be bundled or loaded. */
  notLoaded: 66,
  /** The entry exports no run(), or its run() ended without running mocha. */
  neverRan: 67,
  /** Mocha ran and executed no test. */
  noTests: 68,
  /** The machine lacks something: the server's packages, Chromium, a port. */
  notReady: 69,
  internalError: 70,
  serverEnded: 71,
  browserEnded: 72,
  pageCrashed: 73,
  extensionHostEnded: 74,
  timeLimit: 124,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The name of a code, for people: "pageCrashed". */
export function nameOf(code: number): string {
  return Object.entries(ExitCode).find(([, value]) => value === code)?.[0] ?? 'unknown';
}

/** An error with the exit code that it means. `message` is for people and needs no stack. */
export class RunError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
