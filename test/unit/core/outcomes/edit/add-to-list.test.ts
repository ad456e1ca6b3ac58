import assert from 'node:assert/strict';
import { addToList } from '../../../../../src/core/outcomes/edit';
import { parseOutcomes } from '../../../../../src/core/outcomes/parse';
import { edited, outcome } from './support/shown';

/** The lines below an outcome after a path was added to it. */
function added(lines: string, path = 'web/**'): string {
  const head = 'outcomes:\n- id: x\n  title: T\n';
  const made = edited(head + lines, (file) => addToList(file, outcome(file, 'x'), 'paths', path));
  return made.startsWith(head) ? made.slice(head.length).replace(/[‹›]/g, '') : made;
}

describe('addToList', () => {
  for (const [before, after] of [
    ['', '  paths: [web/**]\n'],
    ['  paths:\n', '  paths: [web/**]\n'],
    ['  paths: []\n', '  paths: [web/**]\n'],
    ['  paths: [a/**]\n', '  paths: [a/**, web/**]\n'],
    ['  paths: [ a/**, b ] # ours\n', '  paths: [ a/**, b, web/** ] # ours\n'],
    ['  paths:\n  - a/**\n', '  paths:\n  - a/**\n  - web/**\n'],
    [
      '  paths:\n    - "a/**" # why\n    # more\n',
      '  paths:\n    - "a/**" # why\n    - web/**\n    # more\n',
    ],
    ['  paths:\n    - a/**\n  due: 2026-12-31\n', '  paths:\n    - a/**\n    - web/**\n  due: 2026-12-31\n'],
    ['  paths: [\n    a/**, # why\n  ]\n', '  paths: [\n    a/**, # why\n    web/**,\n  ]\n'],
    ['  paths: [web/**]\n', '  paths: [web/**]\n'],
  ] as const)
    it(JSON.stringify(before), () => assert.equal(added(before), after));

  it('writes any path so that it is read as that path', () => {
    for (const path of ['*.ts', '[slug]/**', '{a,b}', 'a: b', '#x', '- a', 'a, b', '**', "it's", '12']) {
      for (const lines of ['', '  paths: [a]\n', '  paths:\n  - a\n']) {
        const text = `version: 1\noutcomes:\n- id: x\n  title: T\n${added(lines, path)}`;
        const read = parseOutcomes('outcomes.yml', text);
        assert.equal(read.outcomes[0]?.paths.at(-1), path, text);
        assert.deepEqual(read.problems, [], text);
      }
    }
  });

  it('refuses what is no list', () => {
    assert.match(added('  paths: a/**\n'), /not written as a list/);
  });
});
