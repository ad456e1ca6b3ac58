import type { TreeChange } from '../history/changes';
import type { MovedGoalpost } from '../history/goalposts';
import { plain, row } from './markdown-text';
import type { CoverageCount, Place, Review, ReviewOutcome, ReviewOutput, ReviewWork } from './review';

/** Longer lists end with how many more there are: a comment on GitHub holds 65,536 characters. */
const LONGEST_LIST = 20;
const LONGEST_TABLE = 100;

/** The review as GitHub-flavored Markdown for the comment of a pull request; nothing that people wrote is markup in it. */
export function reviewMarkdown(review: Review): string {
  const byKey = new Map(review.outcomes.map((outcome) => [outcome.key, outcome]));
  const name = (key: string): string => nameOf(byKey.get(key), key);
  const sections = [
    `# Outcomes on ${review.today}`,
    summary(review),
    section('Outcomes', outcomeTable(review.outcomes)),
    section(
      'Needs attention',
      list(review.attention, (each) => attention(each, name)),
    ),
    section(
      'Shipped, but not moved',
      list(review.shippedNotMoved, ({ message, place }) => `${at(place)}: ${plain(message)}`),
    ),
    section(review.since === null ? '' : `Changed since ${plain(review.since.ref)}`, [
      ...list(
        review.progressMade,
        ({ outcome, from, to, statusFrom, statusTo }) =>
          `${name(outcome)}: ${percent(from)} → ${percent(to)}${statusFrom === statusTo ? '' : `, ${words(statusFrom)} → ${words(statusTo)}`}`,
      ),
      ...list(review.changes, change),
    ]),
    section('Moved goalposts', list(review.goalposts, goalpost)),
    section(
      'Confidence against numbers',
      list(
        review.confidence.filter(({ difference }) => difference !== 0),
        ({ outcome, metric, stated, numbers, day }) => {
          const { id, title } = byKey.get(outcome)!.metrics[metric]!;
          return `${name(outcome)}, ${plain(title ?? id ?? 'a metric')}: said ${words(stated)} on ${day}, ${words(numbers)} by the numbers`;
        },
      ),
    ),
    section('Work without a why', withoutWhy(review)),
    section(
      'Why without work',
      list(
        review.withoutWork,
        ({ outcome, place }) => `${outcome === null ? '' : `${name(outcome)}, `}${at(place)}`,
      ),
    ),
    section(
      'Alternatives',
      list(review.alternatives, ({ outcome, chosen, proposed, rejected }) =>
        [
          name(outcome),
          ...[...chosen, ...proposed, ...rejected].map((output) => `  - ${alternative(output)}`),
        ].join('\n'),
      ),
    ),
    section(`From ${review.period.from} to ${review.period.to}`, period(review, name)),
    section('Work that states its why', coverage(review)),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function summary({ summary: { outcomes, byStatus } }: Review): string {
  const parts = Object.entries(byStatus).flatMap(([status, count]) =>
    count === 0 ? [] : [`${count} ${words(status)}`],
  );
  return `${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'}: ${parts.join(', ') || 'none'}.`;
}

function outcomeTable(outcomes: readonly ReviewOutcome[]): string[] {
  if (outcomes.length === 0) return [];
  const rows = outcomes
    .slice(0, LONGEST_TABLE)
    .map((outcome) =>
      row(
        `${'&nbsp;&nbsp;'.repeat(Math.min(outcome.depth, 10))}${nameOf(outcome, outcome.key)}`,
        words(outcome.status),
        percent(outcome.progress),
        percent(outcome.expected),
        `${outcome.coverage.measured} of ${outcome.coverage.of}`,
        outcome.due ?? '',
      ),
    );
  const more = outcomes.length - rows.length;
  return [
    row('outcome', 'status', 'progress', 'expected', 'measured', 'due'),
    row('---', '---', '--:', '--:', '--:', '---'),
    ...rows,
    ...(more > 0 ? ['', `And ${more} more.`] : []),
  ];
}

function attention(
  { outcome, status, findings }: Review['attention'][number],
  name: (key: string) => string,
): string {
  return [
    `**${words(status)}** ${name(outcome)}`,
    ...findings.slice(0, LONGEST_LIST).map(({ message, place }) => `  - ${plain(message)} (${at(place)})`),
  ].join('\n');
}

function withoutWhy({ withoutWhy: places, work }: Review): string[] {
  // What is new comes first: it is what somebody can still change today.
  const items = places.map((i) => work[i]!);
  return list([...items.filter(({ isNew }) => isNew), ...items.filter(({ isNew }) => !isNew)], workItem);
}

function workItem({ kind, text, place, tag, isNew, commit }: ReviewWork): string {
  if (place !== null) return `${at(place)}: ${isNew ? 'new ' : ''}${plain(tag ?? 'TODO')} ${plain(text)}`;
  return `${kind} ${commit === null ? '' : `${plain(commit.slice(0, 10))} `}${plain(text)}`;
}

function alternative({ title, id, status, tradeOff, instead, serves }: ReviewOutput): string {
  return [
    `${words(status)}: ${plain(title || id)}`,
    ...(instead === null ? [] : [`instead ${plain(instead)}`]),
    ...(tradeOff === null ? [] : [`trade-off: ${plain(tradeOff)}`]),
    ...(serves.length === 0 ? [] : [`also serves ${serves.map(plain).join(', ')}`]),
  ].join('; ');
}

function period({ factory, spread }: Review, name: (key: string) => string): string[] {
  const { shipped, moved, shippedFor } = factory;
  return [
    `${count(shipped.length, 'output')} shipped, ${count(moved.length, 'outcome')} moved. Of ${count(shippedFor.outcomes, 'outcome')} that something shipped for, ${shippedFor.moved} moved.`,
    ...(spread.items === 0
      ? []
      : [
          '',
          row('work of the period', 'share'),
          row('---', '--:'),
          ...spread.outcomes
            .slice(0, LONGEST_LIST)
            .map(({ outcome, share }) => row(name(outcome), percent(share))),
          row('waived', percent(spread.waived.share)),
          row('no why', percent(spread.none.share)),
        ]),
  ];
}

function coverage({ coverage: { todos, branches, commits, months } }: Review): string[] {
  const line = (label: string, { linked, waived, exempt, open }: CoverageCount) =>
    row(label, String(linked), String(waived), String(exempt), String(open));
  return [
    row('', 'linked', 'waived', 'exempt', 'without'),
    row('---', '--:', '--:', '--:', '--:'),
    line('TODOs', todos),
    line('branches', branches),
    line('commits', commits),
    ...months.slice(-LONGEST_LIST).map((month) => line(`commits of ${month.month}`, month)),
  ];
}

function change({ kind, what, outcome, part, title, field, from, to }: TreeChange): string {
  const of = part === null ? plain(outcome) : `${plain(outcome)}, ${what} ${plain(part)}`;
  if (kind !== 'changed') return `${kind} ${what}: ${of}${title === '' ? '' : ` (${plain(title)})`}`;
  return `${of}: ${field!} ${plain(from ?? 'none')} → ${plain(to ?? 'none')}`;
}

function goalpost({ outcome, metric, field, from, to, day, author, commit, began }: MovedGoalpost): string {
  const of = metric === null ? plain(outcome) : `${plain(outcome)}, ${plain(metric)}`;
  return `${of}: ${field} ${plain(from)} → ${plain(to ?? 'none')} on ${day} by ${plain(author)} (${plain(commit.slice(0, 10))}); work began on ${began}`;
}

function section(title: string, lines: readonly string[]): string {
  return title === '' || lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function list<T>(items: readonly T[], line: (item: T) => string): string[] {
  const more = items.length - LONGEST_LIST;
  return [
    ...items.slice(0, LONGEST_LIST).map((item) => `- ${line(item)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

function nameOf(outcome: ReviewOutcome | undefined, key: string): string {
  const title = outcome?.title ?? '';
  return title === '' ? plain(key) : `${plain(title)} (${plain(key)})`;
}

function at({ file, line }: Place): string {
  return `${plain(file)}:${line}`;
}

function words(status: string): string {
  return status.replaceAll('-', ' ');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** Never 100 % before it is reached. */
function percent(share: number | null): string {
  if (share === null) return '–';
  const whole = Math.round(share * 100);
  return `${whole === 100 && share < 1 ? 99 : whole} %`;
}
