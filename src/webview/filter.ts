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
    if (key === undefined) return;
    change({ ...criteria, sort: criteria.sort === key ? '' : key });
    writeFields(criteria);
  });
  const refresh = () => {
    page = readPage();
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

interface Page {
  readonly facts: readonly Facts[];
  readonly rows: ReadonlyMap<number, HTMLElement>;
  /** Everything else that is about one outcome. */
  readonly others: readonly { readonly index: number; readonly element: Element }[];
  readonly maps: readonly { readonly indexes: readonly number[]; readonly element: HTMLElement }[];
  readonly sections: readonly { readonly element: Element; readonly about: readonly Element[] }[];
  readonly table: HTMLElement | null;
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
    facts: rows.map(factsOf),
    rows: new Map(rows.map((row) => [Number(row.dataset['o']), row])),
    others: all.map((element) => ({ index: Number(element.getAttribute('data-o')), element })),
    maps: [...document.querySelectorAll<HTMLElement>('[data-os]')].map((element) => ({
      element,
      indexes: element.dataset['os']!.split(' ').map(Number),
    })),
    sections: [...document.querySelectorAll('#page > section')].flatMap((element) => {
      const about = [...element.querySelectorAll('[data-o], [data-os]')];
      return about.length === 0 ? [] : [{ element, about }];
    }),
    table,
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
  for (const [index, row] of rows) {
    setHidden(row, !wanted.has(index) && !above.has(index));
    row.classList.toggle('passing', !wanted.has(index) && above.has(index));
  }
  for (const { index, element } of page.others) {
    if (element instanceof SVGElement) element.classList.toggle('dim', !wanted.has(index));
    else setHidden(element, !wanted.has(index));
  }
  for (const { indexes, element } of page.maps)
    setHidden(
      element,
      indexes.every((index) => !wanted.has(index)),
    );
  for (const { element, about } of page.sections)
    element.classList.toggle(
      'unmatched',
      narrows(criteria) && about.every((each) => each.hasAttribute('hidden')),
    );
  if (table !== null) sort(page, table, criteria);
  tell(criteria, wanted.size, facts.length);
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

function sort({ facts, rows }: Page, table: HTMLElement, { sort: key }: Criteria): void {
  if (table.dataset['sorted'] !== key && (key !== '' || table.dataset['sorted'] !== undefined)) {
    const body = table.querySelector('tbody')!;
    body.append(...[...facts].sort(orderOf(key)).map(({ index }) => rows.get(index)!));
    table.dataset['sorted'] = key;
  }
  table.classList.toggle('flat', key !== '');
  for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]')) {
    if (head.dataset['sort'] === key)
      head.setAttribute(
        'aria-sort',
        key === 'title' || key === 'due' || key === 'checkin' ? 'ascending' : 'descending',
      );
    else head.removeAttribute('aria-sort');
  }
}

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
