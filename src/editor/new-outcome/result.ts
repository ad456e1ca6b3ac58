import { freeId, idFromTitle, type NewMetric, type NewOutcome, type NewOutput } from '../../core';
import { quantity, type Measure } from './meanings';
import { answerTo, rejectedOf, type Wizard } from './wizard';

/** What the answers so far say, as it is to be written. `taken` are the ids in use, in lower case. */
export function resultOf(
  wizard: Pick<Wizard, 'answers' | 'skipped'>,
  taken: ReadonlySet<string>,
): NewOutcome {
  const used = new Set(taken);
  const take = (wanted: string): string => {
    const id = freeId(wanted, used);
    used.add(id.toLowerCase());
    return id;
  };
  const answer = (step: Parameters<typeof answerTo>[1]) => answerTo(wizard, step) || undefined;
  const id = answer('id') ?? take(proposedId(wizard));
  used.add(id.toLowerCase());
  const metric = metricOf(wizard, take);
  const outputs = outputsOf(wizard, take);
  return {
    id,
    title: answerTo(wizard, 'title'),
    why: answer('why'),
    owner: answer('owner'),
    due: answer('due'),
    metrics: metric === null ? undefined : [metric],
    outputs: outputs.length === 0 ? undefined : outputs,
  };
}

/** The id that is proposed for the title, before it is made free. */
export function proposedId(wizard: Pick<Wizard, 'answers' | 'skipped'>): string {
  return idFromTitle(answerTo(wizard, 'title')) || 'outcome';
}

/** What was answered of the metric before its target. */
export function measureOf(wizard: Pick<Wizard, 'answers' | 'skipped'>): Measure {
  return {
    title: answerTo(wizard, 'metric'),
    unit: answerTo(wizard, 'unit'),
    baseline: answerTo(wizard, 'baseline'),
  };
}

function metricOf(
  wizard: Pick<Wizard, 'answers' | 'skipped'>,
  take: (wanted: string) => string,
): NewMetric | null {
  const { title, unit, baseline } = measureOf(wizard);
  if (title === '') return null;
  const hasTarget = answerTo(wizard, 'target') !== '';
  return {
    id: take(idFromTitle(title) || 'metric'),
    title,
    unit: unit || undefined,
    baseline: baseline === '' ? undefined : quantity(baseline),
    ...(hasTarget ? wizard.answers.meaning?.fields : {}),
  };
}

/** One output is planned. Of several the chosen ones are, and the others were rejected for the first of them. */
function outputsOf(
  wizard: Pick<Wizard, 'answers' | 'skipped'>,
  take: (wanted: string) => string,
): NewOutput[] {
  const { outputs, rejected } = wizard.answers;
  const ids = outputs.map((title) => take(idFromTitle(title) || 'output'));
  const chosen = outputs.findIndex((title) => !rejected.includes(title));
  const lost = rejectedOf(wizard.answers);
  return outputs.map((title, i) => {
    const id = ids[i]!;
    if (chosen < 0 && outputs.length > 1) return { id, title, status: 'proposed' };
    if (!lost.includes(title)) return { id, title, status: 'planned' };
    const tradeOff = answerTo(wizard, `trade-off:${title}`) || undefined;
    return { id, title, status: 'rejected', instead: ids[chosen]!, 'trade-off': tradeOff };
  });
}
