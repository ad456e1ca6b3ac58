export interface Route {
  host: string;
  prefix: string;
  centsPerMinute: number;
}

const ROUTES: Route[] = [
  { host: 'trunk-a.example', prefix: '+44', centsPerMinute: 0.9 },
  { host: 'trunk-b.example', prefix: '+44', centsPerMinute: 1.1 },
  { host: 'trunk-b.example', prefix: '+', centsPerMinute: 4.5 },
];

/** Routes whose prefix fits, the longest prefix first. */
export async function lookUp(number: string): Promise<Route[]> {
  // TODO: read the routes from the dial plan so that a change needs no release
  return ROUTES.filter((route) => number.startsWith(route.prefix)).toSorted(
    (a, b) => b.prefix.length - a.prefix.length,
  );
}
