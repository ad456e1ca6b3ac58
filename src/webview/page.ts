import { NO_CRITERIA, type Criteria } from './criteria';
import { startFilters } from './filter';
import type { FromPage, Kept, ToPage } from './messages';
import { forgetParts, replaceParts } from './replace';

/** What VS Code gives to the script of a webview; a file has none of it. */
interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => Host) | undefined;

const host = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : null;
let isDrawn = false;
const filters = startFilters(stored(), (criteria) => remember({ criteria }));

openForPrint();
document.addEventListener('click', follow);
document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById('f-text')?.focus();
});

if (host !== null) {
  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'nothing') {
      const text = document.createElement('p');
      text.className = 'nothing';
      text.textContent = data.message;
      document.getElementById('page')!.replaceChildren(text);
      forgetParts();
    } else {
      const first = !isDrawn;
      isDrawn = true;
      if (replaceParts(data.parts)) filters.refresh();
      if (first) window.scrollTo(0, stateOf().top ?? 0);
      remember(data.keep);
    }
  });
  window.addEventListener('scroll', () => isDrawn && remember({ top: window.scrollY }), { passive: true });
  host.postMessage({ type: 'ready' });
}

/** What was opened, asked for, or compared by a click or by Enter. */
function follow({ target }: Event): void {
  if (!(target instanceof Element)) return;
  const box = target.closest('.strategy [data-o]');
  if (box !== null) location.hash = `o${box.getAttribute('data-o')!}`;
  const button = target.closest<HTMLElement>('button[data-file], button[data-commit], button[data-action]');
  if (button === null || host === null) return;
  const { file, line, column, commit, repository, action } = button.dataset;
  if (file !== undefined)
    host.postMessage({ type: 'open', file, line: Number(line), column: Number(column) });
  else if (commit !== undefined)
    host.postMessage({ type: 'open-commit', commit, repository: repository ?? '' });
  else if (action === 'compare' || action === 'export') host.postMessage({ type: action });
}

/** On paper nothing can be opened: what is folded is printed, and folded again after it. */
function openForPrint(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false;
  });
}

interface State extends Kept {
  readonly criteria: Criteria;
  readonly top: number;
}

function stateOf(): Partial<State> {
  return host?.getState() ?? {};
}

function remember(some: Partial<State>): void {
  host?.setState({ ...stateOf(), ...some });
}

function stored(): Criteria {
  return { ...NO_CRITERIA, ...stateOf().criteria };
}
