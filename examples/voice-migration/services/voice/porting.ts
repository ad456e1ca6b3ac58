export type PortingState = 'asked' | 'released' | 'ported' | 'refused';

export interface Porting {
  number: string;
  from: string;
  askedOn: Date;
  state: PortingState;
}

/** Asks the provider that has the number to release it. */
export async function askForRelease(number: string, from: string, today: Date): Promise<Porting> {
  const url = `https://porting.example/${encodeURIComponent(from)}/release`;
  const response = await fetch(url, { method: 'POST', body: JSON.stringify({ number }) });
  // TODO: ask again the next morning instead of giving up
  const state = response.ok ? 'asked' : 'refused';
  return { number, from, askedOn: today, state };
}

/** What a provider answered; two of them send their answer by fax. */
export function readAnswer(answer: string): PortingState {
  // TODO(fax-gateway): read the answers that come by fax
  return /^(ok|yes|released)\b/i.test(answer) ? 'released' : 'refused';
}

/** Days that a customer has waited. */
export function waiting(porting: Porting, today: Date): number {
  return Math.floor((today.getTime() - porting.askedOn.getTime()) / 86_400_000);
}
