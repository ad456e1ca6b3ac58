import fs from 'node:fs';

const PERIOD_MS = 100;

export interface Following {
  stop(): void;
}

/** Creates a file and gives to `take` whatever others append to it, until stop(), which gives the rest. */
export function followFile(file: string, take: (chunk: Buffer) => void): Following {
  fs.writeFileSync(file, '');
  const descriptor = fs.openSync(file, 'r');
  const buffer = Buffer.alloc(64 * 1024);
  const copy = () => {
    for (;;) {
      const read = fs.readSync(descriptor, buffer, 0, buffer.length, null);
      if (read === 0) return;
      take(Buffer.from(buffer.subarray(0, read)));
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
