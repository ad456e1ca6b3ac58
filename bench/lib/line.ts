/** One line of the table: what was asked, what came out, and beside what. */
export interface Line {
  /** What was measured. */
  readonly what: string;
  /** What it has to be, in words; '' for what is shown for comparison. */
  readonly goal: string;
  /** The median, with its unit. */
  readonly measured: string;
  /** With whom it is compared, and what they took or found. */
  readonly peer: string;
  /** Measured by the peer's, of the same round. */
  readonly ratio?: number;
  /** undefined where nothing is asked. */
  readonly met?: boolean;
  /** What stands in the way of a goal, told where it is missed; README.md has the profile that shows it. */
  readonly limit?: string;
}

/** As Markdown, so that it can be pasted where results are kept; in a terminal the columns stand straight. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['what', 'goal', 'measured', 'peer', 'ratio', 'met'],
    ...lines.map(({ what, goal, measured, peer, ratio, met, limit }) => [
      what,
      goal,
      measured,
      peer,
      ratio === undefined ? '' : spoken(ratio),
      met === undefined ? '' : met ? 'yes' : limit ? `NO: ${limit}` : 'NO',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const shown = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [shown[0], rule, ...shown.slice(1)].join('\n');
}

/** Two figures that count: 0.073, 0.56, 2.0, 35. */
function spoken(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio === 0 ? '0' : ratio.toPrecision(2);
}

/** Milliseconds with as many digits as count. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}
