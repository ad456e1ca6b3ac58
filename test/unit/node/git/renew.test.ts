import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { GitFacts } from '../../../../src/core';
import { createGit } from '../../../../src/node/git';
import { createGitCommand } from '../../../../src/node/git/command';
import type { Told } from '../../../../src/node/git/ids';
import { readGitState } from '../../../../src/node/index/git-state';
import type { Git } from '../../../../src/workspace/ports';
import { QUERY, withBareGit } from '../../../support/git-facts';
import { preparedRepository, type TestRepository } from '../../../support/repository';

const quiet = { error() {}, warn() {}, info() {}, debug() {} };
const FILES = [
  'a.ts',
  'b.ts',
  'sub/c.ts',
  'sub/d e\té.ts',
  'new.ts',
  'sub/new [x].ts',
  'out/ignored.ts',
  'A.ts',
];
const LINES = ['one', 'two', 'three', 'four', 'five'];

const prepared = preparedRepository((repo) => {
  repo.write('.gitignore', 'out/\n');
  for (const file of FILES.slice(0, 4)) repo.write(file, `${LINES.join('\n')}\n`);
  repo.commit('base');
  repo.git('switch', '-q', '-c', 'work');
  repo.write('b.ts', `mine\n${LINES.join('\n')}\n`);
  repo.commit('mine');
});

/** Asks in the folder as a session does that is told of every change. */
function follow(git: Git): (changed?: readonly string[]) => Promise<GitFacts[]> {
  return (changed) => git.facts(QUERY, new AbortController().signal, changed);
}

describe('facts that are asked for again', function () {
  this.timeout(60_000);
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = prepared()));
  afterEach(() => repo.remove());

  const file = fc.constantFrom(...FILES);
  const text = fc.array(fc.constantFrom(...LINES, 'more', 'bytes \0'), { maxLength: 7 });
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('write' as const), file, text }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), file }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), file, to: file }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('link' as const), file }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('attributes' as const),
        rule: fc.constantFrom('*.ts -diff\n', 'sub/* binary\n', ''),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('git' as const),
        args: fc.constantFrom(
          ['add', '--all'],
          ['add', '--intent-to-add', '.'],
          ['rm', '-q', '--cached', 'a.ts'],
          ['update-index', '--assume-unchanged', 'b.ts'],
          ['update-index', '--skip-worktree', 'sub/c.ts'],
          ['commit', '-q', '-a', '--allow-empty', '-m', 'step'],
          ['stash', '-q', '-u'],
          ['stash', 'pop', '-q'],
          ['reset', '-q', '--hard', 'HEAD~1'],
          ['branch', '-f', 'main', 'work'],
          ['config', 'branch.work.outcome', 'calm-desk'],
        ),
      }),
    },
  );

  /** Does it, and gives the files that a watcher would tell of. */
  const take = (todo: typeof step extends fc.Arbitrary<infer T> ? T : never): string[] => {
    const before = picture(repo.folder);
    const at = (name: string) => path.join(repo.folder, name);
    try {
      if (todo.do === 'write') repo.write(todo.file, todo.text.join('\n'));
      else if (todo.do === 'remove') fs.rmSync(at(todo.file));
      else if (todo.do === 'move') fs.renameSync(at(todo.file), at(todo.to));
      else if (todo.do === 'link') {
        fs.rmSync(at(todo.file));
        fs.symlinkSync('a.ts', at(todo.file));
      } else if (todo.do === 'attributes') repo.write('.gitattributes', todo.rule);
      else repo.git(...todo.args);
    } catch {
      // What git or the system refuses is no step.
    }
    const now = picture(repo.folder);
    return [...new Set([...before.keys(), ...now.keys()])].filter(
      (name) => before.get(name) !== now.get(name),
    );
  };

  /** So many that git is asked about all files and not about each. */
  const CROWD = Array.from({ length: 250 }, (_, i) => `gone/${i}.ts`);

  for (const { what, below, ignoreCase, crowd } of [
    { what: '', below: '', ignoreCase: true, crowd: [] },
    { what: ', below the top', below: 'sub', ignoreCase: false, crowd: [] },
    { what: ', among many files', below: '', ignoreCase: false, crowd: CROWD },
    { what: ', among many files below the top', below: 'sub', ignoreCase: false, crowd: CROWD },
  ])
    it(`are those that are asked for anew, after any steps${what}`, async () => {
      const inside = below === '' ? '' : `${below}/`;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
          repo.remove();
          repo = prepared();
          repo.git('config', 'core.ignoreCase', String(ignoreCase));
          const folder = path.join(repo.folder, below);
          const again = follow(createGit(folder, { logger: quiet }));
          await again();
          for (const todo of steps) {
            const changed = take(todo).filter((name) => name.startsWith(inside));
            if (!fs.existsSync(folder)) return;
            const anew = await follow(createGit(folder, { logger: quiet }))();
            const found = await again([...changed.map((name) => name.slice(inside.length)), ...crowd]);
            assert.deepEqual(found, anew, JSON.stringify(todo));
          }
        }),
        { numRuns: 6 * Number(process.env['FUZZ_TIMES'] ?? 1) },
      );
    });

  it('are of what the base has, among many files that changed', async () => {
    fs.symlinkSync('a.ts', path.join(repo.folder, 'link.ts'));
    repo.commit('a link in both');
    repo.git('branch', '-f', 'main', 'work');
    repo.write('b.ts', 'once more\none\ntwo\n');
    repo.write('later.ts', 'one\n');
    repo.write('sub/c.ts', 'mine\none\n');
    repo.commit('mine, later');
    repo.write('a.ts', `staged\n${LINES.join('\n')}\n`);
    repo.git('add', 'a.ts');
    for (const below of ['', 'sub']) {
      const folder = path.join(repo.folder, below);
      const names = (files: string[]) =>
        files.map((file) => path.relative(folder, path.join(repo.folder, file)));
      const changed = names(['a.ts', 'b.ts', 'later.ts', 'sub/c.ts']).filter(
        (name) => !name.startsWith('..'),
      );
      const again = follow(createGit(folder, { logger: quiet }));
      await again();
      for (const line of ['first', 'second']) {
        for (const name of changed) fs.appendFileSync(path.join(folder, name), `${line}\n`);
        const anew = await follow(createGit(folder, { logger: quiet }))();
        assert.deepEqual(await again([...changed, ...CROWD]), anew);
      }
    }
    const again = follow(createGit(repo.folder, { logger: quiet }));
    await again();
    fs.rmSync(path.join(repo.folder, 'link.ts'));
    repo.write('link.ts', 'one\n');
    const [facts] = await again(['link.ts', ...CROWD]);
    assert.equal(facts?.added.get('link.ts'), 'all');
  });

  it('look at what changed and at no other file', async () => {
    const log = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-git-log-')), 'log');
    const program = `${log}.sh`;
    fs.writeFileSync(program, `#!/bin/sh\necho "$*" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
    const again = follow(createGit(repo.folder, { logger: quiet, program }));
    const asked = async (changed?: string[]) => {
      fs.writeFileSync(log, '');
      await again(changed);
      return /ls-files -t --stage --others/.test(fs.readFileSync(log, 'utf8'))
        ? 'everything'
        : 'what changed';
    };
    try {
      assert.equal(await asked(), 'everything');
      repo.write('a.ts', 'other\n');
      repo.write('new.ts', 'other\n');
      assert.equal(await asked(['a.ts', 'new.ts']), 'what changed');
      const [facts] = await again([]);
      assert.deepEqual(facts?.added.get('a.ts'), [{ first: 0, last: 0 }]);
      assert.equal(facts.added.get('new.ts'), 'all');
      repo.git('add', 'new.ts');
      assert.equal(await asked([]), 'everything');
      assert.equal(await asked(['new.ts', ...CROWD]), 'what changed');
      fs.rmSync(path.join(repo.folder, 'a.ts'));
      assert.equal(await asked(['a.ts']), 'everything', 'it may have been moved');
      assert.equal(await asked(['new.ts']), 'everything', 'something may have been moved to it');
    } finally {
      fs.rmSync(path.dirname(log), { recursive: true });
    }
  });

  describe('of what somebody else was told', () => {
    const never = new AbortController().signal;
    const told = async () => (await readGitState(createGitCommand('git', repo.folder, never))).told;

    /** What the facts are then, and the commands that git was asked for. */
    async function askedWith(telling: Told, changed: readonly string[], before: Git) {
      const log = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-git-log-')), 'log');
      const program = `${log}.sh`;
      fs.writeFileSync(program, `#!/bin/sh\necho "$*" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
      const git = createGit(repo.folder, { logger: quiet, program, told: () => Promise.resolve(telling) });
      git.recall!(structuredClone(before.memory!));
      const facts = await git.facts(QUERY, never, Promise.resolve(changed));
      const asked = fs.readFileSync(log, 'utf8');
      fs.rmSync(path.dirname(log), { recursive: true });
      assert.deepEqual(facts, await follow(createGit(repo.folder, { logger: quiet }))());
      return ['ls-files -t', 'ls-files -v', 'cat-file', 'ls-tree'].filter((each) => asked.includes(each));
    }
    const known = async () => {
      const git = createGit(repo.folder, { logger: quiet });
      await follow(git)();
      return git;
    };
    const changed = ['a.ts', 'b.ts', 'sub/c.ts'];
    const change = () => changed.forEach((file) => repo.write(file, `more\n${LINES.join('\n')}\nmore\n`));

    it('nothing is asked for again, but of a base that is not HEAD', async () => {
      let before = await known();
      change();
      assert.deepEqual(await askedWith(await told(), changed, before), ['ls-tree']);
      repo.git('checkout', '-q', '-f', 'main');
      before = await known();
      change();
      assert.deepEqual(await askedWith(await told(), changed, before), []);
    });

    it('nothing is taken that is not of this HEAD, not of files, or not said', async () => {
      const before = await known();
      change();
      const { head, marked, ids } = await told();
      const [one, other] = [ids.get('a.ts')![0], ids.get('b.ts')![0]] as const;
      const wrong: Told = { head: one, marked, ids: new Map(changed.map((file) => [file, [one, one]])) };
      assert.deepEqual(await askedWith(wrong, changed, before), ['cat-file', 'ls-tree']);
      const some: Told = { head, marked, ids: new Map([['b.ts', [other, other]]]) };
      assert.deepEqual(await askedWith(some, changed, before), ['cat-file', 'ls-tree']);
      assert.deepEqual(await askedWith({ head, ids, marked: new Set(['b.ts']) }, changed, before), [
        'ls-files -t',
      ]);
    });

    it('a link that is a file now is not told', async () => {
      repo.git('switch', '-q', 'main');
      fs.symlinkSync('a.ts', path.join(repo.folder, 'link.ts'));
      repo.commit('link');
      const before = await known();
      fs.rmSync(path.join(repo.folder, 'link.ts'));
      repo.write('link.ts', 'one\n');
      await askedWith(await told(), ['link.ts'], before);
    });

    it('files that git does not look at are told', async () => {
      repo.git('update-index', '--assume-unchanged', 'b.ts');
      const before = await known();
      change();
      assert.ok((await told()).marked.has('b.ts'));
      await askedWith(await told(), changed, before);
    });
  });
});

/** What a watcher tells apart; git's folder is watched by others. */
function picture(folder: string): Map<string, string> {
  const seen = new Map<string, string>();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, at);
    if (name.startsWith('.git/') || name === '.git' || entry.isDirectory()) continue;
    const { ino, size, mtimeNs, ctimeNs } = fs.lstatSync(at, { bigint: true });
    seen.set(name, [ino, size, mtimeNs, ctimeNs].join());
  }
  return seen;
}
