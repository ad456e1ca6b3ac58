import assert from 'node:assert/strict';
import { isTarget, thingsIn } from '../../../../src/editor/linking/things';
import { rows, type Draft, type Place, type Row } from '../../../../src/editor/view/rows';

const range = (line: number) => ({ start: { line, character: 3 }, end: { line, character: 7 } });
const at = (file: string, line: number): Place => ({
  kind: 'file',
  folder: 'file:///f',
  file,
  range: range(line),
});

const todo = (file: string, line: number): Draft => ({
  key: `${file}:${line}`,
  kind: 'todo',
  label: 'x',
  icon: 'checklist',
  place: at(file, line),
});
const holder = (kind: Row['kind'], drafts: readonly Draft[]): Draft => ({
  key: `${kind}:${drafts[0]?.key ?? ''}`,
  kind,
  label: kind,
  icon: 'folder',
  children: (id) => rows(id, drafts, (draft) => draft),
});
const branch: Draft = {
  key: 'b',
  kind: 'branch',
  label: 'voice/x',
  icon: 'git-branch',
  place: { kind: 'branch', folder: 'file:///f', repository: '', branch: 'voice/x' },
  children: (id) => rows(id, [commit], (draft) => draft),
};
const commit: Draft = { key: 'c', kind: 'commit', label: 'Add x', icon: 'git-commit' };
const output: Draft = { key: 'o', kind: 'output', label: 'Portal', icon: 'x', place: at('outcomes.yml', 9) };

const made = (...drafts: Draft[]) => rows('', drafts, (draft) => draft);

describe('what rows stand for', () => {
  it('is what files, directories and groups hold, once', () => {
    const file = holder('file', [todo('a/b.ts', 1), todo('a/b.ts', 4)]);
    const directory = holder('directory', [file, holder('file', [todo('a/c.ts', 2)])]);
    const things = thingsIn(made(holder('group', [directory]), file, todo('a/b.ts', 4), todo('z.ts', 0)));
    assert.deepEqual(
      things.todos.map(({ file: name, at: { line } }) => `${name}:${line}`),
      ['a/b.ts:1', 'a/b.ts:4', 'a/c.ts:2', 'z.ts:0'],
    );
    assert.deepEqual(things.refused, []);
  });

  it('is a branch itself, not its commits', () => {
    const things = thingsIn(made(branch, output));
    assert.deepEqual(
      things.branches.map(({ branch: name }) => name),
      ['voice/x'],
    );
    assert.equal(things.outputs.length, 1);
    assert.deepEqual(things.refused, []);
  });

  it('is nothing for commits, outcomes and metrics, each with a reason', () => {
    const kinds = ['commit', 'outcome', 'metric'] as const;
    const things = thingsIn(
      made(...kinds.map((kind): Draft => ({ key: kind, kind, label: kind, icon: 'x' }))),
    );
    assert.deepEqual(
      things.refused.map(({ what }) => what),
      ['“commit”', '“outcome”', '“metric”'],
    );
    assert.equal(new Set(things.refused.map(({ reason }) => reason)).size, 3);
  });

  it('never goes into an outcome, whose work serves it', () => {
    const things = thingsIn(made(holder('folder', [holder('outcome', [todo('a.ts', 1)])])));
    assert.deepEqual(things.todos, []);
    assert.equal(things.refused.length, 1);
  });
});

describe('isTarget', () => {
  it('is true of outcomes and outputs only', () => {
    const kinds = ['outcome', 'output', 'metric', 'todo', 'branch', 'group', 'folder', 'file'] as const;
    const targets = made(...kinds.map((kind): Draft => ({ key: kind, kind, label: kind, icon: 'x' }))).filter(
      isTarget,
    );
    assert.deepEqual(
      targets.map(({ kind }) => kind),
      ['outcome', 'output'],
    );
  });
});
