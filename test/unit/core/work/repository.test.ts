import assert from 'node:assert/strict';
import { insideOf, isAround } from '../../../../src/core/work/repository';

describe('repositories of a folder', () => {
  it('lie around the folder when their top is the folder or above it', () => {
    assert.deepEqual(['', '..', '../..'].map(isAround), [true, true, true]);
  });

  it('lie in it when their top is below, whatever its name begins with', () => {
    assert.deepEqual(['vendor/lib', '..tools', '...'].map(isAround), [false, false, false]);
    assert.equal(insideOf('..tools'), '..tools/.git');
  });
});
