import type { GitCommand } from './command';

const LF = 10;

/**
 * The contents of blobs, by their ids; those that git lacks, or that are larger than `most` bytes, are left out.
 * Format: "BATCH OUTPUT" in git-cat-file(1), `<id> <type> <bytes>`, a newline, the contents, a newline.
 */
export async function readBlobs(
  git: GitCommand,
  ids: Iterable<string>,
  most = Infinity,
): Promise<Map<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  const input = [...ids].map((id) => `${id}\n`).join('');
  if (input === '') return blobs;
  const chunks: Buffer[] = [];
  await git.stream(['cat-file', '--batch'], (chunk) => chunks.push(chunk), { input });
  const output = Buffer.concat(chunks);
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(LF, at);
    if (end < 0) break;
    const [id, type, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    // What is missing has no contents.
    if (type !== 'blob') continue;
    const length = Number(size);
    if (length <= most) blobs.set(id!, output.subarray(at, at + length));
    at += length + 1;
  }
  return blobs;
}
