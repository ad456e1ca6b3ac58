import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { writeScalar } from '../../../../../src/core/outcomes/edit/scalar';
import { text } from './support/content';
import { anyCharacter } from '../../../../support/any-character';

const quote = fc.constantFrom('single', 'double');

/** What YAML 1.2 and 1.1 read (which has a type for dates, but not all readers), with the text in a block, in brackets and in braces. */
function readings(value: string | number, how: Parameters<typeof writeScalar>[1]): unknown[] {
  const written = writeScalar(value, how);
  assert.doesNotMatch(written, /[\r\n\t\u0085\u2028\u2029]/);
  const sources = how.flow
    ? [`[${written}]`, `[ ${written}, x]`, `{a: ${written}}`]
    : [`a: ${written}\nb: 1\n`, `- ${written} # c`];
  return sources.flatMap((source) =>
    (isDate(value) ? (['1.2'] as const) : (['1.2', '1.1'] as const)).map((version) => {
      const read = parseDocument(source, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core' });
      assert.deepEqual(read.errors, []);
      const all = read.toJS() as Record<string, unknown> | unknown[];
      return Array.isArray(all) ? all[0] : all.a;
    }),
  );
}

function isDate(value: string | number): boolean {
  return /^\d{4}-\d/.test(String(value));
}

describe('writeScalar', () => {
  const written = (value: string | number, flow = false): string =>
    writeScalar(value, { flow, quote: 'single' });

  it('leaves plain what reads as itself', () => {
    for (const plain of [
      'Calls fall',
      '2026-12-31',
      '2026-Q4',
      'a: b'.replace(' ', ''),
      'C# code',
      'it is 90 % of it',
      "it's",
      'a-b',
      'ünï 名前',
      '9.5%',
      '1,000',
    ]) {
      assert.equal(written(plain), plain);
    }
    assert.equal(written(90), '90');
    assert.equal(written(-0.5), '-0.5');
  });

  it('quotes what YAML would take for something else', () => {
    for (const hard of [
      'a: b',
      'a #b',
      '- a',
      '@team',
      '',
      ' a',
      'a ',
      '12',
      '1e5',
      '0x1F',
      'true',
      'Null',
      '~',
      '*a',
      '&a',
      '[a]',
      'a:',
      '...',
      '.5',
      '1_000',
    ]) {
      assert.equal(written(hard), `'${hard}'`);
    }
    assert.equal(written('a, b'), 'a, b');
    assert.equal(written('a, b', true), "'a, b'");
    assert.equal(written("@it's"), "'@it''s'");
  });

  it('escapes what cannot be seen', () => {
    assert.equal(written('a\nb'), '"a\\nb"');
    assert.equal(written('a\u2028b\u0085\ufeff\u200b\u202e'), '"a\\u2028b\\u0085\\ufeff\\u200b\\u202e"');
    assert.equal(written('tab\t"'), '"tab\\t\\""');
  });

  it('reads as the same text again, whatever the text', () => {
    const any = fc.oneof(
      text,
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: fc.constantFrom(...Array.from('-?:,[]{}#&*!|>\'"%@`=<~. \tx01\n')) }),
    );
    fc.assert(
      fc.property(any, fc.boolean(), quote, fc.boolean(), (value, flow, how, always) => {
        for (const read of readings(value, { flow, quote: how, always })) assert.equal(read, value);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads as the same number again', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), (value, flow) => {
        const [first] = readings(value, { flow, quote: 'double' });
        assert.equal(first, value);
      }),
    );
  });
});
