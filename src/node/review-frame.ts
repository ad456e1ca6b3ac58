import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { FileFrame } from '../core';

/** The style sheet and the script of the review page, from the folder that the build writes. */
export function readFrame(dist: string): FileFrame {
  const [style, script] = ['review.css', 'review.js'].map((file) =>
    fs.readFileSync(path.join(dist, file), 'utf8').trimEnd(),
  ) as [string, string];
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) };
}

/** As a content security policy names what may run: https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
