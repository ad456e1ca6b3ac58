import type { Word } from './words';

/** Words of a title in quotes for a reason, at most seven of them. */
export function quote(words: readonly Word[], from: number, to: number): string {
  const end = Math.min(to, words.length);
  const text = words
    .slice(from, Math.min(end, from + 7))
    .map((w) => w.text)
    .join(' ')
    .replace(/ ([,.;:)}/])/g, '$1')
    .replace(/([({/]) /g, '$1');
  return `'${text}${end > from + 7 ? ' …' : ''}'`;
}
