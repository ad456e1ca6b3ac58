import type { Part } from './messages';

const shown = new Map<string, string>();

/** From so many outcomes on, what is far from being seen is laid out later; a file says it itself. */
const MANY = 50;

/**
 * Makes the page show these parts, in this order. What is the same stays untouched; what is replaced keeps what was
 * unfolded, the focus and, as the browser anchors it, the scroll position. False when nothing changed.
 */
export function replaceParts(parts: readonly Part[]): boolean {
  const changed = parts.filter(({ id, html }) => shown.get(id) !== html);
  if (changed.length === 0) return false;
  const page = document.getElementById('page')!;
  const focused = keyOf(document.activeElement);
  for (const text of page.querySelectorAll(':scope > .nothing')) text.remove();
  for (const { id, html } of changed) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const next = holder.content.firstElementChild!;
    const before = document.getElementById(id);
    if (before === null) page.append(next);
    else {
      keepFolds(before, next);
      before.replaceWith(next);
    }
    shown.set(id, html);
  }
  page.classList.toggle('many', page.querySelectorAll('.outcome').length >= MANY);
  if (focused !== null && document.activeElement === document.body)
    document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  return true;
}

/** The page shows none of them any more. */
export function forgetParts(): void {
  shown.clear();
}

/** What was folded or unfolded by hand stays so, as long as it has the same name. */
function keepFolds(before: Element, next: Element): void {
  const open = new Map<string, boolean>();
  for (const details of before.querySelectorAll('details')) open.set(nameOf(details), details.open);
  for (const details of next.querySelectorAll('details'))
    details.open = open.get(nameOf(details)) ?? details.open;
}

function nameOf(details: HTMLDetailsElement): string {
  const about = details.closest('[data-o]')?.getAttribute('data-o') ?? '';
  return `${about} ${details.querySelector('summary')?.textContent ?? ''}`;
}

/** How to find an element again after its part was replaced; null where there is no way. */
function keyOf(element: Element | null): string | null {
  if (element === null || element === document.body) return null;
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  const names = ['data-file', 'data-line', 'data-column', 'data-commit', 'href'];
  const attributes = names.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`[${name}="${CSS.escape(value)}"]`];
  });
  const part = element.closest('#page > *')?.id ?? '';
  return attributes.length === 0 || part === '' ? null : `#${CSS.escape(part)} ${attributes.join('')}`;
}
