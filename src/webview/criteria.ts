/** What the page's filters hold, as their fields do: '' is no wish. */
export interface Criteria {
  readonly text: string;
  /** `=` and the owner. */
  readonly owner: string;
  /** A status, or `behind`. */
  readonly status: string;
  /** `late`, `none`, or in how many days at most. */
  readonly due: string;
  /** Below which root. */
  readonly root: string;
  readonly sort: string;
}

export const NO_CRITERIA: Criteria = { text: '', owner: '', status: '', due: '', root: '', sort: '' };

/** What the page says of one outcome; see the attributes of a row of its table. */
export interface Facts {
  readonly index: number;
  /** -1 for a root. */
  readonly parent: number;
  readonly root: string;
  readonly owner: string;
  readonly status: string;
  readonly due: string;
  readonly late: boolean;
  /** Empty texts are unknown. */
  readonly gap: string;
  readonly checkin: string;
  readonly measured: string;
  readonly said: string;
  readonly work: string;
  readonly title: string;
  /** In lower case. */
  readonly text: string;
}

const BEHIND: readonly string[] = ['missed', 'off-track', 'at-risk'];

/** Whether an outcome is one of those that are asked for. `today` is `YYYY-MM-DD`. */
export function matches(facts: Facts, criteria: Criteria, today: string): boolean {
  const { text, owner, status, root, due } = criteria;
  return (
    (owner === '' || owner === `=${facts.owner}`) &&
    (status === '' || (status === 'behind' ? BEHIND.includes(facts.status) : facts.status === status)) &&
    (root === '' || facts.root === root) &&
    (due === '' || isDue(facts, due, today)) &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => facts.text.includes(word))
  );
}

function isDue({ due, late }: Facts, wanted: string, today: string): boolean {
  if (wanted === 'none') return due === '';
  if (wanted === 'late') return late;
  const days = (Date.parse(due) - Date.parse(today)) / 86_400_000;
  return days >= 0 && days <= Number(wanted);
}

/** True when only some outcomes are asked for. */
export function narrows({ text, owner, status, due, root }: Criteria): boolean {
  return [text.trim(), owner, status, due, root].some((wish) => wish !== '');
}

const WORST_FIRST: readonly string[] = [
  'missed',
  'off-track',
  'at-risk',
  'not-measured',
  'on-track',
  'achieved',
  'draft',
  'dropped',
];

/** The order for a wish of `sort`; what is not known comes last, equals stay as in the tree. */
export function orderOf(sort: string): (a: Facts, b: Facts) => number {
  const key = KEYS[sort];
  if (key === undefined) return (a, b) => a.index - b.index;
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.index - b.index;
    if (x === null || y === null) return x === null ? 1 : -1;
    return x < y ? -1 : 1;
  };
}

const KEYS: Readonly<Record<string, (facts: Facts) => string | number | null>> = {
  title: ({ title }) => title.toLowerCase(),
  status: ({ status }) => WORST_FIRST.indexOf(status),
  gap: ({ gap }) => (gap === '' ? null : -Number(gap)),
  measured: ({ measured }) => Number(measured),
  due: ({ due }) => due || null,
  // Never is the oldest.
  checkin: ({ checkin }) => checkin,
  said: ({ said }) => (said === '' ? null : -Math.abs(Number(said))),
  work: ({ work }) => -Number(work),
};
