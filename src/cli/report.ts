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
  reviewOf,
  type Severity,
} from '../core';
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

/** The review as `report --format` asks for it. */
export function printReview({ tree, work, findings, today }: Snapshot, format: string): string {
  const review = reviewOf({ tree, work, findings, today });
  return format === 'json' ? reviewJson(review) : reviewMarkdown(review);
}

/** From the nearest folder with a `.git` down to this one, with `/`; '' at the top and without a repository. */
function pathInRepository(folder: string): string {
  for (let top = folder; ; top = path.dirname(top)) {
    if (fs.existsSync(path.join(top, '.git'))) return path.relative(top, folder).split(path.sep).join('/');
    if (path.dirname(top) === top) return '';
  }
}
