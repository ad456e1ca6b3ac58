import v8 from 'node:v8';
import vm from 'node:vm';
import { children } from '../children';

/** Bytes that live after garbage collection: V8's heap, and what it holds outside of it. */
export interface Memory {
  readonly host: number;
  readonly background: number;
}

/** The process that the extension started for its sessions; undefined while there is none. */
export function backgroundProcess(): number | undefined {
  return children().find(({ command }) => command.includes('background-worker.js'))?.pid;
}

/** Both processes' memory now. The background is asked through Node's inspector, which is opened for it. */
export async function memoryOf(background: number): Promise<Memory> {
  return { host: ownMemory(), background: await otherMemory(background) };
}

function ownMemory(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round++) collect();
  return sum(process.memoryUsage());
}

function sum({ heapUsed, external }: NodeJS.MemoryUsage): number {
  return heapUsed + external;
}

/** What is used of the one that Node has since 22; the types are those of an older Node. */
interface Socket {
  onopen: () => void;
  onerror: () => void;
  onmessage: (message: { readonly data: unknown }) => void;
  send(text: string): void;
  close(): void;
}

interface Answer {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

async function otherMemory(pid: number): Promise<number> {
  const { WebSocket } = globalThis as unknown as { readonly WebSocket: new (url: string) => Socket };
  const socket = new WebSocket(await inspectorOf(pid));
  await new Promise<void>((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('the inspector of the background cannot be reached'));
  });
  let last = 0;
  const ask = (method: string, params = {}): Promise<Answer> =>
    new Promise((resolve) => {
      const id = ++last;
      socket.onmessage = ({ data }) => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id === id) resolve(answer);
      };
      socket.send(JSON.stringify({ id, method, params }));
    });
  try {
    for (let round = 0; round < 3; round++) await ask('HeapProfiler.collectGarbage');
    const expression = 'JSON.stringify({ pid: process.pid, ...process.memoryUsage() })';
    const { result } = await ask('Runtime.evaluate', { expression });
    const said = JSON.parse(String(result?.result?.value)) as NodeJS.MemoryUsage & { readonly pid: number };
    if (said.pid !== pid) throw new Error(`process ${said.pid} has the port of the inspector`);
    return sum(said);
  } finally {
    socket.close();
  }
}

const inspectors = new Map<number, string>();

/** Node opens its inspector when it is sent SIGUSR1, and says so; see "Debugging Node.js" in its guides. */
async function inspectorOf(pid: number): Promise<string> {
  const known = inspectors.get(pid);
  if (known !== undefined) return known;
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const found = await fetch('http://127.0.0.1:9229/json/list').catch(() => undefined);
    const [first] = ((await found?.json()) ?? []) as { webSocketDebuggerUrl: string }[];
    if (first === undefined) continue;
    inspectors.set(pid, first.webSocketDebuggerUrl);
    return first.webSocketDebuggerUrl;
  }
  throw new Error('the inspector of the background does not answer');
}
