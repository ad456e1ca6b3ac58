import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlobs, parseOutcomes } from '../../../../src/core';
import { globBelow } from '../../../../src/editor/linking/glob-below';

/** What reading an outcomes.yml with this path finds wrong. */
function problemsOf(glob: string) {
  const text = `version: 1\noutcomes:\n  - { id: x, title: T, paths: [${JSON.stringify(glob)}] }\n`;
  return parseOutcomes('outcomes.yml', text).problems;
}

describe('globBelow', () => {
  it('starts from the folder of the outcomes.yml', () => {
    assert.equal(globBelow('', 'services/voice'), 'services/voice/**');
    assert.equal(globBelow('services/', 'services/voice'), 'voice/**');
    assert.equal(globBelow('services/', 'services'), '**');
    assert.equal(globBelow('', ''), '**');
    assert.equal(globBelow('', 'app/[slug]/(auth)'), 'app/[slug]/(auth)/**');
    assert.equal(globBelow('services/', 'web'), undefined);
    assert.equal(globBelow('services/', ''), undefined);
    assert.equal(globBelow('web/', 'website'), undefined);
  });

  it('matches what lies in the folder, and in no other, whatever their names are', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', '*', '?', '{', '}', ',', '[', ']', '(', ')', '!', '\\', ' ', '.'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), name, name, (path, other, file) => {
        fc.pre(path.at(-1) !== other && [...path, other, file].every((part) => !/^\.{1,2}$/.test(part)));
        const glob = globBelow('', path.join('/'))!;
        assert.deepEqual(problemsOf(glob), []);
        const isBelow = compileGlobs([glob]);
        assert.ok(isBelow([...path, file].join('/')));
        assert.ok(isBelow([...path, other, file].join('/')));
        assert.ok(!isBelow([...path.slice(0, -1), other, file].join('/')));
      }),
    );
  });
});
