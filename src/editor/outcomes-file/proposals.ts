import type { Day, FileContext, KeyContext, ValueContext } from '../../core';
import { likelyDays } from './days';
import type { Field, Fields } from './schema';
import { blockEntry, entryName, flowEntry } from './skeletons';

/** Something to type at a place of an outcomes.yml. */
export interface Proposal {
  readonly kind: 'field' | 'value' | 'day' | 'skeleton';
  readonly label: string;
  /** Beside the label. */
  readonly note: string;
  /** A sentence or two on what it means. */
  readonly about: string;
  /** What replaces the word, as a snippet; lines after the first have their indentation. */
  readonly insert: string;
  /** What is typed to find it. */
  readonly filter: string;
  /** True when there is something to choose at its end. */
  readonly again: boolean;
  /** True when the spaces before the word go. */
  readonly tight: boolean;
}

export interface ProposalOptions {
  readonly fields: Fields;
  readonly today: Day;
  /** How much deeper than their key lists begin. */
  readonly listIndent: number;
  /** True when another extension completes by the schema: then only what no schema can know. */
  readonly schemaIsServed: boolean;
}

/** What can be typed at a place, in the order in which a file has it. Ids of others are not among it. */
export function proposalsAt(context: FileContext, options: ProposalOptions): Proposal[] {
  return context.place === 'key' ? fieldsAt(context, options) : valuesAt(context, options);
}

function fieldsAt(context: KeyContext, options: ProposalOptions): Proposal[] {
  const present = new Set(context.present);
  return options.fields[context.container]
    .filter(({ name }) => !present.has(name))
    .flatMap((field) => fieldProposal(field, context, options));
}

function fieldProposal(field: Field, context: KeyContext, options: ProposalOptions): Proposal[] {
  const { name, about, shape } = field;
  const isBare = context.colon || context.quote !== '';
  const isSkeleton = shape === 'maps' && !isBare;
  if (options.schemaIsServed && !isSkeleton) return [];
  const { text, again } = isBare ? { text: name, again: false } : fieldText(field, context, options);
  return [
    {
      kind: isSkeleton ? 'skeleton' : 'field',
      label: isSkeleton && options.schemaIsServed ? `${name} with a first ${entryName(name)}` : name,
      note: '',
      about,
      insert: before(context) + text,
      filter: name,
      again,
      tight: false,
    },
  ];
}

/** The field with its colon, and what is wanted next. */
function fieldText(
  field: Field,
  { container, style, column }: KeyContext,
  { today, listIndent }: ProposalOptions,
): { readonly text: string; readonly again: boolean } {
  const { name, shape, values } = field;
  const isFlow = style === 'flow';
  const [only] = values;
  if (values.length === 1) return { text: `${name}: ${only!}$0`, again: false };
  if (shape === 'maps')
    return {
      text: isFlow
        ? `${name}: [${flowEntry(name, today)}]`
        : `${name}:\n${' '.repeat(column + listIndent)}${blockEntry(name, column + listIndent, today)}`,
      again: false,
    };
  if (shape === 'map') {
    const isShort = isFlow || name === 'rules';
    return { text: isShort ? `${name}: { $0 }` : `${name}:\n${' '.repeat(column + 2)}$0`, again: true };
  }
  if (shape === 'texts') return { text: `${name}: [$0]`, again: name === 'serves' };
  // YAML takes a bare @ for a sign of its own.
  if (name === 'owner') return { text: `${name}: "$0"`, again: false };
  const isChoice = values.length > 0 || likelyDays(name, today).length > 0;
  return { text: `${name}: $0`, again: isChoice || (container === 'output' && name === 'instead') };
}

function valuesAt(context: ValueContext, options: ProposalOptions): Proposal[] {
  const { container, key, stands, style } = context;
  const field = options.fields[container].find(({ name }) => name === key);
  if (field === undefined) return [];
  if (field.shape === 'maps') return entrySkeleton(context, options);
  if (field.shape === 'texts')
    return stands === 'behind' ? [skeleton(context, `${key}: […]`, '[$0]', key === 'serves')] : [];
  if (field.shape === 'map')
    return stands === 'behind' && style === 'flow' ? [skeleton(context, `${key}: {…}`, '{ $0 }', true)] : [];
  if (stands === 'entry') return [];
  const days = likelyDays(key, options.today).map(({ day, about }) =>
    value(context, 'day', day, about, field.about),
  );
  const values = options.schemaIsServed
    ? []
    : field.values.map((text) => value(context, 'value', text, '', field.about));
  return [...days, ...values];
}

/** A first entry of a list of mappings, or a further one. */
function entrySkeleton(context: ValueContext, { today, listIndent }: ProposalOptions): Proposal[] {
  const { key, stands, style, column } = context;
  const label = `new ${entryName(key)}`;
  if (style === 'flow') {
    const entry = flowEntry(key, today);
    return [skeleton(context, label, stands === 'entry' ? entry : `[${entry}]`, false)];
  }
  if (stands === 'below') return [skeleton(context, label, blockEntry(key, column, today), false)];
  const dash = column + listIndent;
  const text = `\n${' '.repeat(dash)}${blockEntry(key, dash, today)}`;
  return stands === 'behind' ? [{ ...skeleton(context, label, text, false), insert: text, tight: true }] : [];
}

function skeleton(context: ValueContext, label: string, text: string, again: boolean): Proposal {
  const filter = context.typed === '' ? label : context.typed;
  return {
    kind: 'skeleton',
    label,
    note: '',
    about: '',
    insert: before(context) + text,
    filter,
    again,
    tight: false,
  };
}

function value(
  context: ValueContext,
  kind: Proposal['kind'],
  text: string,
  note: string,
  about: string,
): Proposal {
  return {
    kind,
    label: text,
    note,
    about,
    insert: before(context) + text,
    filter: text,
    again: false,
    tight: false,
  };
}

function before({ space }: FileContext): string {
  return space ? ' ' : '';
}
