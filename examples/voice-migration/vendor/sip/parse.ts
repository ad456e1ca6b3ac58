// Copied from a library; not ours to change.
export function parseHeader(line: string): [name: string, value: string] {
  // TODO: folded headers
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}
