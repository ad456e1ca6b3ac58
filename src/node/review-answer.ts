import { reviewHtml, reviewMarkdown, reviewParts } from '../core';
import type { ReviewAnswer, ReviewQuery } from '../workspace/review';
import type { Snapshot } from '../workspace/snapshot';
import { reviewSnapshot, type ReviewContext } from './review';
import { readFrame } from './review-frame';

/** The review as it was asked for. `dist` is where the build put the page's style sheet and script. */
export async function answerReview(
  snapshot: Snapshot,
  { since, note, as }: ReviewQuery,
  { dist, ...context }: ReviewContext & { readonly dist: string },
): Promise<ReviewAnswer> {
  const review = await reviewSnapshot(snapshot, since, context);
  const { today } = review;
  switch (as) {
    case 'parts':
      return { today, parts: reviewParts(review, { places: 'open', note }), text: '' };
    case 'html':
      return { today, parts: [], text: reviewHtml(review, readFrame(dist), note) };
    case 'markdown':
      return { today, parts: [], text: reviewMarkdown(review) };
  }
}
