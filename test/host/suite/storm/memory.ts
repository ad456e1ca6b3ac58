import fs from 'node:fs';
import v8 from 'node:v8';
import vm from 'node:vm';
import { waitFor } from '../../../support/waitFor';
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

/** Node opens its inspector when it is sent SIGUSR1; see "Debugging Node.js" in its guides. */
async function inspectorOf(pid: number): Promise<string> {
  const known = inspectors.get(pid);
  if (known !== undefined) return known;
  process.kill(pid, 'SIGUSR1');
  const port = await waitFor('the inspector of the background', () => listeningPort(pid));
  const found = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [first] = (await found.json()) as [{ webSocketDebuggerUrl: string }];
  inspectors.set(pid, first.webSocketDebuggerUrl);
  return first.webSocketDebuggerUrl;
}

/**
 * The port on which a process accepts connections, which need not be the usual one: another inspector may have that.
 * proc(5): a line of `net/tcp` has the local address, the state (0A listens) and the inode of a socket, and a file
 * descriptor of the process leads to that.
 */
function listeningPort(pid: number): number | undefined {
  const sockets = new Set(
    fs.readdirSync(`/proc/${pid}/fd`).map((file) => {
      try {
        return fs.readlinkSync(`/proc/${pid}/fd/${file}`);
      } catch {
        return ''; // Closed meanwhile.
      }
    }),
  );
  const lines = fs.readFileSync(`/proc/${pid}/net/tcp`, 'utf8').trim().split('\n').slice(1);
  for (const line of lines) {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    if (state === '0A' && sockets.has(`socket:[${inode!}]`)) return parseInt(local!.split(':')[1]!, 16);
  }
  return undefined;
}
