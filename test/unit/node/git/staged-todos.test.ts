import assert from 'node:assert/strict';
import { createLinker } from '../../../../src/core';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { createGitCommand } from '../../../../src/node/git/command';
import { stagedTodos } from '../../../../src/node/git/staged-todos';
import { withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';

describe('the TODOs that are staged', () => {
  withBareGit();
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const tree = mergeFiles([
    parseOutcomes(
      'outcomes.yml',
      'policy: { ignore: [vendor/**] }\noutcomes: [{ id: voice, title: a }, { id: calm, title: b, paths: [sub/desk/**] }]',
    ),
  ]);
  const found = async (fileOf?: (file: string) => string | undefined) => {
    const git = createGitCommand('git', repository.folder, new AbortController().signal);
    const todos = await stagedTodos(git, { tree, linker: createLinker(tree), ...(fileOf && { fileOf }) });
    return todos.map(
      ({ file, text, links }) =>
        `${file} ${text} ${links.map(({ outcome, evidence }) => `${outcome} ${evidence}`).join()}`,
    );
  };

  it('are those on lines that the commit adds, where they are looked for', async () => {
    repository.write('a.ts', '// TODO(voice): old\n\nx();\n');
    repository.commit('first');
    repository.write('a.ts', '// TODO(voice): old\n\nx();\n// TODO(calm): new,\n// and more\n');
    repository.write('vendor/b.ts', '// TODO(voice): ignored\n');
    repository.git('add', '.');
    repository.write('a.ts', '// TODO(voice): not staged\n');
    assert.deepEqual(await found(), ['a.ts new, and more calm stated']);
  });

  it('are touched when a line that they go on over is added', async () => {
    repository.write('a.ts', '// TODO(voice): old,\nx();\n');
    repository.commit('first');
    repository.write('a.ts', '// TODO(voice): old,\n// and more\nx();\n');
    repository.git('add', '.');
    assert.deepEqual(await found(), ['a.ts old, and more voice stated']);
  });

  it('have the names that the tree has for their files', async () => {
    repository.write('desk/a.ts', '// TODO: x\n');
    repository.write('other/b.ts', '// TODO(voice): y\n');
    repository.git('add', '.');
    assert.deepEqual(await found((file) => `sub/${file}`), [
      'sub/desk/a.ts x calm path',
      'sub/other/b.ts y voice stated',
    ]);
    const inside = (file: string) => (file.startsWith('other/') ? file.slice('other/'.length) : undefined);
    assert.deepEqual(await found(inside), ['b.ts y voice stated']);
  });
});
