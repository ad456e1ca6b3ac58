import assert from 'node:assert/strict';
import { looksPlural, readNoun, readVerb } from '../../../../../src/core/outcomes/wording/inflection';

const read = (word: string): string[] => readVerb(word).map(({ lemma, form }) => `${lemma}:${form}`);

describe('readVerb', () => {
  const cases: [word: string, readings: string[]][] = [
    ['ship', ['ship:base']],
    ['ships', ['ship:s']],
    ['shipping', ['ship:ing']],
    ['shipped', ['ship:ed']],
    ['publishes', ['publish:s']],
    ['deploying', ['deploy:ing']],
    ['migrating', ['migrate:ing']],
    ['introduced', ['introduce:ed']],
    ['modified', ['modify:ed']],
    ['calcified', []],
    ['simplified', ['simplify:ed']],
    ['identifies', ['identify:s']],
    ['cutting', ['cut:ing']],
    ['cut', ['cut:base', 'cut:ed']],
    ['built', ['build:ed']],
    ['rewrote', ['rewrite:ed']],
    ['fell', ['fall:ed']],
    ['run', ['run:base', 'run:ed']],
    ['re-deploys', ['deploy:s']],
    ['co-designed', ['design:ed']],
    ['bass', []],
    ['string', []],
    ['', []],
  ];
  for (const [word, readings] of cases) {
    it(word === '' ? 'nothing' : word, () => assert.deepEqual(read(word), readings));
  }
});

describe('readNoun', () => {
  it('finds the singular of regular and irregular plurals', () => {
    for (const [word, lemma, plural] of [
      ['stories', 'story', true],
      ['children', 'child', true],
      ['people', 'person', true],
      ['boxes', 'box', true],
      ['analyses', 'analysis', true],
      ['page', 'page', false],
    ] as const) {
      assert.deepEqual([readNoun(word)?.lemma, readNoun(word)?.plural], [lemma, plural], word);
    }
  });

  it('takes a compound for what its last part is', () => {
    assert.equal(readNoun('micro-dashboards')?.lemma, 'dashboard');
    assert.equal(readNoun('qwertz'), null);
  });
});

it('looksPlural tells plural endings from others', () => {
  assert.deepEqual(['jingles', 'status', 'business', 'famous', 'basis', 'gas'].filter(looksPlural), [
    'jingles',
  ]);
});
