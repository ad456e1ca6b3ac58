import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { idInName } from '../../../../src/core/work/branch';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { createIds } from '../../../../src/core/work/ids';
import {
  branchName,
  collision,
  nameProblem,
  slugOf,
  templateProblem,
} from '../../../../src/editor/branches/names';
import { defaultSettings } from '../../../../src/manifest';

const TEMPLATE = defaultSettings['outcomes.branchNameTemplate'];

function gitTakes(name: string): boolean {
  return spawnSync('git', ['check-ref-format', '--branch', name]).status === 0;
}

describe('the name of a branch for an outcome', () => {
  const parts = { id: 'voip', outcome: 'reliable-voice', work: 'Retry on timeout', user: 'Ana Duarte' };

  it('is made from the template', () => {
    assert.equal(branchName(TEMPLATE, parts), 'voip/retry-on-timeout');
    assert.equal(
      branchName('${user}/${outcome}-${slug}', parts),
      'ana-duarte/reliable-voice-retry-on-timeout',
    );
    assert.equal(branchName('feature/${id}', parts), 'feature/voip');
  });

  it('goes without what is empty', () => {
    assert.equal(branchName('${user}/${id}/${slug}', { ...parts, work: '', user: '' }), 'voip');
    assert.equal(branchName('${id}-${slug}', { ...parts, work: '…' }), 'voip');
  });

  it('keeps the case of an id like KEY-12', () => {
    assert.equal(branchName(TEMPLATE, { ...parts, id: 'KEY-12' }), 'KEY-12/retry-on-timeout');
  });

  it('is one that git takes, whatever the template and the words', () => {
    const piece = fc.constantFrom(
      '${slug}',
      '${id}',
      '/',
      '.',
      '..',
      '~',
      '@{',
      '.lock',
      '-',
      ' ',
      '[',
      'é',
      '@',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((all) => all.join('')),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (template, work) => {
          const name = branchName(template, { ...parts, work });
          assert.equal(name === '' ? null : nameProblem(name), null, name);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names the id for everybody who reads the name, by the default template', () => {
    const text =
      'outcomes: [{ id: voice, title: a, outputs: [{ id: voice-retry, title: b }] }, { id: KEY-12, title: c }]';
    const ids = createIds(mergeFiles([parseOutcomes('outcomes.yml', text)]));
    for (const id of ['voice', 'voice-retry', 'KEY-12']) {
      const name = branchName(TEMPLATE, { ...parts, id, work: 'Retry on 12 timeouts' });
      const target = idInName(name, ids);
      assert.equal(target?.output ?? target?.outcome, id, name);
    }
  });

  it('names in a template only what there is', () => {
    assert.equal(templateProblem(TEMPLATE), null);
    assert.match(templateProblem('${id}/${ticket}')!, /^\$\{ticket\} is no part/);
    assert.match(templateProblem(' ')!, /empty/);
  });
});

describe('a slug', () => {
  it('is words in lower case, of any script', () => {
    const slugs = {
      'Retry on timeout!': 'retry-on-timeout',
      "Don't wait 2 s": 'dont-wait-2-s',
      'Réessayer — après': 'reessayer-apres',
      '再試行 する': '再試行-する',
      'हिन्दी पाठ': 'हिन्दी-पाठ',
      '$(touch x); rm -rf /': 'touch-x-rm-rf',
      '': '',
    };
    assert.deepEqual(Object.fromEntries(Object.keys(slugs).map((text) => [text, slugOf(text)])), slugs);
  });

  it('ends with a whole word, or character', () => {
    assert.equal(slugOf('a'.repeat(40) + ' second'), `${'a'.repeat(40)}-second`);
    assert.equal(slugOf('a'.repeat(45) + ' second'), 'a'.repeat(45));
    assert.equal(slugOf('𐐨'.repeat(40)), '𐐨'.repeat(25));
  });
});

describe('a name of a branch', () => {
  it('is judged as git does', () => {
    for (const name of [
      ...['a', 'a/b', 'a.b', 'ünï', '$(x)', 'a@b', "it's", 'a"b', 'a=b', '@a', 'a-', '#1', 'head', 'x{y}'],
      ...[
        '',
        '-a',
        '.a',
        'a/.b',
        'a..b',
        'a.',
        'a.lock',
        'a.lock/b',
        'a b',
        'a~1',
        'a^',
        'a:b',
        'a?',
        'a*',
        'a[b',
      ],
      ...['a\\b', 'a@{b', '/a', 'a/', 'a//b', 'a\tb', 'HEAD', 'a./b', 'a\u007f'],
    ])
      assert.equal(nameProblem(name) === null, gitTakes(name), JSON.stringify(name));
    // Git makes a branch of this name, and then takes the name for HEAD.
    assert.match(nameProblem('@')!, /something else/);
  });
});

describe('a new branch beside those that are there', () => {
  it('may have the name of one, or collide with one as a folder or by case', () => {
    const existing = ['main', 'voip/retry', 'Calm'];
    assert.deepEqual(collision('voip/retry', existing), { branch: 'voip/retry', same: true });
    assert.deepEqual(collision('voip', existing), { branch: 'voip/retry', same: false });
    assert.deepEqual(collision('main/x', existing), { branch: 'main', same: false });
    assert.deepEqual(collision('calm', existing), { branch: 'Calm', same: false });
    assert.equal(collision('voip/other', existing), undefined);
    assert.equal(collision('voip2', existing), undefined);
    assert.deepEqual(collision('calm', ['Calm', 'calm']), { branch: 'calm', same: true });
  });
});
