import * as z from 'zod/mini';
import { RULE_CODES } from './codes';
import { ID, ID_RULE, LONGEST_ID } from './id';

/**
 * Every key that an outcomes.yml may have: the one definition that the reader checks values against and that the JSON
 * Schema, hovers and the README's table come from. An `error` text says what is expected, to go after "it must be".
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_OR_PERIOD = /^\d{4}-(?:\d{2}(?:-\d{2})?|[Qq][1-4])$/;

const idText = z.string({ error: ID_RULE }).check(z.maxLength(LONGEST_ID, ID_RULE), z.regex(ID, ID_RULE));
/** YAML reads `2026` as a number; as a title it is text all the same. */
const someText = z.union([z.string().check(z.regex(/\S/, 'some text')), z.number()], { error: 'some text' });
const someTexts = z.array(someText, { error: 'a list of texts, such as [first, second]' });
const globs = z.array(someText, { error: 'a list of globs, such as [services/voice/**]' });
const references = z.array(someText, { error: 'a list of ids, such as [lower-cost]' });
const dayText = z
  .string({ error: 'a day such as 2026-12-31' })
  .check(z.regex(DAY, 'a day such as 2026-12-31'));
const periodText = z
  .string({ error: 'a day 2026-12-31, a month 2026-12 or a quarter 2026-Q4' })
  .check(z.regex(DAY_OR_PERIOD, 'a day 2026-12-31, a month 2026-12 or a quarter 2026-Q4'));
const quantity = z.union([z.number(), z.string()], { error: 'a number such as 500, 9.5 or "9.5%"' });

export const policyFields = {
  tags: about(someTexts, 'The words that make a comment a piece of work.', [
    'TODO',
    'FIXME',
    'HACK',
    'XXX',
    'BUG',
  ]),
  mentions: about(
    z.enum(['marker', 'any']),
    'marker (default): a tag counts at the start of a comment or of its line, or before : ( [. any: every tag word in a comment counts.',
  ),
  ignore: about(
    globs,
    "Files whose comments are not searched, on top of git's ignore rules. Relative to this file.",
    ['vendor/**', '**/*.min.js'],
  ),
  base: about(
    someText,
    "New work is what came after the merge base with this revision. Default: the remote's HEAD, else main or master.",
    'origin/main',
  ),
  existing: about(
    z.enum(['hint', 'off', 'same']),
    'What older TODOs without a why get: hint (default), off, or the same as new ones.',
  ),
  'exempt-branches': about(globs, 'Branches that are never asked for a why.', [
    'main',
    'master',
    'release/**',
    'dependabot/**',
    'renovate/**',
  ]),
  'commits-since': about(dayText, 'Older commits are never asked for a why.', '2026-01-01'),
  rules: about(
    z.partialRecord(z.enum(RULE_CODES), z.enum(['off', 'hint', 'info', 'warning', 'error'])),
    'The severity of a rule, by its code; rules that are not named keep their default.',
    { 'todo-without-why': 'warning', 'vanity-metric': 'off' },
  ),
};

export const checkInFields = {
  date: about(dayText, 'The day of the measurement.', '2026-11-16'),
  value: about(quantity, 'What was measured, in the unit of the metric.', 90),
  confidence: about(
    z.enum(['on-track', 'at-risk', 'off-track']),
    'Whether those who do the work believe that the target will be reached.',
  ),
  note: about(someText, 'What lies behind the value.', 'First sites are live'),
};

export const metricFields = {
  id: about(idText, 'Names the metric, as for a check-in. Unique in the whole tree.', 'desk-calls'),
  title: about(someText, 'What is measured.', 'Service desk calls'),
  unit: about(someText, 'What the numbers count.', 'calls/week'),
  goal: about(
    z.enum(['increase', 'decrease', 'at-least', 'at-most', 'between']),
    'Which way is better. Inferred from baseline and target if absent. at-least, at-most and between are kept, not reached.',
  ),
  baseline: about(quantity, 'The value before the work began.', 120),
  target: about(
    z.union([quantity, z.array(quantity)], {
      error: 'a number such as 500, 9.5 or "9.5%", or two of them for `goal: between`',
    }),
    'The value to reach or keep; a list of two for between.',
    60,
  ),
  change: about(
    quantity,
    'In place of a target, the change from the baseline: +20% of it, -40 in its unit, or +2pp (percentage points).',
    '+20%',
  ),
  source: about(
    someText,
    'Where the numbers come from: text or a link. Never fetched, never executed.',
    'https://grafana.example/d/desk',
  ),
  'check-ins': about(
    z.array(z.strictObject(partly(checkInFields, ['date', 'value']))),
    'The dated measurements.',
  ),
};

export const outputFields = {
  id: about(idText, 'Names the output in links; a link to it leads to its outcome.', 'voip'),
  title: about(someText, 'What is delivered.', 'Deploy VoIP over fibre'),
  status: about(
    z.enum(['proposed', 'planned', 'in-progress', 'shipped', 'rejected']),
    'How far it is. Default: planned.',
  ),
  shipped: about(dayText, 'The day it shipped.', '2026-10-20'),
  instead: about(someText, 'The output that was chosen in place of this one.', 'voip'),
  'trade-off': about(
    someText,
    'What choosing, or not choosing, it costs.',
    'A few more years at most; cost and disruption come later',
  ),
  serves: about(references, 'Further outcomes that it contributes to.', ['lower-cost']),
  element: about(
    z.enum(['people', 'process', 'technology']),
    'What it changes. Outcomes rarely come from one of the three alone.',
  ),
};

export const outcomeFields = {
  id: about(
    idText,
    'Names the outcome in links. Unique in the whole tree, without regard to case.',
    'reliable-voice',
  ),
  title: about(
    someText,
    'The change that is wanted, and for whom; not what is delivered to get there.',
    'Customers keep reliable voice services after the switch-off',
  ),
  why: about(
    someText,
    'Why the change matters.',
    'The analogue network is withdrawn; an interim fix only delays the upgrade',
  ),
  owner: about(
    someText,
    'Who answers for it. Holds for the outcomes below unless they name one.',
    '@voice-team',
  ),
  start: about(
    periodText,
    'When work on it begins: a day, a month 2026-12 or a quarter 2026-Q4.',
    '2026-01-05',
  ),
  due: about(
    periodText,
    'When it is to be reached: a day, a month 2026-12 or a quarter 2026-Q4. Inherited by the outcomes below.',
    '2026-12-31',
  ),
  status: about(
    z.enum(['draft', 'active', 'achieved', 'missed', 'dropped']),
    'What was decided about it. Default: active.',
  ),
  'check-in': about(
    z.enum(['weekly', 'fortnightly', 'monthly', 'quarterly', 'never']),
    'How often its metrics are to be measured.',
  ),
  weight: about(
    z.number({ error: 'a number from 0 on' }).check(z.gte(0, 'a number from 0 on')),
    "How much it counts in its parent's progress. Default: 1.",
    1,
  ),
  paths: about(
    globs,
    'Work below these paths serves this outcome unless it says otherwise. Relative to this file.',
    ['services/voice/**'],
  ),
  branches: about(globs, 'Work on these branches serves this outcome unless it says otherwise.', ['voip/**']),
  assumptions: about(someTexts, 'What has to hold for the outputs to lead to the outcome.', [
    'Suppliers can deliver fibre to 90 % of the sites',
  ]),
  effect: about(
    z.enum(['adverse']),
    'adverse marks a known bad side effect of a choice, kept in sight so that it stays small. A target above the baseline is the most that is accepted.',
  ),
  metrics: about(z.array(z.strictObject(partly(metricFields, []))), 'How the change is measured.'),
  outputs: about(z.array(z.strictObject(partly(outputFields, []))), 'The things delivered to get there.'),
  outcomes: about(
    z.array(z.lazy((): z.ZodMiniType => outcome)),
    'Smaller outcomes that this one is made of, to any depth.',
  ),
};

const outcome = z.strictObject(partly(outcomeFields, ['id', 'title'])).check(z.meta({ id: 'outcome' }));

export const fileFields = {
  version: about(z.literal(1), 'The version of this format.'),
  title: about(someText, 'What the file is about.', 'Voice migration'),
  policy: about(
    z.strictObject(partly(policyFields, [])),
    'What the team agreed on; the same in the editor and in CI. Holds for the folder of this file and below.',
  ),
  outcomes: about(z.array(z.lazy((): z.ZodMiniType => outcome)), 'The changes that the team wants.'),
};

/** The JSON Schema (draft-07) of outcomes.yml, as editors' YAML support understands it. */
export function jsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(z.strictObject(partly(fileFields, ['version'])), {
    target: 'draft-7',
    override: ({ jsonSchema: made }) => {
      // A key that only limits keys is not understood by completion; listing them as properties is.
      const { propertyNames, additionalProperties } = made;
      if (typeof propertyNames !== 'object' || !Array.isArray(propertyNames.enum)) return;
      made.properties = Object.fromEntries(
        propertyNames.enum.map((name) => [String(name), structuredClone(additionalProperties!)]),
      );
      made.additionalProperties = false;
      delete made.propertyNames;
    },
  });
  return {
    $schema,
    title: 'Outcomes',
    description: 'The outcomes a team wants, and how it measures them.',
    ...schema,
  };
}

/** The description of a field, for hovers and tables. */
export function describe(field: z.core.$ZodType): string {
  return z.globalRegistry.get(field)?.description ?? '';
}

function about<T extends z.ZodMiniType>(schema: T, description: string, example?: unknown): T {
  return schema.check(z.meta(example === undefined ? { description } : { description, examples: [example] }));
}

/** The same fields, all but the named ones optional. */
function partly<S extends Record<string, z.ZodMiniType>>(
  fields: S,
  required: readonly (keyof S)[],
): z.core.$ZodLooseShape {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      required.includes(name) ? field : z.optional(field),
    ]),
  );
}
