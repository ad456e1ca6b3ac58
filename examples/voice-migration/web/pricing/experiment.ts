export type Variant = 'plain' | 'monthly';

/** The same visitor always gets the same variant. */
export function variantOf(visitor: string): Variant {
  let sum = 0;
  for (const c of visitor) sum = (sum * 31 + c.charCodeAt(0)) >>> 0;
  return sum % 2 === 0 ? 'plain' : 'monthly';
}

/** Share of visitors who buy, in percent. */
export function conversion(buyers: number, visitors: number): number {
  // TODO(conversion): leave out visitors who are customers already
  return visitors === 0 ? 0 : (100 * buyers) / visitors;
}
