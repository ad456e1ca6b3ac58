import { parentPort, workerData } from 'node:worker_threads';
import { Remembered } from './remembered';
import { ScanServer } from './server';
import type { ToWorker, WorkerSetup } from './messages';
import { pack } from './wire';

/** The thread that scans; bundled as dist/scanner-worker.js. */
const port = parentPort;
if (!port) throw new Error('scanner-worker runs as a worker thread only');
const server = new ScanServer(
  workerData as WorkerSetup,
  (message) => port.postMessage(pack(message)),
  new Remembered(),
);
port.on('message', (message: ToWorker) => {
  server.receive(message);
  // With the port closed the thread ends as soon as its processes have.
  if (message.type === 'close') port.close();
});
