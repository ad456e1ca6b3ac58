import { createHash } from 'node:crypto';

/** The hooks that are set up, in the order in which git runs them. */
export const HOOKS = ['prepare-commit-msg', 'commit-msg'] as const;
export type HookName = (typeof HOOKS)[number];

/** The name under which a hook that was there before is kept, beside ours. */
export function keptName(name: HookName): string {
  return `${name}.before-outcomes`;
}

export interface ScriptOptions {
  /** Husky runs its files by `sh -e`, so that they need neither a first line nor the right to be executed. */
  readonly husky: boolean;
  /** The folder of the hooks was made for them, and goes with them. */
  readonly ownFolder: boolean;
}

/**
 * The hook as a POSIX sh script: runs the hook that was there before, then the command wherever it is found. Without
 * the command, or when that cannot run, the commit goes through with a line of warning.
 */
export function hookScript(name: HookName, { husky, ownFolder }: ScriptOptions): string {
  const what =
    name === 'commit-msg' ? 'the commit message was not checked' : 'no Outcome trailer was filled in';
  const before = husky
    ? ['if [ -f "$before" ]; then', '  sh -e "$before" "$@" || exit $?', 'fi']
    : ['if [ -x "$before" ]; then', '  "$before" "$@" || exit $?', 'fi'];
  const lines = [
    '#!/bin/sh',
    `${MARK} ${name}${husky ? ' husky' : ''}${ownFolder ? ' own-folder' : ''}`,
    '# Written by `outcomes hooks install`; `outcomes hooks uninstall` takes it away and puts back what was here',
    '# before. Leave it as it is: a file that was changed is neither replaced nor taken away.',
    '',
    'case $0 in',
    '  */*) here=${0%/*} ;;',
    '  *) here=. ;;',
    'esac',
    `before=$here/${keptName(name)}`,
    ...before,
    '',
    'if command -v outcomes >/dev/null 2>&1; then',
    `  set -- outcomes ${name} "$@"`,
    'elif [ -x node_modules/.bin/outcomes ]; then',
    `  set -- node_modules/.bin/outcomes ${name} "$@"`,
    'elif command -v npx >/dev/null 2>&1 && npx --no-install outcomes --version </dev/null >/dev/null 2>&1; then',
    `  set -- npx --no-install outcomes ${name} "$@"`,
    'else',
    `  echo 'outcomes: the command is not found, so ${what}; put \`outcomes\` on the PATH, or run \`outcomes hooks uninstall\`' >&2`,
    '  exit 0',
    'fi',
    '',
    'code=0',
    '"$@" </dev/null || code=$?',
    'case $code in',
    '  0 | 1) exit "$code" ;;',
    '  2) ;; # it has said why it could not run',
    `  *) echo "outcomes: the command ended with $code, so ${what}" >&2 ;;`,
    'esac',
    'exit 0',
  ];
  const text = `${lines.join('\n')}\n`;
  return `${text}${SUM}${sumOf(text)}\n`;
}

/** What a file is to us: our hook as written, ours but changed since, or somebody else's; its options when it is ours. */
export function readScript(
  text: string,
): { readonly kind: 'ours'; readonly options: ScriptOptions } | { readonly kind: 'changed' | 'foreign' } {
  // Git may have turned line ends where the folder is tracked.
  const even = text.replaceAll('\r\n', '\n');
  const first = even.split('\n', 2)[1] ?? '';
  if (!first.startsWith(`${MARK} `)) return { kind: even.includes(`\n${MARK} `) ? 'changed' : 'foreign' };
  const end = even.lastIndexOf(SUM);
  const isWhole = end > 0 && even.slice(end) === `${SUM}${sumOf(even.slice(0, end))}\n`;
  if (!isWhole) return { kind: 'changed' };
  const words = first.split(' ');
  return {
    kind: 'ours',
    options: { husky: words.includes('husky'), ownFolder: words.includes('own-folder') },
  };
}

const MARK = '# outcomes-hook';
const SUM = '# sha256 ';

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
