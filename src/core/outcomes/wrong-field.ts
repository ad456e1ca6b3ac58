/** What is said of a field that cannot be used, and what to write in its place. */
import type * as z from 'zod/mini';
import type { Node } from './document';
import { isReserved } from './id';
import type { SuggestedValue, Suggestion } from './model';
import { nearestName } from './nearest';
import { joined, oneOf, shown } from './phrases';

/** What to say of a field that is not known. */
export function unknownField(name: string, what: string, known: readonly string[]): string {
  if (name === '<<') return 'Merge keys (`<<`) are not part of YAML 1.2. Write the fields out.';
  if (/^\d+$/.test(name))
    return `${shown(name)} is no field. A decimal is written with a point; a comma starts the next field here.`;
  const near = nearestField(name, known);
  const hint =
    near === null ? `It may have ${joined(known.map(shown), 'and')}.` : `Did you mean ${shown(near)}?`;
  return `${sentence(what)} has no field ${shown(name)}. ${hint}`;
}

/** The known field that was probably meant. */
export function nearestField(name: string, known: readonly string[]): string | null {
  return name === '<<' || /^\d+$/.test(name) ? null : nearestName(name, known);
}

/** The value that `explain` names, as it is to be written. */
export function choicesFor(node: Node, issue: z.core.$ZodIssue | undefined): Suggestion[] {
  const quoted = quotedNumber(node, issue);
  if (quoted !== null) return [instead(Number(quoted))];
  if (issue?.code !== 'invalid_value' || node.kind !== 'scalar') return [];
  const written = nearestName(node.source, issue.values.map(String));
  const meant = issue.values.find((value) => String(value) === written);
  return typeof meant === 'string' || typeof meant === 'number' ? [instead(meant)] : [];
}

/** To write this value in place of another. */
export function instead(value: SuggestedValue): Suggestion {
  return { kind: 'value', value };
}

/** The same, where there is one. */
export function insteadIf(value: string | null): Suggestion[] {
  return value === null ? [] : [instead(value)];
}

/** Why a value cannot be used. */
export function explain(name: string, node: Node, issue: z.core.$ZodIssue | undefined): string {
  const quoted = quotedNumber(node, issue);
  if (quoted !== null) return asText(name, quoted);
  const written =
    node.kind === 'scalar' ? (node.source.trim() === '' ? 'empty' : shown(node.source)) : kindOf(node);
  if (issue?.code === 'invalid_value') {
    const values = issue.values.map(String);
    if (node.kind === 'scalar' && values.includes(node.source)) {
      return asText(name, node.source);
    }
    const near = node.kind === 'scalar' ? nearestName(node.source, values) : null;
    const expected = values.length === 1 ? shown(values[0]!) : `one of ${oneOf(values)}`;
    return `\`${name}\` is ${written}; it must be ${expected}.${near === null ? '' : ` Did you mean ${shown(near)}?`}`;
  }
  return `\`${name}\` is ${written}; it must be ${issue === undefined ? 'a single value' : issue.message}.`;
}

/** The text of a plain number that would do without its quotes. */
function quotedNumber(node: Node, issue: z.core.$ZodIssue | undefined): string | null {
  if (node.kind !== 'scalar' || issue?.code !== 'invalid_type' || issue.expected !== 'number') return null;
  return typeof node.value === 'string' && /^\d+(\.\d+)?$/.test(node.value) ? node.value : null;
}

function asText(name: string, text: string): string {
  return `\`${name}\` is the text ${shown(text)}; write it without quotes.`;
}

/** What a node is, to be said of it. */
export function kindOf(node: Node): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a mapping';
  return node.value === null || node.source.trim() === ''
    ? 'empty'
    : `the single value ${shown(node.source)}`;
}

/** An id made of the words of one that breaks the rules. */
export function suggestId(id: string): string | null {
  const words = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /[a-z]/.test(words) && words.length <= 60 && !isReserved(words) ? words : null;
}

/** With a capital. */
export function sentence(what: string): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}
