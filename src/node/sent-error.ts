import { HumanError } from '../core';

/** An error on its way to another thread: not every error can be cloned. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export function sendable(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

/** Makes a sent error one again; a `HumanError` stays one. */
export function revive({ name, message, stack }: SentError): Error {
  if (name === 'HumanError') return new HumanError(message);
  const error = new Error(message);
  error.name = name;
  error.stack = stack;
  return error;
}
