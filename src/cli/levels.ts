import type { Severity } from '../core';

const LEVELS: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

/** Whether a severity reaches the one that `--fail-on` names. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return LEVELS.indexOf(severity) >= LEVELS.indexOf(least);
}
