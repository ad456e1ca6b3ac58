/** From what a team has — TODOs with issues and names, settings of other tools — to an outcomes.yml it can start from. */
export type { MigrationInput, Proposal, Rewrite, SettingsFile } from './model';
export { migrationScopes, proposeMigration } from './propose';
export { migrationJson, migrationText } from './report';
export { lineEdits, unifiedDiff } from './diff';
export { byFile, rewriteEdits } from './rewrite';
