import fs from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import {
  type Finding,
  findingsGithub,
  findingsJson,
  findingsJunit,
  findingsSarif,
  findingsText,
  type Paint,
  reviewJson,
  reviewMarkdown,
  type Severity,
} from '../core';
import type { FullOutcomeHistory } from '../node/git/outcome-history';
import { reviewSnapshot } from '../node/review';
import type { Logger } from '../workspace/ports';
import type { Snapshot } from '../workspace/snapshot';

export interface FindingsOptions {
  readonly format: string;
  readonly folder: string;
  readonly failOn: Severity;
  readonly paint: Paint;
}

/** The findings as `check --format` asks for them. */
export function printFindings(
  findings: readonly Finding[],
  { tree, work, today }: Snapshot,
  { format, folder, failOn, paint }: FindingsOptions,
): string {
  switch (format) {
    case 'json':
      return findingsJson(findings);
    case 'sarif':
    case 'github':
    case 'junit': {
      const options = { tree, work, today, version, failOn, folder: pathInRepository(folder) };
      if (format === 'github') return findingsGithub(findings, options);
      return format === 'sarif' ? findingsSarif(findings, options) : findingsJunit(findings, options);
    }
    default:
      return findingsText(findings, paint);
  }
}

/** The review as `report --format` asks for it, with what git knows of the outcomes files. */
export async function printReview(
  snapshot: Snapshot,
  { format, history, since, logger }: ReviewOptions,
): Promise<string> {
  const { signal } = new AbortController();
  const review = await reviewSnapshot(snapshot, since ?? null, { history, logger, signal });
  if (format === 'html')
    return (await import('./report-html')).printHtml(review, snapshot.repository === null ? NO_GIT : null);
  return format === 'json' ? reviewJson(review) : reviewMarkdown(review);
}

const NO_GIT =
  'There is no git repository here: branches, commits, changes and moved goalposts are not known, and every TODO counts as new.';

export interface ReviewOptions {
  readonly format: string;
  readonly history: FullOutcomeHistory;
  readonly since: string | undefined;
  readonly logger: Logger;
}

/** From the nearest folder with a `.git` down to this one, with `/`; '' at the top and without a repository. */
function pathInRepository(folder: string): string {
  for (let top = folder; ; top = path.dirname(top)) {
    if (fs.existsSync(path.join(top, '.git'))) return path.relative(top, folder).split(path.sep).join('/');
    if (path.dirname(top) === top) return '';
  }
}
