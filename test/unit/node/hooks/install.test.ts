import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HumanError } from '../../../../src/core/errors';
import { installHooks, uninstallHooks } from '../../../../src/node/hooks';
import { withBareGit } from '../../../support/git-facts';
import {
  BARE_ENVIRONMENT,
  makeRepository,
  openRepository,
  type TestRepository,
} from '../../../support/repository';

const HOOKS = ['commit-msg', 'prepare-commit-msg'];

/** All entries of a folder with their modes, and what files hold or links lead to. */
function stateOf(folder: string): Record<string, string> {
  if (!fs.existsSync(folder)) return {};
  return Object.fromEntries(
    fs
      .readdirSync(folder)
      .filter((name) => !name.endsWith('.sample'))
      .map((name) => {
        const file = path.join(folder, name);
        const stat = fs.lstatSync(file);
        const holds = stat.isSymbolicLink()
          ? fs.readlinkSync(file)
          : stat.isFile()
            ? fs.readFileSync(file, 'latin1')
            : '';
        return [name, `${stat.mode.toString(8)} ${holds}`];
      }),
  );
}

describe('hooks', () => {
  withBareGit();
  let repository: TestRepository;
  let bin: string;
  beforeEach(() => {
    repository = makeRepository();
    bin = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-bin-'));
  });
  afterEach(() => {
    repository.remove();
    fs.rmSync(bin, { recursive: true, force: true });
  });

  const hooksFolder = (...parts: string[]) => path.join(repository.folder, '.git', 'hooks', ...parts);
  const writeHook = (file: string, text: string, mode = 0o755) => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    fs.chmodSync(file, mode);
  };
  /** A command `outcomes` on the PATH that notes how it was called. */
  const fakeCommand = (exit = 0) =>
    writeHook(path.join(bin, 'outcomes'), `#!/bin/sh\nprintf '%s|' "$@" >> calls\nexit ${exit}\n`);
  const calls = (folder = repository.folder) => {
    const file = path.join(folder, 'calls');
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  };
  const commit = (folder = repository.folder, ...args: string[]) =>
    spawnSync('git', ['commit', '--allow-empty', '-m', 'x', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...BARE_ENVIRONMENT,
        PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
    });
  const refusal = async (promise: Promise<unknown>) => {
    const error = await promise.then(
      () => assert.fail('it was not refused'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof HumanError, String(error));
    return error.message;
  };

  it('are set up once, run with what git gives them, and go again', async () => {
    const before = stateOf(hooksFolder());
    const reports = await installHooks(repository.folder);
    assert.deepEqual(
      reports.map(({ file, done, kept }) => [file, done, kept]),
      [
        ['.git/hooks/prepare-commit-msg', 'installed', null],
        ['.git/hooks/commit-msg', 'installed', null],
      ],
    );
    const installed = stateOf(hooksFolder());
    assert.deepEqual(Object.keys(installed).sort(), HOOKS);
    const again = await installHooks(repository.folder);
    assert.deepEqual(
      again.map(({ done }) => done),
      ['already', 'already'],
    );
    assert.deepEqual(stateOf(hooksFolder()), installed);

    fakeCommand();
    assert.equal(commit().status, 0);
    assert.equal(calls(), 'prepare-commit-msg|.git/COMMIT_EDITMSG|message|commit-msg|.git/COMMIT_EDITMSG|');

    const gone = await uninstallHooks(repository.folder);
    assert.deepEqual(
      gone.map(({ done }) => done),
      ['removed', 'removed'],
    );
    assert.deepEqual(stateOf(hooksFolder()), before);
    const nothing = await uninstallHooks(repository.folder);
    assert.deepEqual(
      nothing.map(({ done }) => done),
      ['absent', 'absent'],
    );
  });

  it('run behind a hook that was there, which is kept byte for byte and decides first', async () => {
    writeHook(
      hooksFolder('commit-msg'),
      '#!/bin/sh\nprintf "first %s|" "$@" >> calls\n# \xe9\r\nexit 0\n',
      0o711,
    );
    writeHook(hooksFolder('prepare-commit-msg'), 'cat > stdin-of-hook; echo ran >> calls', 0o700);
    const before = stateOf(hooksFolder());
    await installHooks(repository.folder);
    assert.equal(stateOf(hooksFolder())['commit-msg.before-outcomes'], before['commit-msg']);
    fakeCommand();
    assert.equal(commit().status, 0);
    assert.match(
      calls(),
      /^ran\nprepare-commit-msg\|.*first \.git\/COMMIT_EDITMSG\|.*commit-msg\|\.git\/COMMIT_EDITMSG\|$/s,
    );
    await uninstallHooks(repository.folder);
    assert.deepEqual(stateOf(hooksFolder()), before);
  });

  it('let an existing hook that fails stop the commit, with its own exit code', async () => {
    writeHook(hooksFolder('commit-msg'), '#!/bin/sh\necho no >&2\nexit 7\n');
    await installHooks(repository.folder);
    fakeCommand();
    const { status, stderr } = commit();
    assert.equal(status, 1);
    assert.match(stderr, /^no$/m);
    assert.equal(calls(), 'prepare-commit-msg|.git/COMMIT_EDITMSG|message|');
    const run = spawnSync(hooksFolder('commit-msg'), ['FILE'], { cwd: repository.folder });
    assert.equal(run.status, 7);
  });

  it('do not run an existing hook that git would not run', async () => {
    writeHook(hooksFolder('commit-msg'), '#!/bin/sh\nexit 1\n', 0o644);
    await installHooks(repository.folder);
    fakeCommand();
    assert.equal(commit().status, 0);
    await uninstallHooks(repository.folder);
    assert.match(stateOf(hooksFolder())['commit-msg']!, /^100644 /);
  });

  it('keep a link a link', async () => {
    writeHook(path.join(repository.folder, 'scripts', 'check.sh'), '#!/bin/sh\nexit 3\n');
    fs.mkdirSync(hooksFolder(), { recursive: true });
    fs.symlinkSync('../../scripts/check.sh', hooksFolder('commit-msg'));
    const before = stateOf(hooksFolder());
    await installHooks(repository.folder);
    fakeCommand();
    assert.equal(commit().status, 1);
    await uninstallHooks(repository.folder);
    assert.deepEqual(stateOf(hooksFolder()), before);
  });

  it('stop the commit when the command finds something, and only then', async () => {
    await installHooks(repository.folder);
    for (const [exit, status] of [
      [0, 0],
      [1, 1],
      [2, 0],
      [126, 0],
    ] as const) {
      fakeCommand(exit);
      assert.equal(commit().status, status, `exit ${exit}`);
    }
    assert.match(
      commit().stderr,
      /^outcomes: the command ended with 126, so the commit message was not checked$/m,
    );
  });

  it('let the commit through with one line each when the command is not found', async () => {
    await installHooks(repository.folder);
    // A PATH that holds git and a shell and no npx.
    for (const program of ['git', 'sh']) {
      const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
      fs.symlinkSync(found, path.join(bin, program));
    }
    const { status, stderr } = spawnSync('git', ['commit', '--allow-empty', '-m', 'x'], {
      cwd: repository.folder,
      encoding: 'utf8',
      env: { ...process.env, ...BARE_ENVIRONMENT, PATH: bin },
    });
    assert.equal(status, 0, stderr);
    const said = stderr.split('\n').filter((line) => line.startsWith('outcomes: '));
    assert.equal(said.length, 2);
    assert.match(said[1]!, /not found.*not checked.*PATH.*hooks uninstall/);
  });

  it('find the command among the packages of the working tree', async () => {
    await installHooks(repository.folder);
    writeHook(
      path.join(repository.folder, 'node_modules/.bin/outcomes'),
      '#!/bin/sh\nprintf "local %s|" "$1" >> calls\n',
    );
    assert.equal(commit().status, 0);
    assert.equal(calls(), 'local prepare-commit-msg|local commit-msg|');
  });

  describe('where they were changed by hand', () => {
    it('are neither replaced nor removed', async () => {
      await installHooks(repository.folder);
      fs.appendFileSync(hooksFolder('commit-msg'), 'echo mine\n');
      const before = stateOf(hooksFolder());
      for (const run of [uninstallHooks, installHooks])
        assert.match(
          await refusal(run(repository.folder)),
          /\.git\/hooks\/commit-msg was changed.*left alone.*run `outcomes hooks/,
        );
      assert.deepEqual(stateOf(hooksFolder()), before);
    });

    it('tell two hooks apart of which only one can be right', async () => {
      writeHook(hooksFolder('commit-msg'), '#!/bin/sh\n# old\n');
      await installHooks(repository.folder);
      writeHook(hooksFolder('commit-msg'), '#!/bin/sh\n# new\n');
      const before = stateOf(hooksFolder());
      assert.match(
        await refusal(uninstallHooks(repository.folder)),
        /not from Outcomes any more.*before-outcomes/,
      );
      assert.match(await refusal(installHooks(repository.folder)), /left over.*move it away/);
      assert.deepEqual(stateOf(hooksFolder()), before);
    });

    it('come back when ours was deleted', async () => {
      writeHook(hooksFolder('commit-msg'), '#!/bin/sh\n# old\n');
      const before = stateOf(hooksFolder());
      await installHooks(repository.folder);
      fs.rmSync(hooksFolder('commit-msg'));
      await uninstallHooks(repository.folder);
      assert.deepEqual(stateOf(hooksFolder()), before);
    });

    it('leave the hooks of others alone', async () => {
      writeHook(hooksFolder('commit-msg'), '#!/bin/sh\n');
      const before = stateOf(hooksFolder());
      const reports = await uninstallHooks(repository.folder);
      assert.deepEqual(
        reports.map(({ done }) => done),
        ['absent', 'foreign'],
      );
      assert.deepEqual(stateOf(hooksFolder()), before);
    });
  });

  it('are all there or none: a failure half way takes back what was done', async () => {
    writeHook(hooksFolder('prepare-commit-msg'), '#!/bin/sh\n# old\n');
    // Something stands where the second hook is first written.
    fs.mkdirSync(hooksFolder('commit-msg.outcomes-new'), { recursive: true });
    const before = stateOf(hooksFolder());
    assert.match(await refusal(installHooks(repository.folder)), /could not change \.git\/hooks/);
    assert.deepEqual(stateOf(hooksFolder()), before);
  });

  describe('in another folder', () => {
    for (const name of ['.githooks', 'my hooks', "it's", 'a"b$(touch x)`touch y`', 'two\nlines', 'ünï'])
      it(JSON.stringify(name), async () => {
        repository.git('config', 'core.hooksPath', name);
        await installHooks(repository.folder);
        const folder = path.join(repository.folder, name);
        assert.deepEqual(Object.keys(stateOf(folder)).sort(), HOOKS);
        fakeCommand();
        assert.equal(commit().status, 0);
        assert.match(calls(), /^prepare-commit-msg\|.*commit-msg\|/);
        await uninstallHooks(repository.folder);
        // The folder was made for the hooks.
        assert.ok(!fs.existsSync(folder));
        assert.ok(!fs.existsSync(path.join(repository.folder, 'x')));
      });

    it('that was there stays, empty or not', async () => {
      const folder = path.join(repository.folder, '.githooks');
      fs.mkdirSync(folder);
      repository.git('config', 'core.hooksPath', '.githooks');
      await installHooks(repository.folder);
      await uninstallHooks(repository.folder);
      assert.deepEqual(fs.readdirSync(folder), []);
    });

    it('with an odd path all the way', async () => {
      const odd = path.join(repository.folder, 'o\'d "d\nname');
      fs.mkdirSync(odd);
      const inner = openRepository(odd);
      inner.git('init', '--quiet');
      writeHook(path.join(odd, '.git/hooks/commit-msg'), '#!/bin/sh\nprintf old >> calls\n');
      await installHooks(odd);
      fakeCommand();
      assert.equal(commit(odd).status, 0);
      assert.equal(
        calls(odd),
        'prepare-commit-msg|.git/COMMIT_EDITMSG|message|oldcommit-msg|.git/COMMIT_EDITMSG|',
      );
    });

    it('is refused where it is that of all repositories, or no folder', async () => {
      const config = path.join(bin, 'gitconfig');
      fs.writeFileSync(config, `[core]\n\thooksPath = ${JSON.stringify(path.join(bin, 'hooks'))}\n`);
      process.env['GIT_CONFIG_GLOBAL'] = config;
      assert.match(await refusal(installHooks(repository.folder)), /all your repositories.*core\.hooksPath/);
      process.env['GIT_CONFIG_GLOBAL'] = os.devNull;
      repository.git('config', 'core.hooksPath', os.devNull);
      assert.match(await refusal(installHooks(repository.folder)), /core\.hooksPath.*no folder/);
    });
  });

  describe('with husky', () => {
    // What husky 9 sets up: git runs .husky/_/NAME, which runs .husky/NAME by `sh -e`.
    const husky = () => {
      repository.git('config', 'core.hooksPath', '.husky/_');
      const runner =
        '#!/usr/bin/env sh\nn=$(basename "$0")\ns=$(dirname "$(dirname "$0")")/$n\n[ ! -f "$s" ] && exit 0\nsh -e "$s" "$@"\nexit $?\n';
      for (const name of HOOKS) writeHook(path.join(repository.folder, '.husky/_', name), runner);
    };

    it('go into its own folder and run behind its hook', async () => {
      husky();
      const own = path.join(repository.folder, '.husky');
      writeHook(path.join(own, 'commit-msg'), 'printf "husky %s|" "$1" >> calls\n', 0o644);
      const before = stateOf(own);
      const inner = stateOf(path.join(own, '_'));
      await installHooks(repository.folder);
      fakeCommand();
      assert.equal(commit().status, 0);
      assert.match(calls(), /husky \.git\/COMMIT_EDITMSG\|commit-msg\|\.git\/COMMIT_EDITMSG\|$/);
      fakeCommand(1);
      assert.equal(commit().status, 1);
      await uninstallHooks(repository.folder);
      assert.deepEqual(stateOf(own), before);
      assert.deepEqual(stateOf(path.join(own, '_')), inner);
    });

    it('stop where its hook stops', async () => {
      husky();
      writeHook(path.join(repository.folder, '.husky/commit-msg'), 'false\nprintf never >> calls\n', 0o644);
      await installHooks(repository.folder);
      fakeCommand();
      assert.equal(commit().status, 1);
      assert.doesNotMatch(calls(), /never|\|commit-msg/);
    });
  });

  it('are shared by all worktrees', async () => {
    fakeCommand();
    commit();
    const tree = path.join(repository.folder, 'tree');
    repository.git('worktree', 'add', '--quiet', tree);
    await installHooks(tree);
    assert.deepEqual(Object.keys(stateOf(hooksFolder())).sort(), HOOKS);
    assert.equal(commit(tree).status, 0);
    assert.match(calls(tree), /prepare-commit-msg\|.*commit-msg\|/);
    await uninstallHooks(repository.folder);
    assert.deepEqual(stateOf(hooksFolder()), {});
  });

  it('are refused outside of a repository, in a bare one, and beside a hook that must keep its name', async () => {
    assert.match(await refusal(installHooks(bin)), /no git repository/);
    assert.match(await refusal(installHooks(path.join(repository.folder, '.git'))), /no working tree/);
    writeHook(hooksFolder('commit-msg'), '#!/usr/bin/env ruby\nOvercommit::HookRunner\n');
    assert.match(await refusal(installHooks(repository.folder)), /Overcommit.*\.overcommit\.yml/);
    assert.deepEqual(Object.keys(stateOf(hooksFolder())), ['commit-msg']);
  });
});
