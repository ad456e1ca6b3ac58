import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSplitter, decodeBytes, readQuoted } from '../../../../src/node/git/records';

describe('createSplitter', () => {
  it('gives the same records however the bytes arrive', () => {
    const record = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).map((b) => b || 1));
    fc.assert(
      fc.property(fc.array(record), fc.array(fc.nat(20)), fc.boolean(), (records, cuts, closed) => {
        const ended = records.map((bytes) => Buffer.concat([bytes, Buffer.from([0])]));
        let bytes = Buffer.concat(ended);
        if (!closed) bytes = bytes.subarray(0, -1);
        const found: string[] = [];
        const splitter = createSplitter(0, (one) => found.push(one.toString('latin1')));
        for (const cut of cuts) {
          splitter.push(bytes.subarray(0, cut));
          bytes = bytes.subarray(cut);
        }
        splitter.push(bytes);
        splitter.end();
        const wanted = records.map((one) => Buffer.from(one).toString('latin1'));
        if (!closed && wanted.at(-1) === '') wanted.pop();
        assert.deepEqual(found, wanted);
      }),
    );
  });
});

describe('readQuoted', () => {
  const cases: [written: string, value: string][] = [
    ['"plain"', 'plain'],
    [String.raw`"tab\there"`, 'tab\there'],
    [String.raw`"line\nbreak \"quoted\" back\\slash"`, 'line\nbreak "quoted" back\\slash'],
    [String.raw`"caf\303\251"`, 'café'],
    [String.raw`"bell\a \b\v\f\r"`, 'bell\x07 \b\v\f\r'],
    [String.raw`"\0011"`, '\x011'],
  ];
  for (const [written, value] of cases) {
    it(`reads ${written}`, () => {
      const read = readQuoted(written, 0);
      assert.equal(decodeBytes(read!.value), value);
      assert.equal(read!.end, written.length);
    });
  }

  it('stops at the closing quote and starts where it is told', () => {
    assert.deepEqual(readQuoted('x "a" "b"', 2), { value: 'a', end: 5 });
  });

  it('gives nothing for what is not quoted or not closed', () => {
    assert.equal(readQuoted('plain', 0), undefined);
    assert.equal(readQuoted('"open', 0), undefined);
    assert.equal(readQuoted('"open\\"', 0), undefined);
  });
});
