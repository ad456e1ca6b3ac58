import fs from 'node:fs';

const PERIOD_MS = 100;

/** Creates a file and copies to `sink` whatever others append to it, until stop(), which copies the rest. */
export function followFile(file: string, sink: NodeJS.WritableStream): { stop(): void } {
  fs.writeFileSync(file, '');
  const descriptor = fs.openSync(file, 'r');
  const buffer = Buffer.alloc(64 * 1024);
  const copy = () => {
    for (;;) {
      const read = fs.readSync(descriptor, buffer, 0, buffer.length, null);
      if (read === 0) return;
      sink.write(Buffer.from(buffer.subarray(0, read)));
    }
  };
  const timer = setInterval(copy, PERIOD_MS);
  return {
    stop() {
      clearInterval(timer);
      copy();
      fs.closeSync(descriptor);
    },
  };
}
