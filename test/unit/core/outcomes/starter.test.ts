import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isDay } from '../../../../src/core/outcomes/day';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { starter } from '../../../../src/core/outcomes/starter';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { checkTree } from '../../../../src/core/rules/run';
import { treeRules } from '../../../../src/core/rules/table';
import { compileTags } from '../../../../src/core/work/tags';
import { findTodosInText } from '../../../../src/core/work/comments';

describe('the first outcomes.yml', () => {
  const findings = (text: string, today: string) =>
    checkTree({ tree: mergeFiles([parseOutcomes('outcomes.yml', text)]), today }, treeRules).map(
      ({ code, message }) => `${code}: ${message}`,
    );

  it('has no finding, on whatever day and in whatever folder it is written', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2024-01-01', count));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), day, (title, today) => {
        assert.ok(isDay(today));
        const text = starter(title, today);
        assert.deepEqual(findings(text, today), []);
        assert.equal(parseOutcomes('outcomes.yml', text).title, title.trim() || 'Our outcomes');
      }),
      { numRuns: 50 },
    );
  });

  it('has none in its first month either', () => {
    assert.deepEqual(findings(starter('Shop', '2026-11-22'), '2026-12-20'), []);
  });

  it('is no TODO itself', () => {
    const options = {
      tags: compileTags(['TODO', 'FIXME', 'HACK', 'XXX', 'BUG']),
      mentions: 'marker',
    } as const;
    assert.deepEqual(findTodosInText(starter('Shop', '2026-11-22'), 'outcomes.yml', options), []);
  });
});
