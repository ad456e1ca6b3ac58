import { type Criteria, type Facts, matches, narrows, NO_CRITERIA, orderOf } from './criteria';

const FIELDS = ['text', 'owner', 'status', 'due', 'root', 'sort'] as const satisfies (keyof Criteria)[];

/** The page's filters and its order. Only what changes is touched. */
export interface Filters {
  /** Reads the page anew: parts of it were replaced. */
  refresh(): void;
  readonly criteria: Criteria;
}

/** Lets the fields of the page filter and sort; `onChange` is called after people changed one. */
export function startFilters(given: Criteria, onChange: (criteria: Criteria) => void): Filters {
  let criteria = given;
  let page = readPage();

  function apply(): void {
    show(page, criteria);
  }
  function change(next: Criteria): void {
    criteria = next;
    page.most = AT_ONCE;
    apply();
    onChange(criteria);
  }
  document.addEventListener('input', ({ target }) => {
    if (target instanceof Element && target.closest('#filters') !== null) change(readFields());
  });
  document.addEventListener('reset', (event) => {
    event.preventDefault();
    change(NO_CRITERIA);
    writeFields(criteria);
  });
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('click', ({ target }) => {
    const key =
      target instanceof Element ? target.closest('.sort')?.parentElement?.dataset['sort'] : undefined;
    if (key === undefined) {
      if (target instanceof Element && target.closest('.more-rows') !== null) showMore(Infinity);
      return;
    }
    change({ ...criteria, sort: criteria.sort === key ? '' : key });
    writeFields(criteria);
  });
  const showMore = (count: number) => {
    page.most += count;
    apply();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) showMore(AT_ONCE);
    },
    { rootMargin: '400px' },
  );
  window.addEventListener('beforeprint', () => {
    page.most = Infinity;
    apply();
  });
  const refresh = () => {
    const { most } = page;
    page = { ...readPage(), most };
    observer.disconnect();
    if (page.more !== null) observer.observe(page.more);
    writeFields(criteria);
    apply();
  };
  refresh();
  return {
    refresh,
    get criteria() {
      return criteria;
    },
  };
}

/** So many rows of the table are shown before somebody scrolls to the last of them. */
const AT_ONCE = 30;

interface Page {
  /** At most so many rows are shown. */
  most: number;
  readonly facts: readonly Facts[];
  readonly rows: ReadonlyMap<number, HTMLElement>;
  /** Everything else that is about one outcome. */
  readonly others: readonly { readonly index: number; readonly element: Element }[];
  readonly maps: readonly { readonly indexes: readonly number[]; readonly element: HTMLElement }[];
  readonly sections: readonly { readonly indexes: readonly number[]; readonly element: Element }[];
  readonly table: HTMLElement | null;
  /** Below the table: how many rows are not shown yet. */
  readonly more: HTMLElement | null;
  readonly today: string;
}

function readPage(): Page {
  const table = document.getElementById('tree');
  const rows = [...(table?.querySelectorAll<HTMLElement>('tbody > tr') ?? [])];
  const all = [...document.querySelectorAll('[data-o]:not([data-o=""])')].filter(
    (element) => table === null || !table.contains(element),
  );
  for (const head of table?.querySelectorAll<HTMLElement>('th[data-sort]') ?? []) makeSortable(head);
  document.getElementById('filters')?.removeAttribute('hidden');
  return {
    most: AT_ONCE,
    facts: rows.map(factsOf),
    rows: new Map(rows.map((row) => [Number(row.dataset['o']), row])),
    others: all.map((element) => ({ index: indexOf(element), element })),
    maps: [...document.querySelectorAll<HTMLElement>('[data-os]')].map((element) => ({
      element,
      indexes: element.dataset['os']!.split(' ').map(Number),
    })),
    sections: [...document.querySelectorAll('#page > section')].flatMap((element) => {
      const about = [...element.querySelectorAll('[data-o]')].map(indexOf);
      return about.length === 0 ? [] : [{ element, indexes: about }];
    }),
    table,
    more: table === null ? null : moreBelow(table),
    today: document.getElementById('top')?.dataset['today'] ?? '',
  };
}

function makeSortable(head: HTMLElement): void {
  if (head.querySelector('.sort') !== null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort';
  button.append(...head.childNodes);
  head.append(button);
}

/** -1 for what is about no outcome of the page. */
function indexOf(element: Element): number {
  const text = element.getAttribute('data-o') ?? '';
  return text === '' ? -1 : Number(text);
}

function moreBelow(table: HTMLElement): HTMLElement {
  const holder = table.parentElement!;
  const known = holder.parentElement!.querySelector<HTMLElement>('.more-rows');
  if (known !== null) return known;
  const more = document.createElement('p');
  more.className = 'more-rows';
  more.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  more.append(button);
  holder.after(more);
  return more;
}

function tellMore(more: HTMLElement, count: number): void {
  setHidden(more, count <= 0);
  if (count > 0) more.firstElementChild!.textContent = `Show ${count} more`;
}

function factsOf(row: HTMLElement): Facts {
  const data = row.dataset;
  const of = (name: string) => data[name] ?? '';
  return {
    index: Number(data['o']),
    parent: data['parent'] === '' ? -1 : Number(data['parent']),
    root: of('root'),
    owner: of('owner'),
    status: of('status'),
    due: of('due'),
    late: data['late'] === 'yes',
    gap: of('gap'),
    checkin: of('checkin'),
    measured: of('measured'),
    said: of('said'),
    work: of('work'),
    title: row.querySelector('.title')?.textContent ?? '',
    text: of('text'),
  };
}

function show(page: Page, criteria: Criteria): void {
  const { facts, rows, table } = page;
  const wanted = new Set(
    facts.filter((each) => matches(each, criteria, page.today)).map(({ index }) => index),
  );
  const above = criteria.sort === '' ? ancestors(facts, wanted) : new Set<number>();
  const order = [...facts].sort(orderOf(criteria.sort)).map(({ index }) => index);
  const inTable = order.filter((index) => wanted.has(index) || above.has(index));
  const shown = new Set(inTable.slice(0, page.most));
  for (const [index, row] of rows) {
    setHidden(row, !shown.has(index));
    if (shown.has(index)) row.classList.toggle('passing', !wanted.has(index));
  }
  if (table !== null) arrange(page, table, [...shown], criteria);
  if (page.more !== null) tellMore(page.more, inTable.length - shown.size);
  showOthers(page, wanted, narrows(criteria));
  tell(criteria, wanted.size, facts.length);
}

/** What is asked for is marked, not what is not: of thousands of elements few are touched, and none without a wish. */
function showOthers({ others, maps, sections }: Page, wanted: ReadonlySet<number>, narrow: boolean): void {
  document.getElementById('page')?.classList.toggle('narrow', narrow);
  if (!narrow) return;
  for (const { index, element } of others) element.classList.toggle('in', wanted.has(index));
  for (const { indexes, element } of [...maps, ...sections])
    element.classList.toggle('out', !indexes.some((index) => index < 0 || wanted.has(index)));
}

function setHidden(element: Element, hidden: boolean): void {
  if (element.hasAttribute('hidden') !== hidden) element.toggleAttribute('hidden', hidden);
}

/** A row below one that is not asked for is read with it. */
function ancestors(facts: readonly Facts[], wanted: ReadonlySet<number>): Set<number> {
  const parents = new Map(facts.map(({ index, parent }) => [index, parent]));
  const above = new Set<number>();
  for (const index of wanted)
    for (let up = parents.get(index) ?? -1; up >= 0 && !above.has(up); up = parents.get(up) ?? -1)
      above.add(up);
  return above;
}

/** The rows that are shown come first, in their order; where the others are does not matter. */
function arrange({ rows }: Page, table: HTMLElement, shown: readonly number[], { sort }: Criteria): void {
  const order = `${sort} ${shown.join()}`;
  if (table.dataset['order'] !== order) {
    const body = table.querySelector('tbody')!;
    const wanted = shown.map((index) => rows.get(index)!);
    const there = [...body.children];
    if (wanted.some((row, i) => there[i] !== row)) body.prepend(...wanted);
    table.dataset['order'] = order;
  }
  table.classList.toggle('flat', sort !== '');
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
    if (head.dataset['sort'] === sort)
      head.setAttribute('aria-sort', ASCENDING.includes(sort) ? 'ascending' : 'descending');
    else head.removeAttribute('aria-sort');
  }
}

const ASCENDING: readonly string[] = ['title', 'due', 'checkin', 'measured'];

function tell(criteria: Criteria, shown: number, all: number): void {
  const output = document.getElementById('f-count');
  const text = narrows(criteria)
    ? `${shown} of ${all} outcomes match. Figures, work and coverage stay as they are.`
    : '';
  if (output !== null && output.textContent !== text) output.textContent = text;
}

type Field = HTMLInputElement | HTMLSelectElement;

const fieldOf = (name: string) => document.getElementById(`f-${name}`) as Field | null;

function readFields(): Criteria {
  return Object.fromEntries(FIELDS.map((name) => [name, fieldOf(name)?.value ?? ''])) as unknown as Criteria;
}

function writeFields(criteria: Criteria): void {
  for (const name of FIELDS) {
    const field = fieldOf(name);
    if (field === null || field.value === criteria[name]) continue;
    field.value = criteria[name];
  }
}
