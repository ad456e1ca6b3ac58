import type { Node } from './document';
import { checkGlob } from './globs';
import type { Policy } from './model';
import type { Reader } from './reader';

import { policyFields } from './schema';
import { DEFAULT_POLICY } from './tree';
import { RULE_CODES } from './codes';

/** Reads a `policy`; what it does not state, or states in an unusable way, is as in the default policy. */
export function readPolicy(reader: Reader, node: Node, dir: string): Policy | null {
  const map = reader.mapping(node, 'a policy', policyFields);
  if (map === null) return null;
  const glob = checkGlob(reader);
  const rules = map.node('rules');
  const tags = map.texts('tags');
  const exempt = map.texts('exempt-branches', glob);
  return {
    dir,
    tags: tags.length > 0 ? [...new Set(tags)] : DEFAULT_POLICY.tags,
    mentions: map.value('mentions') ?? DEFAULT_POLICY.mentions,
    ignore: map.texts('ignore', glob),
    base: map.text('base'),
    existing: map.value('existing') ?? DEFAULT_POLICY.existing,
    exemptBranches:
      exempt.length > 0 || map.isList('exempt-branches') ? exempt : DEFAULT_POLICY.exemptBranches,
    commitsSince: map.day('commits-since', 'day'),
    rules: rules === null ? new Map() : readRules(reader, rules),
    at: map.at,
  };
}

function readRules(reader: Reader, node: Node): Policy['rules'] {
  const shape = Object.fromEntries(RULE_CODES.map((code) => [code, policyFields.rules.def.valueType]));
  const map = reader.mapping(node, 'the table of rules', shape);
  const severities = RULE_CODES.map((code) => [code, map?.value(code) ?? null] as const);
  return new Map(severities.flatMap(([code, severity]) => (severity === null ? [] : [[code, severity]])));
}
