import assert from 'node:assert/strict';
import { cSamples } from './samples-c';
import { markupSamples } from './samples-markup';
import { otherSamples } from './samples-other';
import { scriptSamples } from './samples-script';
import { markCount, wrongMarks } from './marked';

describe('comments of a language, by marked samples', () => {
  for (const [path, source] of Object.entries({
    ...cSamples,
    ...scriptSamples,
    ...markupSamples,
    ...otherSamples,
  })) {
    it(path, () => {
      assert.ok(path === 'a.json' || markCount(source) >= 5, 'too few marks to tell anything');
      assert.deepEqual(wrongMarks(path, source), []);
      assert.deepEqual(wrongMarks(path, source.replaceAll('\n', '\r\n')), [], 'CRLF');
    });
  }
});
