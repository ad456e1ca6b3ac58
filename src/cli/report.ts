import fs from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import {
  type Day,
  type Finding,
  findingsGithub,
  findingsJson,
  findingsJunit,
  findingsSarif,
  findingsText,
  movedGoalposts,
  type Paint,
  reviewJson,
  reviewMarkdown,
  reviewOf,
  type Severity,
} from '../core';
import { createOutcomeHistory } from '../node/git/outcome-history';
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
  { tree, work, findings, today }: Snapshot,
  { format, folder, since, logger }: ReviewOptions,
): Promise<string> {
  const { signal } = new AbortController();
  const history = createOutcomeHistory(folder);
  const { versions, cut } = await history.versions(signal);
  if (cut) logger.warn(`only the newest ${versions.length} versions of the outcomes files are looked at`);
  const review = reviewOf({
    tree,
    work,
    findings,
    today,
    since: since === undefined ? null : await history.at(since, signal),
    goalposts: movedGoalposts(versions, firstCommits(work.commits)),
  });
  return format === 'json' ? reviewJson(review) : reviewMarkdown(review);
}

export interface ReviewOptions {
  readonly format: string;
  readonly folder: string;
  readonly since: string | undefined;
  readonly logger: Logger;
}

/** The day (UTC) of the first commit for each outcome and output, by id in lower case. */
function firstCommits(commits: Snapshot['work']['commits']): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const { time, links } of commits) {
    const day = new Date(time * 1000).toISOString().slice(0, 10);
    for (const { outcome, output } of links)
      for (const id of [outcome, ...(output === undefined ? [] : [output])]) {
        const known = first.get(id.toLowerCase());
        if (known === undefined || day < known) first.set(id.toLowerCase(), day);
      }
  }
  return first;
}

/** From the nearest folder with a `.git` down to this one, with `/`; '' at the top and without a repository. */
function pathInRepository(folder: string): string {
  for (let top = folder; ; top = path.dirname(top)) {
    if (fs.existsSync(path.join(top, '.git'))) return path.relative(top, folder).split(path.sep).join('/');
    if (path.dirname(top) === top) return '';
  }
}
