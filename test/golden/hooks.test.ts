import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../support/repository';

const command = path.join(import.meta.dirname, '../../dist/cli.js');

const OUTCOMES = `version: 1
policy: { commits-since: 2026-01-01 }
outcomes:
  - { id: reliable-voice, title: Customers keep reliable voice, branches: [voip/**] }
  - { id: lower-cost, title: Cost falls }
  - { id: old-news, title: Over, status: dropped }
`;

/** The hooks say nothing of where the command lies, so they can be copied. */
const prepared = preparedRepository((repository) => {
  repository.write('outcomes.yml', OUTCOMES);
  repository.commit('chore: begin\n\nOutcome: none (to begin with)');
  execFileSync(process.execPath, [command, 'hooks', 'install'], { cwd: repository.folder });
});

/** Git, its hooks and the built command together, as at a terminal. */
describe('hooks with the command itself', function () {
  // Each test starts dozens of processes.
  this.timeout(120_000);
  let repository: TestRepository;
  let bin: string;
  beforeEach(() => {
    repository = prepared();
    bin = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-bin-'));
    script('outcomes', `exec "${process.execPath}" "${command}" "$@"`);
  });
  afterEach(() => {
    repository.remove();
    fs.rmSync(bin, { recursive: true, force: true });
  });

  const script = (name: string, text: string) => {
    const file = path.join(bin, name);
    fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    return file;
  };
  const run = (program: string, args: readonly string[], env: Record<string, string>, cwd: string) =>
    spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...BARE_ENVIRONMENT,
        NO_COLOR: '1',
        PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      },
    });
  const outcomes = (...args: string[]) => run('outcomes', args, {}, repository.folder);
  const git = (args: readonly string[], env: Record<string, string> = {}, cwd = repository.folder) =>
    run('git', args, env, cwd);
  const succeed = (...input: Parameters<typeof git>) => {
    const result = git(...input);
    assert.equal(result.status, 0, result.stderr);
    return result;
  };
  /** An editor that puts the text before what git hands it. */
  const typing = (text: string) => {
    const words = path.join(bin, 'words');
    fs.writeFileSync(words, text);
    return { GIT_EDITOR: script('editor', `cat "${words}" "$1" > "$1.typed" && cat "$1.typed" > "$1"`) };
  };
  const last = (format = '%B', at = 'HEAD') => repository.git('log', '-1', `--format=${format}`, at);
  const trailer = (at?: string) => last('%(trailers:key=Outcome,valueonly=true,separator=%x2c)', at);
  const branch = (name: string) => succeed(['checkout', '--quiet', '-b', name]);
  const stage = (file: string, text: string) => {
    repository.write(file, text);
    succeed(['add', '--', file]);
  };

  it('fill in what the branch serves, and say by which evidence', () => {
    branch('reliable-voice/retry');
    stage('a.ts', 'a\n');
    const { stderr } = succeed(['commit', '-m', 'feat: retry']);
    assert.match(stderr, /^Outcome: reliable-voice filled in: the branch's name has it\.$/m);
    assert.equal(last(), 'feat: retry\n\nOutcome: reliable-voice\n');

    succeed(['checkout', '--quiet', '-b', 'topic']);
    succeed(['config', 'branch.topic.outcome', 'lower-cost']);
    succeed(['commit', '--allow-empty', '-m', 'fix: a', '-m', 'Refs: #1']);
    assert.equal(last(), 'fix: a\n\nRefs: #1\nOutcome: lower-cost\n');

    branch('voip/fibre');
    succeed(['commit', '--allow-empty', '-m', 'fix: b']);
    assert.equal(trailer(), 'reliable-voice');

    succeed(['checkout', '--quiet', '-b', 'more', 'reliable-voice/retry']);
    assert.match(succeed(['commit', '--allow-empty', '-m', 'c']).stderr, /own commits serve it/);
    assert.equal(trailer(), 'reliable-voice');
  });

  it('fill in what the staged TODOs state, as they are staged', () => {
    branch('topic');
    stage('a.ts', '// TODO(lower-cost): one\n// TODO(old-news): two\n');
    repository.write('a.ts', '// TODO(reliable-voice): not staged\n');
    stage('b.md', 'TODO(reliable-voice): in prose\n');
    succeed(['commit', '-m', 'fix: a', '--trailer', 'Outcome: none (only to begin)']);
    assert.equal(trailer(), 'none (only to begin)');

    stage('a.ts', '// TODO(lower-cost): one\n// TODO(reliable-voice): three\n');
    assert.match(succeed(['commit', '-m', 'fix: b']).stderr, /TODO in a\.ts states it/);
    assert.equal(trailer(), 'reliable-voice');

    // `-a` and a named path commit from an index of their own.
    repository.write('a.ts', '// TODO(lower-cost): four\n');
    succeed(['commit', '-a', '-m', 'fix: c', '--no-verify']);
    assert.equal(trailer(), 'reliable-voice', 'the branch says it by now');
    succeed(['checkout', '--quiet', '-b', 'other', 'main']);
    stage('c.ts', '// TODO(reliable-voice): staged, not committed\n');
    repository.write('outcomes.yml', `${OUTCOMES}# TODO(lower-cost): here\n`);
    succeed(['commit', '-m', 'fix: d', 'outcomes.yml']);
    assert.equal(trailer(), 'lower-cost');
  });

  it('leave a place for the subject in an editor, and abort where none is typed', () => {
    branch('reliable-voice/retry');
    stage('a.ts', 'a\n');
    succeed(['commit', '-v'], typing('feat: typed'));
    assert.equal(last(), 'feat: typed\n\nOutcome: reliable-voice\n');

    const before = last('%H');
    stage('a.ts', 'b\n');
    const untouched = git(['commit'], { GIT_EDITOR: 'true' });
    assert.equal(untouched.status, 1);
    assert.match(untouched.stderr, /Nothing was committed.*empty/);
    assert.equal(last('%H'), before);
  });

  it('follow the configured comment sign and cleanup', () => {
    branch('reliable-voice/retry');
    for (const [config, typed, expected] of [
      ['core.commentChar=;', '#12 is fixed', '#12 is fixed\n\nOutcome: reliable-voice\n'],
      ['core.commentChar=auto', 'fix: x\n\n# note', 'fix: x\n\nOutcome: reliable-voice\n'],
      ['commit.cleanup=scissors', '#13 is fixed', '#13 is fixed\n\nOutcome: reliable-voice\n'],
    ] as const) {
      succeed(['-c', config, 'commit', '--allow-empty'], typing(typed));
      assert.equal(last(), expected, config);
    }
    succeed(['commit', '--allow-empty', '-m', '#14 is fixed']);
    assert.equal(last(), '#14 is fixed\n\nOutcome: reliable-voice\n');
  });

  it('never fill in twice, nor where the person has said it', () => {
    branch('reliable-voice/retry');
    for (const message of [
      'fix(lower-cost): a',
      'fix: a\n\nOutcome: lower-cost',
      'fix: a\n\noutcome: none (plumbing)',
    ]) {
      succeed(['commit', '--allow-empty', '-m', message]);
      assert.equal(last(), `${message}\n`);
    }
    succeed(['commit', '--allow-empty', '-m', 'fix: b', '--trailer', 'Outcome=lower-cost']);
    assert.equal(trailer(), 'lower-cost');
    succeed(['commit', '--allow-empty', '-m', 'fix: c']);
    succeed(['commit', '--amend', '--allow-empty', '--no-edit']);
    succeed(['commit', '--amend', '--allow-empty'], typing(''));
    assert.equal(last(), 'fix: c\n\nOutcome: reliable-voice\n');
  });

  it('keep a commit back that states no why, and say what to add', () => {
    branch('topic');
    stage('a.ts', 'a\n');
    const refused = git(['commit', '-m', 'fix: a']);
    assert.equal(refused.status, 1);
    assert.match(
      refused.stderr,
      /^\.git\/COMMIT_EDITMSG:1:1 {2}warning {2}.*`Outcome: ID`.*commit-without-why$/m,
    );
    assert.match(refused.stderr, /^Open outcomes: reliable-voice, lower-cost\.$/m);
    assert.match(refused.stderr, /`git commit -e -F \.git\/COMMIT_EDITMSG`/);
    // The message is all there.
    succeed(['commit', '-e', '-F', '.git/COMMIT_EDITMSG'], {
      GIT_EDITOR: script('editor', 'printf "\\nOutcome: lower-cost\\n" >> "$1"'),
    });
    assert.equal(last(), 'fix: a\n\nOutcome: lower-cost\n');

    const misspelt = git(['commit', '--allow-empty', '-m', 'x', '-m', 'Outcome: lowr-cost']);
    assert.equal(misspelt.status, 1);
    assert.match(misspelt.stderr, /COMMIT_EDITMSG:3:10 {2}error .*Did you mean `lower-cost`/);
    assert.equal(git(['commit', '--allow-empty', '-m', 'x', '-m', 'Outcome: old-news']).status, 1);
    assert.equal(git(['commit', '--allow-empty', '-m', 'x', '-m', 'Outcome: none']).status, 1);
    succeed(['commit', '--allow-empty', '--no-verify', '-m', 'x']);

    repository.write('outcomes.yml', OUTCOMES.replace(/^policy.*\n/m, ''));
    succeed(['commit', '--allow-empty', '-m', 'x']);
    assert.equal(git(['commit', '--allow-empty', '-m', 'x', '-m', 'Outcome: lowr-cost']).status, 1);
  });

  it('follow the policy and --fail-on', () => {
    const file = path.join(repository.folder, 'message');
    fs.writeFileSync(file, 'fix: a\n');
    assert.equal(outcomes('commit-msg', 'message').status, 1);
    assert.equal(outcomes('commit-msg', '--fail-on', 'error', 'message').status, 0);
    assert.equal(outcomes('commit-msg', '--today', '2025-12-31', file).status, 0);
    repository.write(
      'outcomes.yml',
      OUTCOMES.replace('01-01 }', '01-01, rules: { commit-without-why: off } }'),
    );
    assert.deepEqual([outcomes('commit-msg', file).status, outcomes('commit-msg', file).stdout], [0, '']);
  });

  it('leave merges, squashes, reverts, fixups and cherry-picks alone', () => {
    branch('side');
    stage('s.ts', 's\n');
    succeed(['commit', '--no-verify', '-m', 'side']);
    const side = last('%H');
    succeed(['checkout', '--quiet', '-b', 'reliable-voice/retry', 'main']);
    succeed(['commit', '--allow-empty', '-m', 'fix: a']);

    succeed(['merge', '--no-ff', '--no-edit', 'side']);
    assert.equal(trailer(), '');
    succeed(['revert', '--no-edit', '-m', '1', 'HEAD']);
    assert.equal(trailer(), '');
    succeed(['commit', '--allow-empty', '--fixup', 'HEAD']);
    assert.equal(trailer(), '');
    succeed(['reset', '--quiet', '--hard', 'HEAD~3']);
    succeed(['cherry-pick', side]);
    assert.equal(last(), 'side\n');
    succeed(['reset', '--quiet', '--hard', 'HEAD~1']);
    succeed(['merge', '--squash', 'side']);
    succeed(['commit', '--no-verify', '--no-edit']);
    assert.equal(trailer(), '');
  });

  it('leave what a rebase replays alone, and take part in what a person writes during one', () => {
    branch('reliable-voice/retry');
    for (const name of ['one', 'two']) {
      stage(`${name}.ts`, name);
      succeed(['commit', '--no-verify', '-m', name, '--trailer', 'Refs: #1']);
      succeed(['commit', '--amend', '--no-verify', '-m', name]);
    }
    // Without a trailer each, as from before the hooks were set up.
    const messages = 'git log --format=%B main..HEAD';
    succeed(['filter-branch', '-f', '--msg-filter', 'head -1', 'main..HEAD'], {
      FILTER_BRANCH_SQUELCH_WARNING: '1',
    });
    assert.doesNotMatch(run('sh', ['-c', messages], {}, repository.folder).stdout, /Outcome/);
    stage('one.ts', 'one more');
    succeed(['commit', '--no-verify', '--fixup', 'HEAD~1']);
    succeed(['rebase', '-i', '--autosquash', 'main'], { GIT_SEQUENCE_EDITOR: 'true', GIT_EDITOR: 'true' });
    assert.deepEqual(repository.git('log', '--format=%s', 'main..HEAD').split('\n'), ['two', 'one']);
    assert.doesNotMatch(run('sh', ['-c', messages], {}, repository.folder).stdout, /Outcome/);

    succeed(['rebase', '-i', 'main'], { GIT_SEQUENCE_EDITOR: 'sed -i.bak "1s/^pick/edit/"' });
    stage('three.ts', 'three');
    succeed(['commit'], typing('three'));
    assert.equal(trailer(), 'reliable-voice');
    succeed(['rebase', '--continue'], { GIT_EDITOR: 'true' });
    assert.deepEqual(repository.git('log', '--format=%s', 'main..HEAD').split('\n'), ['two', 'three', 'one']);
  });

  it('work in a linked worktree', () => {
    const tree = path.join(bin, 'a tree');
    succeed(['worktree', 'add', '--quiet', '-b', 'reliable-voice/tree', tree]);
    succeed(['commit', '--allow-empty', '-m', 'fix: a'], {}, tree);
    assert.equal(trailer('reliable-voice/tree'), 'reliable-voice');
    assert.equal(git(['commit', '--allow-empty', '-m', 'x', '-m', 'Outcome: nonsense'], {}, tree).status, 1);
  });

  it('keep every byte of a message in another encoding', () => {
    branch('reliable-voice/retry');
    fs.writeFileSync(path.join(bin, 'latin1'), Buffer.from('fix: caf\xe9\r\n', 'latin1'));
    succeed(['-c', 'i18n.commitEncoding=latin1', 'commit', '--allow-empty', '-F', path.join(bin, 'latin1')]);
    const raw = run('git', ['cat-file', 'commit', 'HEAD'], {}, repository.folder);
    assert.match(raw.stdout, /Outcome: reliable-voice\n$/);
    assert.equal(repository.git('log', '-1', '--format=%s'), 'fix: café');
  });

  it('do nothing in a repository without an outcomes.yml, and let a commit through that cannot be checked', () => {
    repository.git('rm', '--quiet', 'outcomes.yml');
    const { stderr } = succeed(['commit', '-m', 'gone']);
    assert.equal(stderr, '');
    for (const args of [
      ['prepare-commit-msg', 'no-such-file'],
      ['commit-msg', 'no-such-file'],
    ])
      assert.deepEqual([outcomes(...args).status, outcomes(...args).stderr], [0, '']);
    repository.write('outcomes.yml', OUTCOMES);
    assert.equal(outcomes('prepare-commit-msg', 'no-such-file').status, 0);
    assert.equal(outcomes('commit-msg', 'no-such-file').status, 2);
  });

  it('are taken away again', () => {
    assert.match(
      outcomes('hooks', 'uninstall').stdout,
      /^Removed \.git\/hooks\/prepare-commit-msg\.\nRemoved/,
    );
    branch('reliable-voice/retry');
    succeed(['commit', '--allow-empty', '-m', 'fix: a']);
    assert.equal(trailer(), '');
    assert.match(outcomes('hooks', 'undo').stderr, /^outcomes: write `outcomes hooks install` or/);
  });
});
