/** Repositories as a folder sees them: each is named by its top, relative to the folder and with `/`. */

/** True for a repository that the folder itself lies in: '' where it is the top, `..` parts where that is above. */
export function isAround(repository: string): boolean {
  return repository === '' || /^\.\.(?:\/|$)/.test(repository);
}

/** A path in the repository's top folder, to look up the policy that holds there. */
export function insideOf(repository: string): string {
  return isAround(repository) ? '' : `${repository}/.git`;
}
