/** Git hooks: setting them up beside what is there, and what they do. */
export { installHooks, uninstallHooks, type HookReport } from './install';
export { checkMessageFile, prepareMessage, type CheckedMessage, type HookInput } from './message';
