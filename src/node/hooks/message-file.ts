import fs from 'node:fs';
import path from 'node:path';
import { applyEdits, HumanError, type TextEdit } from '../../core';

/** The file in which git hands a commit message to its hooks, as text whose every byte can be written back. */
export interface MessageFile {
  readonly text: string;
  /** Makes the edits. The old contents stay until the new ones are wholly written. */
  write(edits: readonly TextEdit[]): void;
}

/** Reads the file; what is no UTF-8 (`i18n.commitEncoding`) is read a character a byte. */
export function openMessageFile(file: string): MessageFile {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    throw new HumanError(`cannot read the commit message ${file}: ${(error as Error).message}`);
  }
  const { text, encoding } = decode(bytes);
  return {
    text,
    write(edits) {
      const next = Buffer.from(applyEdits(text, edits), encoding);
      const target = fs.realpathSync(file);
      const fresh = path.join(path.dirname(target), `.${path.basename(target)}.outcomes-new`);
      try {
        fs.writeFileSync(fresh, next, { mode: fs.statSync(target).mode });
        fs.renameSync(fresh, target);
      } catch (error) {
        fs.rmSync(fresh, { force: true });
        throw new HumanError(`cannot write the commit message ${file}: ${(error as Error).message}`);
      }
    },
  };
}

function decode(bytes: Buffer): { text: string; encoding: 'utf8' | 'latin1' } {
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf8',
    };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}
