import fs from 'node:fs';
import { HumanError } from '../core';

/** Writes a file (an absolute path) that is not there yet. A HumanError when it is, or cannot be written. */
export function writeNew(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new HumanError(`${file} exists already and was left alone`);
    throw new HumanError(`could not write ${file}: ${message}`);
  }
}
