import { type Review, reviewHtml } from '../core';
import { readFrame } from '../node/review-frame';

/** The review as one HTML file. A module of its own: what draws is a third of the command, and only this needs it. */
export function printHtml(review: Review, note: string | null): string {
  return reviewHtml(review, readFrame(__dirname), note);
}
