/** The mappings of an outcomes.yml, by what they describe. */
export type Container = 'file' | 'policy' | 'rules' | 'outcome' | 'metric' | 'check-in' | 'output';

interface Child {
  readonly container: Container;
  /** True when the key holds a list of such mappings. */
  readonly list: boolean;
}

/** Lists of mappings, and mappings, by their key. Asked for every line, hence maps. */
const CHILDREN: Readonly<Record<Container, ReadonlyMap<string, Child>>> = {
  file: new Map([
    ['policy', { container: 'policy', list: false }],
    ['outcomes', { container: 'outcome', list: true }],
  ]),
  policy: new Map([['rules', { container: 'rules', list: false }]]),
  rules: new Map(),
  outcome: new Map([
    ['metrics', { container: 'metric', list: true }],
    ['outputs', { container: 'output', list: true }],
    ['outcomes', { container: 'outcome', list: true }],
  ]),
  metric: new Map([['check-ins', { container: 'check-in', list: true }]]),
  'check-in': new Map(),
  output: new Map(),
};

/** What lies below a key; undefined when that is no mapping, or the key is not known. */
export function childOf(container: Container | null, key: string): Child | undefined {
  return container === null ? undefined : CHILDREN[container].get(key);
}
