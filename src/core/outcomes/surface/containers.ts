/** The mappings of an outcomes.yml, by what they describe. */
export type Container = 'file' | 'policy' | 'rules' | 'outcome' | 'metric' | 'check-in' | 'output';

interface Child {
  readonly container: Container;
  /** True when the key holds a list of such mappings. */
  readonly list: boolean;
}

const CHILDREN: Readonly<Record<Container, Readonly<Record<string, Child>>>> = {
  file: {
    policy: { container: 'policy', list: false },
    outcomes: { container: 'outcome', list: true },
  },
  policy: { rules: { container: 'rules', list: false } },
  rules: {},
  outcome: {
    metrics: { container: 'metric', list: true },
    outputs: { container: 'output', list: true },
    outcomes: { container: 'outcome', list: true },
  },
  metric: { 'check-ins': { container: 'check-in', list: true } },
  'check-in': {},
  output: {},
};

/** What lies below a key; undefined when that is no mapping, or the key is not known. */
export function childOf(container: Container | null, key: string): Child | undefined {
  if (container === null) return undefined;
  const children = CHILDREN[container];
  return Object.hasOwn(children, key) ? children[key] : undefined;
}
