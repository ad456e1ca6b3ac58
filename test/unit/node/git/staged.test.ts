import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createGitCommand } from '../../../../src/node/git/command';
import { stagedFiles, type StagedOptions } from '../../../../src/node/git/staged';
import { shown, withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';

describe('what is staged', () => {
  withBareGit();
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => repository.remove());

  const staged = async (options: StagedOptions = {}) => {
    const git = createGitCommand('git', repository.folder, new AbortController().signal);
    const files = await stagedFiles(git, options);
    return Object.fromEntries(
      files.map(({ file, lines, contents }) => [
        file,
        `${shown(lines)} ${JSON.stringify(contents.toString())}`,
      ]),
    );
  };

  it('is all of what the first commit adds', async () => {
    repository.write('a.ts', 'one\n');
    repository.git('add', '.');
    assert.deepEqual(await staged(), { 'a.ts': 'all "one\\n"' });
  });

  it('is read from the index, whatever the working tree holds by now', async () => {
    repository.write('a.ts', 'one\ntwo\n');
    repository.commit('first');
    repository.write('a.ts', 'one\nstaged\ntwo\n');
    repository.git('add', '.');
    repository.write('a.ts', 'something\nelse\n');
    repository.write('untracked.ts', 'x\n');
    assert.deepEqual(await staged(), { 'a.ts': '2 "one\\nstaged\\ntwo\\n"' });
    fs.rmSync(path.join(repository.folder, 'a.ts'));
    assert.deepEqual(await staged(), { 'a.ts': '2 "one\\nstaged\\ntwo\\n"' });
  });

  it('leaves out moved lines, deleted files, links and what is not wanted', async () => {
    repository.write('long.ts', 'one\ntwo\nthree\nfour\nfive\n');
    repository.write('gone.ts', 'x\n');
    repository.commit('first');
    repository.git('mv', 'long.ts', 'moved.ts');
    repository.git('rm', '-q', 'gone.ts');
    repository.write('no.md', 'x\n');
    fs.symlinkSync('moved.ts', path.join(repository.folder, 'link.ts'));
    repository.git('add', '.');
    assert.deepEqual(await staged({ wanted: (file) => file.endsWith('.ts') }), {});
    repository.write('moved.ts', 'one\ntwo\nthree\nfour\nfive\nsix\n');
    repository.git('add', '.');
    assert.deepEqual(Object.keys(await staged({ wanted: (file) => file.endsWith('.ts') })), ['moved.ts']);
  });

  it('takes names of any kind', async () => {
    const names = ['a b.ts', 'ünï.ts', 'q"uo\'te.ts', '*.ts', 'tab\there.ts', '-dash.ts'];
    for (const name of names) repository.write(name, `${name}\n`);
    repository.git('add', '--all');
    assert.deepEqual(Object.keys(await staged()).sort(), [...names].sort());
  });

  it('runs no filter, external diff or text conversion of the repository', async () => {
    const marker = path.join(repository.folder, 'ran');
    repository.write('.gitattributes', '*.ts filter=f diff=d\n');
    repository.write('a.ts', 'one\n');
    repository.commit('first');
    const script = path.join(repository.folder, '.git', 'run.sh');
    fs.writeFileSync(script, `#!/bin/sh\ntouch '${marker}'\ncat\n`, { mode: 0o755 });
    repository.write('a.ts', 'one\ntwo\n');
    repository.git('add', '.');
    for (const key of [
      'filter.f.clean',
      'filter.f.smudge',
      'diff.d.command',
      'diff.d.textconv',
      'diff.external',
    ])
      repository.git('config', key, script);
    assert.deepEqual(await staged(), { 'a.ts': '2 "one\\ntwo\\n"' });
    assert.ok(!fs.existsSync(marker));
  });

  it('may be that of another index', async () => {
    repository.write('a.ts', 'one\n');
    repository.commit('first');
    const index = path.join(repository.folder, '.git', 'other-index');
    fs.copyFileSync(path.join(repository.folder, '.git', 'index'), index);
    repository.write('a.ts', 'one\ntwo\n');
    repository.git('add', '.');
    assert.deepEqual(await staged({ index }), {});
    assert.deepEqual(await staged(), { 'a.ts': '2 "one\\ntwo\\n"' });
  });
});
