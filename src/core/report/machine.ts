import type { OutcomeTree } from '../outcomes/model';
import type { Finding, Severity } from '../rules/finding';
import type { Work } from '../work/model';
import { isAround } from '../work/repository';

/** What the formats for other tools need besides the findings. */
export interface MachineOptions {
  readonly tree: OutcomeTree;
  readonly work: Work;
  readonly today: string;
  /** The version of this tool. */
  readonly version: string;
  /** The path of the folder in its repository, with `/` and no slash at the end; '' when it is the top. */
  readonly folder: string;
  /** The least severity that fails. */
  readonly failOn: Severity;
}

/** The path of a file from the top of the repository, as the tools that read these formats expect it. */
export function pathInRepository(file: string, { folder }: Pick<MachineOptions, 'folder'>): string {
  return folder === '' ? file : `${folder}/${file}`;
}

/** Where a finding without a file is: `branch NAME`, `commit ID`, with the repository where the folder holds several. */
export function nameOfSubject(subject: Exclude<Finding['subject'], { kind: 'file' }>): string {
  const name = subject.kind === 'branch' ? subject.branch : subject.commit.slice(0, 10);
  return `${subject.kind} ${name}${within(subject.repository)}`;
}

/** ` in REPOSITORY` for one inside of the folder, '' for the folder's own. */
export function within(repository: string): string {
  return isAround(repository) ? '' : ` in ${repository}`;
}
