import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stem } from '../../../../../src/core/outcomes/wording/stem';

describe('stem', () => {
  const families = [
    ['integrate', 'integrates', 'integrated', 'integrating', 'integration', 'integrations'],
    ['adopt', 'adopted', 'adopting', 'adoption', 'adopts'],
    ['measure', 'measures', 'measured', 'measuring'],
    ['policy', 'policies'],
    ['localise', 'localize', 'localised', 'localizing'],
  ];
  for (const family of families) {
    it(`is one for ${family.join(', ')}`, () => {
      assert.equal(new Set(family.map(stem)).size, 1, family.map(stem).join(' '));
    });
  }

  it('keeps apart what only looks alike', () => {
    for (const [one, other] of [
      ['status', 'state'],
      ['press', 'pre'],
      ['need', 'needle'],
      ['user', 'use'],
      ['news', 'new'],
    ] as const) {
      assert.notEqual(stem(one), stem(other));
    }
  });

  it('leaves something of every word', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => stem(word).length > 0));
  });
});
