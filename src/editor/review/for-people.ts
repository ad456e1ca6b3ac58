/** Whether an error says to people what went wrong. By name: its class is another one in every bundle. */
export function isForPeople(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'HumanError' || error.name === 'FileSystemError');
}

/** All that is known of a defect, for the log. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
