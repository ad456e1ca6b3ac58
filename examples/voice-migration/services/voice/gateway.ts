import { lookUp, type Route } from './routes';

export interface Call {
  from: string;
  to: string;
  emergency: boolean;
}

/** Emergency calls take the first trunk that answers; all others the cheapest one. */
export async function placeCall(call: Call): Promise<string> {
  const routes = await lookUp(call.to);
  const order = call.emergency ? routes : cheapestFirst(routes);
  for (const route of order) {
    // TODO(reliable-voice): try the next trunk after 2 s without an answer,
    // and tell the service desk when the first one fails three times in a row
    const id = await invite(route, call);
    if (id !== undefined) return id;
  }
  throw new Error(`No route to ${call.to}`);
}

function cheapestFirst(routes: Route[]): Route[] {
  return routes.toSorted((a, b) => a.centsPerMinute - b.centsPerMinute);
}

async function invite(route: Route, call: Call): Promise<string | undefined> {
  const response = await fetch(`https://${route.host}/calls`, {
    method: 'POST',
    body: JSON.stringify({ from: call.from, to: call.to }),
  });
  return response.ok ? ((await response.json()) as { id: string }).id : undefined;
}

/** What the service desk sees while a number is on its way to us. */
export function portingBanner(number: string, day: number): string {
  // TODO(@ben, quick-porting): name the provider that keeps us waiting
  return `${number} is being ported, day ${day} of 2`;
}
