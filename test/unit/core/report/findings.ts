import fc from 'fast-check';
import type { Finding, Severity } from '../../../../src/core/rules/finding';
import { rules } from '../../../../src/core/rules/table';
import type { MachineOptions } from '../../../../src/core/report/machine';
import { treeOf } from '../../../support/tree';
import { anyCharacter } from '../../../support/any-character';

/** What breaks out of one format or another, or shows something else than is there. */
const HOSTILE = [
  '<script>alert(1)</script>',
  ']]>',
  '<!--',
  '&amp;',
  '"',
  "'",
  '`',
  '\u0000',
  '\u0008',
  '\u001b[31m',
  '\u202e',
  '\u2028',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '\r\n',
  '\n::error::x',
  '::set-output name=a::b',
  '##[error]',
  '%0A',
  '%',
  ',',
  ':',
  ' ',
  '[x](1)',
  '](command:run)',
  '{0}',
  '\\',
  '/../',
  '#',
  '?',
  'é',
];

export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: anyCharacter })), { maxLength: 6 })
  .map((parts) => parts.join(''));

const range = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(3), fc.nat(9)).map(([line, character, down, right]) => ({
  start: { line, character },
  end: { line: line + down, character: down === 0 ? character + right : right },
}));

const subject: fc.Arbitrary<Finding['subject']> = fc.oneof(
  fc.record({ kind: fc.constant('file' as const), file: hostileText, range }),
  fc.record({ kind: fc.constant('branch' as const), repository: hostileText, branch: hostileText }),
  fc.record({ kind: fc.constant('commit' as const), repository: hostileText, commit: hostileText }),
);

/** Findings with hostile text wherever somebody writes, or could have written, text. */
export const hostileFindings: fc.Arbitrary<Finding[]> = fc.array(
  fc.record({
    code: fc.constantFrom(...rules.map(({ code }) => code)),
    severity: fc.constantFrom<Severity>('error', 'warning', 'info', 'hint'),
    message: hostileText,
    subject,
    related: fc.array(fc.record({ file: hostileText, range, message: hostileText }), { maxLength: 2 }),
    outcome: fc.oneof(fc.constant(null), hostileText),
  }),
  { maxLength: 6 },
);

export function machineOptions(given: Partial<MachineOptions> = {}): MachineOptions {
  return {
    tree: treeOf('outcomes: []\n'),
    work: { todos: [], branches: [], commits: [] },
    today: '2026-11-22',
    version: '1.2.3',
    folder: '',
    failOn: 'warning',
    ...given,
  };
}

export function findingAt(file: string, given: Partial<Finding> = {}): Finding {
  return {
    code: 'todo-without-why',
    severity: 'warning',
    message: 'This TODO states no why.',
    subject: {
      kind: 'file',
      file,
      range: { start: { line: 2, character: 3 }, end: { line: 2, character: 7 } },
    },
    related: [],
    outcome: null,
    ...given,
  };
}
