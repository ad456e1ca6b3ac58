import { shown } from '../outcomes/phrases';
import type { OutcomeTree, Policy } from '../outcomes/model';
import type { Finding, Severity } from '../rules/finding';
import { rules } from '../rules/table';
import { line, type Line } from './model';
import { policyPlace } from './policy-places';

/** How a severity came about: the rule's own, the policy's, and what older work gets. */
export interface Origin {
  readonly code: string;
  /** What it came to. */
  readonly severity: Severity | 'off';
  readonly policy: Policy;
  /** The finding is about work from before the base, to which the policy's `existing` applies. */
  readonly isOlder: boolean;
}

export function severityOrigin({ code, severity, policy, isOlder }: Origin, tree: OutcomeTree): Line[] {
  const own = rules.find((rule) => rule.code === code)?.severity;
  const stated = policy.rules.get(code);
  const lines: Line[] = [];
  if (own !== undefined)
    lines.push(line(`The rule ${shown(code)} is ${named(own)} unless a policy says otherwise.`));
  lines.push(
    stated === undefined
      ? line(`The policy's rules do not name it.`)
      : line(`The policy's rules set it to ${shown(stated)}.`, policyPlace(tree, policy, 'rules', code)),
  );
  const before = stated ?? own;
  if (!isOlder || before === 'off') return lines;
  const place = policyPlace(tree, policy, 'existing');
  const by = place === null ? 'by default' : 'by the policy';
  lines.push(
    policy.existing === 'same'
      ? line(`Older work gets the same as new work, by the policy's existing.`, place)
      : line(
          `Older work gets ${severity === 'off' ? 'nothing' : named(severity)} instead: existing is ` +
            `${shown(policy.existing)} ${by}.`,
          place,
        ),
  );
  return lines;
}

/** `an error`, `a warning`. */
function named(severity: Severity | 'off'): string {
  if (severity === 'off') return 'off';
  if (severity === 'info') return 'an information';
  return severity === 'error' ? 'an error' : `a ${severity}`;
}

export function flaggedAs({ code, severity, message }: Finding): Line {
  return line(`Flagged as ${code}, ${named(severity)}: ${message}`);
}
