import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createGit } from '../../../../src/node/git';
import { factsOf, onlyFacts, QUERY, shownAdded, withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';

const quiet = { error() {}, warn() {}, info() {}, debug() {} };

describe('a hostile repository', () => {
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = makeRepository()));
  afterEach(() => repo.remove());

  const canaries = () => fs.readdirSync(repo.folder).filter((name) => name.startsWith('ran-'));
  /** A command that leaves a file behind when it runs. */
  const canary = (name: string) => {
    const script = path.join(repo.folder, '.git', `canary-${name}`);
    fs.writeFileSync(script, `#!/bin/sh\ntouch '${repo.folder}/ran-${name}'\ncat\n`, { mode: 0o755 });
    return script;
  };

  /** Touches a file without changing it, so that git has to compare its contents. */
  const age = (file: string) => fs.utimesSync(path.join(repo.folder, file), 1, 1);

  it('runs none of the programs that it configures', async () => {
    repo.write(
      '.gitattributes',
      '*.c filter=evil\n*.p filter=proc\n*.e filter=od=d diff=evil\n*.t diff=text\n',
    );
    for (const file of ['a.c', 'a.p', 'a.e', 'a.t', 'moved.c']) repo.write(file, 'one\n');
    repo.commit('first');
    repo.git('switch', '-q', '-c', 'work');
    repo.commit('second');
    const settings: [string, string][] = [
      ['core.fsmonitor', canary('fsmonitor')],
      ['core.pager', canary('pager')],
      ['pager.log', canary('pager-log')],
      ['pager.diff', canary('pager-diff')],
      ['core.sshCommand', canary('ssh')],
      ['core.editor', canary('editor')],
      ['core.hooksPath', path.join(repo.folder, '.git/evil-hooks')],
      ['core.alternateRefsCommand', canary('alternate')],
      ['diff.external', canary('external')],
      ['diff.evil.command', canary('driver')],
      ['diff.text.textconv', canary('textconv')],
      ['filter.evil.clean', canary('clean')],
      ['filter.evil.required', 'true'],
      ['filter.proc.process', canary('process')],
      ['filter.od=d.clean', canary('clean-odd')],
      ['log.showSignature', 'true'],
      ['gpg.program', canary('gpg')],
      ['trailer.outcome.command', canary('trailer')],
      ['trailer.outcome.cmd', canary('trailer-cmd')],
      ['alias.diff', `!${canary('alias')}`],
      ['alias.log', `!${canary('alias-log')}`],
      ['credential.helper', canary('credential')],
      ['interactive.diffFilter', canary('filter')],
      ['remote.origin.url', `ext::${canary('transport')}`],
      ['remote.origin.promisor', 'true'],
      ['protocol.ext.allow', 'always'],
    ];
    for (const [key, value] of settings) repo.git('config', key, value);
    const hooks = path.join(repo.folder, '.git/evil-hooks');
    fs.mkdirSync(hooks);
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
      fs.copyFileSync(canary(`hook-${hook}`), path.join(hooks, hook));
    }
    for (const file of ['a.c', 'a.p', 'a.e', 'a.t']) {
      repo.write(file, 'one\ntwo\n');
    }
    const facts = await onlyFacts(repo.folder, { addedSince: 'main' });
    assert.deepEqual(canaries(), []);
    assert.deepEqual(shownAdded(facts), { 'a.c': '2', 'a.e': '2', 'a.p': '2', 'a.t': '2' });
    for (const file of ['a.c', 'a.p', 'a.e', 'a.t']) {
      repo.write(file, 'one\n');
      age(file);
    }
    fs.renameSync(path.join(repo.folder, 'moved.c'), path.join(repo.folder, 'elsewhere.c'));
    assert.deepEqual(shownAdded(await onlyFacts(repo.folder)), {});
    assert.deepEqual(canaries(), []);
  });

  it('runs none of them for a part of the files, or when it is asked again', async () => {
    repo.write('.gitattributes', '*.c filter=evil diff=evil\n*.t diff=text\n');
    for (const file of ['a.c', 'a.t', 'b.c', 'b.t', 'c.c']) repo.write(file, 'one\n');
    repo.commit('first');
    repo.git('switch', '-q', '-c', 'work');
    for (const file of ['a.c', 'a.t', 'b.c', 'b.t']) repo.write(file, 'one\ntwo\n');
    repo.commit('second');
    const settings: [string, string][] = [
      ['core.fsmonitor', canary('fsmonitor')],
      ['diff.external', canary('external')],
      ['diff.evil.command', canary('driver')],
      ['diff.text.textconv', canary('textconv')],
      ['filter.evil.clean', canary('clean')],
      ['filter.evil.smudge', canary('smudge')],
      ['filter.evil.required', 'true'],
      ['alias.mktree', `!${canary('alias')}`],
    ];
    for (const [key, value] of settings) repo.git('config', key, value);
    const git = createGit(repo.folder, { logger: quiet, few: 0 });
    const ask = async (files: string[], changed?: string[]) => {
      const wanted = (async function* () {
        yield await Promise.resolve(files);
      })();
      const [facts] = await git.facts(QUERY, new AbortController().signal, changed, wanted);
      return shownAdded(facts!);
    };
    repo.write('b.c', 'two\ntwo\n');
    repo.write('b.t', 'two\ntwo\n');
    repo.write('c.c', 'one\ntwo\n');
    const all = { 'a.c': '2', 'a.t': '2', 'b.c': '1-2', 'b.t': '1-2', 'c.c': '2' };
    assert.deepEqual(await ask(Object.keys(all)), all);
    for (const file of Object.keys(all)) repo.write(file, 'one\ntwo\nthree\n');
    const more = { 'a.c': '2-3', 'a.t': '2-3', 'b.c': '2-3', 'b.t': '2-3', 'c.c': '2-3' };
    assert.deepEqual(await ask(Object.keys(all), Object.keys(all)), more);
    assert.deepEqual(canaries(), []);
  });

  it('would run them if git were asked carelessly', () => {
    repo.write('.gitattributes', '*.c filter=evil\n');
    repo.write('a.c', 'one\n');
    repo.commit('first');
    repo.git('config', 'filter.evil.clean', canary('clean'));
    repo.git('config', 'core.fsmonitor', canary('fsmonitor'));
    repo.git('config', 'diff.external', canary('external'));
    repo.write('a.c', 'one\ntwo\n');
    repo.git('diff', 'HEAD');
    assert.deepEqual(canaries().sort(), ['ran-clean', 'ran-external', 'ran-fsmonitor']);
  });

  it('runs nothing in a submodule either', async () => {
    const inner = repo.nested('inner');
    inner.write('a', 'one\n');
    inner.commit('first');
    repo.commit('embedded');
    inner.git('config', 'core.fsmonitor', canary('fsmonitor'));
    inner.git('config', 'diff.external', canary('external'));
    inner.write('a', 'one\ntwo\n');
    const { facts } = await factsOf(repo.folder);
    assert.deepEqual(facts.map(shownAdded), [{}, { 'inner/a': '2' }]);
    assert.deepEqual(canaries(), []);
  });

  it('fetches nothing into a partial clone, and takes changed files as new instead', async () => {
    repo.write('a', 'one\n');
    repo.write('b', 'one\n');
    const first = repo.commit('first');
    repo.write('a', 'one\ntwo\n');
    repo.commit('second');
    const blob = repo.git('rev-parse', `${first}:a`);
    fs.rmSync(path.join(repo.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    repo.git('config', 'remote.origin.url', `ext::${canary('transport')}`);
    repo.git('config', 'remote.origin.promisor', 'true');
    repo.git('config', 'remote.origin.partialclonefilter', 'blob:none');
    repo.git('config', 'core.repositoryformatversion', '1');
    repo.git('config', 'extensions.partialClone', 'origin');
    repo.git('config', 'protocol.ext.allow', 'always');
    const { facts, warnings } = await factsOf(repo.folder, { addedSince: first });
    assert.deepEqual(shownAdded(facts[0]!), { a: 'all' });
    assert.match(warnings.join('\n'), /lacks old contents/);
    assert.deepEqual(canaries(), []);
  });

  it('is not written to', async () => {
    repo.write('a', 'one\n');
    repo.commit('first');
    age('a');
    const index = path.join(repo.folder, '.git/index');
    const before = fs.readFileSync(index);
    await onlyFacts(repo.folder);
    assert.deepEqual(fs.readFileSync(index), before);
  });
});
