import assert from 'node:assert/strict';

/**
 * Polls until `read` gives the same satisfying value for `hold` ms on end, so that a state that is only passed
 * through does not count. Fails with what was seen last.
 */
export async function waitFor<T>(
  what: string,
  read: () => T | Promise<T>,
  satisfied: (value: T) => boolean = Boolean,
  { within = 20_000, hold = 200 } = {},
): Promise<T> {
  const end = Date.now() + within;
  let since: number | undefined;
  let last: T | undefined;
  while (Date.now() < end) {
    last = await read();
    if (!satisfied(last)) since = undefined;
    else {
      since ??= Date.now();
      if (Date.now() - since >= hold) return last;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return assert.fail(`waited ${within} ms for ${what}; last seen: ${shown(last)}`);
}

/** Fails when `holds` is false at any time during `time` ms. */
export async function staysTrue(what: string, holds: () => boolean, time = 1000): Promise<void> {
  const end = Date.now() + time;
  while (Date.now() < end) {
    assert.ok(holds(), what);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value, null, 1).slice(0, 3000);
  } catch {
    return String(value);
  }
}
