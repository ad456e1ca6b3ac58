import type { Outcome } from '../outcomes/model';
import { everyOutcome } from '../outcomes/tree';
import {
  countedDeliverables,
  numberMismatches,
  readTitle,
  statesResult,
  vagueWord,
} from '../outcomes/wording';
import { goalSpan } from './goal-span';
import type { TreeContext, TreeProblem, TreeRule } from './rule';

/**
 * What titles and metrics say about themselves. Drafts are asked as well: a title is best changed before anything
 * hangs on it. What is achieved, missed or dropped keeps the words that it was pursued under.
 */
export const wordingRules: readonly TreeRule[] = [
  wordingRule(
    'output-as-outcome',
    'warning',
    'The title of an outcome names a thing to deliver, not a change.',
    outputAsOutcome,
  ),
  wordingRule(
    'outcome-as-output',
    'warning',
    'The title of an output states a measured change, not a thing to deliver.',
    outcomeAsOutput,
  ),
  wordingRule(
    'vanity-metric',
    'warning',
    'A metric counts deliverables: it grows with the work, whatever the work brings.',
    vanityMetric,
  ),
  wordingRule(
    'vague-outcome',
    'warning',
    'The title rests on a word that could mean anything, and no metric says what is meant.',
    vagueOutcome,
  ),
  wordingRule(
    'root-without-why',
    'warning',
    'An outcome at the top does not say why it matters.',
    rootWithoutWhy,
  ),
  wordingRule(
    'number-mismatch',
    'info',
    'A number in the title contradicts the baseline or the target of the metric.',
    numberMismatch,
  ),
];

type Found = Omit<TreeProblem, 'file' | 'outcome'>;
type Ask = (outcome: Outcome) => Iterable<Found>;

function wordingRule(code: string, severity: TreeRule['severity'], summary: string, ask: Ask): TreeRule {
  return {
    code,
    severity,
    family: 'wording',
    summary,
    *check({ tree }: TreeContext) {
      for (const outcome of everyOutcome(tree)) {
        if (outcome.status !== 'active' && outcome.status !== 'draft') continue;
        for (const problem of ask(outcome)) {
          yield { file: outcome.file, ...problem, ...(outcome.id === '' ? {} : { outcome: outcome.id }) };
        }
      }
    },
  };
}

function* outputAsOutcome(outcome: Outcome): Generator<Found> {
  const title = outcome.at.keys.get('title');
  const { verdict, reason } = readTitle(outcome.title);
  if (title === undefined || verdict !== 'output') return;
  yield {
    span: title.value,
    message: `This reads as an output: ${reason}. State the change it is to bring and for whom; list the delivery under \`outputs\`.`,
  };
}

function* outcomeAsOutput(outcome: Outcome): Generator<Found> {
  for (const output of outcome.outputs) {
    const title = output.at.keys.get('title');
    if (title === undefined || output.status === 'rejected' || !statesResult(output.title)) continue;
    yield {
      span: title.value,
      message: `This reads as an outcome: ${readTitle(output.title).reason}. Name what is delivered; make the change an outcome or a metric.`,
    };
  }
}

function* vanityMetric(outcome: Outcome): Generator<Found> {
  for (const metric of outcome.metrics) {
    // Fewer of them, or at most so many, is no boast.
    if (metric.goal === 'decrease' || metric.goal === 'at-most') continue;
    const counted = countedDeliverables(metric.title, metric.unit);
    if (counted === null) continue;
    yield {
      span: (metric.at.keys.get('title') ?? metric.at.keys.get('unit'))?.value ?? metric.at.self,
      message: `This metric counts deliverables (${counted}). Measure what they change for people, or move them to \`outputs\`.`,
    };
  }
}

function* vagueOutcome(outcome: Outcome): Generator<Found> {
  const title = outcome.at.keys.get('title');
  if (title === undefined || outcome.metrics.length > 0) return;
  const word = vagueWord(outcome.title);
  if (word === null || readTitle(outcome.title).verdict === 'output') return;
  yield {
    span: title.value,
    message: `'${word}' could mean anything, and no metric says what. Add one under \`metrics\`, or say what will be different for whom.`,
  };
}

function* rootWithoutWhy(outcome: Outcome): Generator<Found> {
  if (outcome.parent !== null || outcome.adverse || (outcome.why ?? '').trim() !== '') return;
  yield {
    span: outcome.at.self,
    message: 'Nothing says why this matters. Add `why`: what is lost if it does not come about.',
  };
}

function* numberMismatch(outcome: Outcome): Generator<Found> {
  const title = outcome.at.keys.get('title');
  if (title === undefined) return;
  for (const { metric, key, stated, instead } of numberMismatches(outcome.title, outcome.metrics)) {
    yield {
      span: title.value,
      message: `The title says ${stated}, but ${instead}. Make the two agree.`,
      related: [{ file: outcome.file, span: goalSpan(metric, key), message: 'The metric says otherwise.' }],
    };
  }
}
