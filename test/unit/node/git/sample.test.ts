import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onlyFacts, shownAdded, withBareGit } from '../../../support/git-facts';
import { openRepository } from '../../../support/repository';

const root = path.join(import.meta.dirname, '../../../..');

describe('the sample', () => {
  withBareGit();
  let folder: string;
  const make = (target: string, environment: Record<string, string> = {}) =>
    execFileSync(process.execPath, [path.join(root, 'scripts/sample.mjs'), target], {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { ...process.env, ...environment },
    });
  before(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-sample-')));
    make(path.join(folder, 'one'));
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('is left on a branch with committed, uncommitted and untracked work', async () => {
    const facts = await onlyFacts(path.join(folder, 'one'), { base: 'main' });
    assert.equal(facts.branch, 'voip/number-porting');
    assert.equal(facts.own.length, 2);
    assert.deepEqual(shownAdded(facts), {
      'ops/check-lines.sh': 'all',
      'services/billing/invoice.go': '32-37',
      'services/voice/gateway.ts': '33-38',
      'services/voice/porting.ts': 'all',
    });
  });

  it('has a branch for each kind of evidence', async () => {
    const { branches, commits } = await onlyFacts(path.join(folder, 'one'), { base: 'main' });
    const trailers = new Map(commits.map((commit) => [commit.id, commit.trailers]));
    assert.deepEqual(
      branches.map(({ name, config, commits: own }) => [
        name,
        config,
        own.flatMap((id) => trailers.get(id)!),
      ]),
      [
        ['ana/order-poc', ['conversion'], ['order-page']],
        ['autumn-batch', [], ['more-signups', 'lower-cost']],
        ['ben/misc-cleanup', [], []],
        ['fewer-calls-handover', [], []],
        ['release/2026-11', [], ['none (release plumbing)']],
        ['spike/call-recordings', [], ['simulator']],
        ['voice/emergency-location', [], ['reliable-voice']],
        ['voip/number-porting', [], ['release-requests']],
      ],
    );
  });

  it('ends as the files in examples/, of which history has each', () => {
    const repository = openRepository(path.join(folder, 'one'));
    const source = path.join(root, 'examples/voice-migration');
    const files = fs
      .readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => fs.statSync(path.join(source, file)).isFile());
    const listed = repository.git('ls-files', '-co', '--exclude-standard').split('\n');
    assert.deepEqual(files.map((file) => file.replaceAll(path.sep, '/')).sort(), listed.sort());
    for (const file of files) {
      const text = fs.readFileSync(path.join(source, file), 'utf8').replaceAll('\r\n', '\n');
      assert.equal(fs.readFileSync(path.join(folder, 'one', file), 'utf8'), text, file);
    }
  });

  it('is the same whoever makes it', () => {
    const config = path.join(folder, 'config');
    fs.writeFileSync(
      config,
      '[core]\nautocrlf = true\n[commit]\ngpgSign = true\n[init]\ndefaultBranch = other\n',
    );
    make(path.join(folder, 'two'), {
      GIT_CONFIG_GLOBAL: config,
      GIT_AUTHOR_NAME: 'Somebody',
      GIT_DIR: '/nonexistent',
      TZ: 'Asia/Tokyo',
      LC_ALL: 'C',
    });
    const refs = (name: string) => openRepository(path.join(folder, name)).git('for-each-ref');
    assert.equal(refs('two'), refs('one'));
  });

  it('is not made over somebody’s files', () => {
    const target = path.join(folder, 'mine');
    fs.mkdirSync(target);
    fs.writeFileSync(path.join(target, 'a'), 'x');
    assert.throws(() => make(target), /is not empty/);
    assert.deepEqual(fs.readdirSync(target), ['a']);
  });
});
