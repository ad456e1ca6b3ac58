import assert from 'node:assert/strict';
import { rankEntries, type RankHints } from '../../../../src/core/symbols';
import type { Work } from '../../../../src/core/work/model';
import { treeOf } from '../../../support/tree';

const tree = treeOf(`
outcomes:
  - { id: done, title: t, status: achieved, paths: [old/**] }
  - id: first
    title: t
    outputs: [{ id: first-a, title: u }, { id: first-b, title: u, status: rejected }]
  - { id: second, title: t, paths: [src/**] }
  - { id: third, title: t }
`);

function ranked(hints: RankHints, { branch, commits = [] }: { branch?: string; commits?: string[] } = {}) {
  const link = (outcome: string) => [{ outcome, evidence: 'trailer' as const }];
  const work = {
    todos: [],
    branches: branch === undefined ? [] : [{ current: true, links: link(branch) }],
    commits: commits.map((id) => ({ links: link(id) })),
  } as unknown as Work;
  return rankEntries(tree, work, hints).map(({ id, rank }) => `${id} ${rank}`);
}

describe('the order in which ids are offered', () => {
  it("is the branch's, the path's, the recent ones, the tree's order, and the closed ones last", () => {
    assert.deepEqual(
      ranked({ file: 'src/a.ts', chosen: ['third'] }, { branch: 'first', commits: ['first-a'] }),
      ['first branch', 'second path', 'third recent', 'first-a recent', 'done closed', 'first-b closed'],
    );
  });

  it('is the order of the tree where nothing is known', () => {
    assert.deepEqual(ranked({}), [
      'first other',
      'first-a other',
      'second other',
      'third other',
      'done closed',
      'first-b closed',
    ]);
  });

  it('lets the branch and the path speak for a closed one, without case', () => {
    assert.deepEqual(ranked({ file: 'old/x.c' }, { branch: 'FIRST-B' }).slice(0, 2), [
      'first-b branch',
      'done path',
    ]);
  });
});
