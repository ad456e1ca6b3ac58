/**
 * An error whose message was written for the person who meets it: what went wrong, where, and what to do. It is
 * shown as it is, without a stack; anything else that is thrown is a defect and shown with its stack.
 */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}
