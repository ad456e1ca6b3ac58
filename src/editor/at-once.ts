/** Does something with each, so many of them at a time. */
export async function atOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  count = 16,
): Promise<void> {
  // The workers take turns at one iterator.
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: count }, worker));
}
