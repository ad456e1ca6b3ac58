import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { GitFacts } from '../../../../src/core';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { createScanner } from '../../../../src/node/scan/scanner';
import type { Git } from '../../../../src/workspace/ports';
import { createSession } from '../../../../src/workspace/session';
import { QUERY, withBareGit } from '../../../support/git-facts';
import { preparedRepository, type TestRepository } from '../../../support/repository';

const quiet = { error() {}, warn() {}, info() {}, debug() {} };
const FILES = ['a.ts', 'b.ts', 'sub/c.ts', 'sub/d e\té.ts', 'sub/crlf.txt', 'f.lfs', 'new.ts', 'A.ts'];
const LINES = ['one', 'two', 'three', 'four', 'five'];

/** Files with CRLF in the repository and without, as a repository has them that changed its mind. */
const prepared = preparedRepository((repo) => {
  for (const [i, file] of FILES.slice(0, 6).entries()) repo.write(file, lines(LINES, i % 2 === 1));
  repo.commit('base');
  for (const branch of ['work', 'other']) {
    repo.git('switch', '-q', '-c', branch, 'main');
    for (const file of FILES.slice(0, 5)) repo.write(file, lines([branch, ...LINES, file]));
    repo.git('mv', 'f.lfs', `${branch}.lfs`);
    repo.commit(branch);
  }
});

function lines(all: readonly string[], withReturns = false): string {
  return all.map((line) => `${line}${withReturns ? '\r' : ''}\n`).join('');
}

async function* inParts(files: readonly string[]): AsyncGenerator<readonly string[]> {
  for (let i = 0; i < files.length; i += 2) {
    yield files.slice(i, i + 2);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const file = fc.constantFrom(...FILES, 'work.lfs', 'other.lfs');
/** Mostly as it was, so that git takes it for the same file when it is moved. */
const text = fc
  .tuple(
    fc.subarray(LINES, { minLength: 2 }),
    fc.array(fc.constantFrom('more', 'most', 'bytes \0'), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([kept, more, withReturns]) => lines([...kept, ...more], withReturns));
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), file, text }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), file, to: file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('link' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mode' as const), file }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('touch' as const), file }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('attributes' as const),
      rule: fc.constantFrom(
        '*.ts -diff\n',
        'sub/* binary\n',
        '* text=auto\n',
        '* text=auto eol=crlf\n',
        '* text\n',
        '*.lfs filter=lfs\n',
        '*.ts filter=lfs diff=own\n',
        '',
      ),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('git' as const),
      args: fc.constantFrom(
        ['switch', '-q', 'work'],
        ['switch', '-q', 'other'],
        ['switch', '-q', 'main'],
        ['checkout', '-q', '-f', 'work'],
        ['checkout', '-q', '-f', 'other'],
        ['checkout', '-q', '--detach'],
        ['merge', '-q', '-m', 'merge', 'main'],
        ['merge', '-q', '-m', 'merge', 'other'],
        ['rebase', '-q', 'main'],
        ['rebase', '-q', 'other'],
        ['rebase', '-q', '--abort'],
        ['branch', '-f', 'main', 'HEAD'],
        ['branch', '-f', 'main', 'HEAD~1'],
        ['add', '--all'],
        ['add', '--renormalize', '.'],
        ['add', '--intent-to-add', '.'],
        ['rm', '-q', '--cached', 'a.ts'],
        ['update-index', '--assume-unchanged', 'b.ts'],
        ['update-index', '--skip-worktree', 'sub/c.ts'],
        ['update-index', '--chmod=+x', 'a.ts'],
        ['commit', '-q', '-a', '--allow-empty', '-m', 'step'],
        ['stash', '-q', '-u'],
        ['stash', 'pop', '-q'],
        ['reset', '-q', '--hard', 'HEAD~1'],
        ['reset', '-q', '--hard'],
        ['config', 'core.autocrlf', 'true'],
        ['config', 'core.autocrlf', 'input'],
        ['config', '--unset', 'core.autocrlf'],
        ['config', 'filter.lfs.clean', 'tr a-z A-Z'],
        ['config', 'diff.own.binary', 'true'],
        ['submodule', '--quiet', 'add', './.', 'inner'],
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What git or the system refuses is no step. */
function take(repo: TestRepository, todo: Step): void {
  const at = (name: string) => path.join(repo.folder, name);
  try {
    if (todo.do === 'write') repo.write(todo.file, todo.text);
    else if (todo.do === 'remove') fs.rmSync(at(todo.file));
    else if (todo.do === 'move') fs.renameSync(at(todo.file), at(todo.to));
    else if (todo.do === 'mode') fs.chmodSync(at(todo.file), 0o755);
    else if (todo.do === 'touch') fs.utimesSync(at(todo.file), 1, 1);
    else if (todo.do === 'link') {
      fs.rmSync(at(todo.file));
      fs.symlinkSync('a.ts', at(todo.file));
    } else if (todo.do === 'attributes') repo.write('.gitattributes', todo.rule);
    else repo.git(...todo.args);
  } catch {
    // Nothing to pop, a conflict, no such file.
  }
}

/** The facts, with the lines of those files alone. */
function of(files: readonly string[], facts: readonly GitFacts[]): unknown {
  return facts.map(({ added, ...rest }, i) => ({
    ...rest,
    // What is wanted is asked of the folder's own repository; those inside of it tell all.
    added: new Map([...added].filter(([name]) => i > 0 || files.includes(name)).sort()),
  }));
}

describe('lines of the files that are asked for', function () {
  this.timeout(120_000);
  withBareGit();
  let repo: TestRepository;
  beforeEach(() => (repo = prepared()));
  afterEach(() => repo.remove());

  const anew = (folder: string) =>
    createGit(folder, { logger: quiet }).facts(QUERY, new AbortController().signal);
  const ask = (git: Git, wanted: readonly string[]) =>
    git.facts(QUERY, new AbortController().signal, undefined, inParts(wanted));

  for (const below of ['', 'sub'])
    it(`are those that a comparison of all gives, after any steps${below && ', below the top'}`, async () => {
      const inside = below === '' ? '' : `${below}/`;
      const names = [...FILES, 'work.lfs', 'other.lfs']
        .filter((name) => name.startsWith(inside))
        .map((name) => name.slice(inside.length));
      const life = fc.array(fc.tuple(step, fc.subarray(names)), { minLength: 4, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(life, async (steps) => {
          repo.remove();
          repo = prepared();
          const folder = path.join(repo.folder, below);
          let git = createGit(folder, { logger: quiet, few: 0 });
          for (const [i, [todo, wanted]] of steps.entries()) {
            take(repo, todo);
            if (!fs.existsSync(folder)) return;
            assert.deepEqual(
              of(wanted, await ask(git, wanted)),
              of(wanted, await anew(folder)),
              JSON.stringify(todo),
            );
            if (i % 3 !== 2) continue;
            const next = createGit(folder, { logger: quiet, few: 0 });
            next.recall!(structuredClone(git.memory!));
            git = next;
          }
        }),
        { numRuns: 6 * Number(process.env['FUZZ_TIMES'] ?? 1) },
      );
    });

  /** What git is asked for, by the name of its command, and the answer to the same question of a comparison of all. */
  async function watched(wanted: readonly string[], before?: Git) {
    const log = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-git-log-')), 'log');
    const program = `${log}.sh`;
    fs.writeFileSync(program, `#!/bin/sh\necho "$*" >> '${log}'\nexec git "$@"\n`, { mode: 0o755 });
    const git = createGit(repo.folder, { logger: quiet, program, few: 0 });
    if (before) git.recall!(structuredClone({ ...before.memory, reading: undefined }));
    const facts = await ask(git, wanted);
    const asked = fs.readFileSync(log, 'utf8');
    fs.rmSync(path.dirname(log), { recursive: true });
    const ways = ['mktree', 'update-index', 'write-tree'].filter((name) => asked.includes(` ${name} `));
    assert.deepEqual(of(wanted, facts), of(wanted, await anew(repo.folder)));
    const attributes = asked.split(' check-attr ').length - 1;
    return { git, ways, attributes, added: facts[0]!.added };
  }

  const both = [
    { first: 0, last: 0 },
    { first: 6, last: 6 },
  ];

  it('are compared by their contents, each pair once, and those of other files never', async () => {
    repo.git('switch', '-q', 'work');
    const first = await watched(['a.ts']);
    assert.deepEqual(first.ways, ['mktree']);
    assert.deepEqual([...first.added], [['a.ts', both]]);
    const second = await watched(['a.ts'], first.git);
    assert.deepEqual([...second.added], [['a.ts', both]]);
    assert.deepEqual(second.ways, []);
    repo.git('switch', '-q', 'other');
    const third = await watched(['a.ts', 'b.ts'], second.git);
    assert.deepEqual([...third.added.keys()].sort(), ['a.ts', 'b.ts']);
    assert.deepEqual(third.ways, ['mktree']);
    repo.git('switch', '-q', 'work');
    assert.deepEqual((await watched(['a.ts'], third.git)).ways, []);
  });

  it('are those of the working tree where that is not as git stores it', async () => {
    repo.git('switch', '-q', 'work');
    repo.write('a.ts', lines(['zero', 'work', ...LINES]));
    const { ways, added } = await watched(['a.ts']);
    assert.deepEqual(ways, ['update-index', 'write-tree']);
    assert.deepEqual([...added], [['a.ts', [{ first: 0, last: 1 }]]]);
  });

  it('are those of what is stored where a filter makes it, until the file is edited', async () => {
    repo.git('switch', '-q', 'main');
    repo.write('.gitattributes', '*.up filter=up\n');
    repo.git('config', 'filter.up.clean', 'tr a-z A-Z');
    repo.write('x.up', 'same\n');
    repo.commit('filtered');
    repo.git('switch', '-q', '-c', 'filtered');
    repo.write('x.up', 'same\nmore\n');
    repo.commit('more');
    // What was written within the second is looked at whatever its times say.
    fs.utimesSync(path.join(repo.folder, 'x.up'), 1, 1);
    repo.git('add', 'x.up');
    assert.match(repo.git('diff-index', 'main'), /^:100644 100644 [0-9a-f]+ [0-9a-f]*[1-9a-f]/);
    const { ways, added } = await watched(['x.up']);
    assert.deepEqual(ways, ['mktree']);
    assert.deepEqual([...added], [['x.up', [{ first: 1, last: 1 }]]]);
    repo.write('x.up', 'same\nmore\nmost\n');
    assert.deepEqual([...(await watched(['x.up'])).added], [['x.up', [{ first: 0, last: 2 }]]]);
  });

  it('are compared as the index has line ends, not as the base has', async () => {
    repo.git('switch', '-q', 'main');
    repo.git('config', 'core.autocrlf', 'true');
    repo.write('b.ts', lines([...LINES, 'more'], true));
    assert.deepEqual((await watched(['b.ts'])).added.get('b.ts'), [{ first: 5, last: 5 }]);
    repo.git('switch', '-q', '-c', 'normal');
    repo.git('add', '--renormalize', '.');
    repo.git('commit', '-q', '-m', 'normal');
    repo.write('b.ts', lines([...LINES, 'most'], true));
    const all = [{ first: 0, last: 5 }];
    assert.deepEqual((await watched(['b.ts'])).added.get('b.ts'), all);
  });

  it('are found by attributes that say what is text', async () => {
    repo.git('switch', '-q', 'main');
    repo.write('.gitattributes', '*.wide diff\n*.ts -diff\n');
    repo.write('x.wide', 'one\0\ntwo\n');
    repo.write('utf-16.txt', Buffer.from('\ufeffone\n', 'utf16le'));
    repo.commit('marked');
    repo.git('switch', '-q', '-c', 'marked');
    repo.write('x.wide', 'one\0\ntwo\nthree\n');
    repo.write('utf-16.txt', Buffer.from('\ufeffone\ntwo\n', 'utf16le'));
    repo.write('a.ts', lines([...LINES, 'more']));
    repo.commit('more');
    const { added, attributes } = await watched(['x.wide', 'utf-16.txt', 'a.ts']);
    assert.equal(attributes, 1, 'of all at once');
    assert.deepEqual([...added].sort(), [
      ['a.ts', [{ first: 5, last: 5 }]],
      ['utf-16.txt', 'all'],
      ['x.wide', [{ first: 2, last: 2 }]],
    ]);
    // Without them one is text by its bytes, and the other is not.
    repo.write('.gitattributes', '');
    assert.deepEqual([...(await watched(['x.wide', 'a.ts'])).added.keys()].sort(), ['a.ts']);
  });

  it('are found by attributes that only the index has', async () => {
    repo.git('switch', '-q', 'main');
    repo.write('.gitattributes', '*.wide diff\n');
    repo.write('x.wide', 'one\0\ntwo\n');
    repo.commit('marked');
    repo.git('switch', '-q', '-c', 'marked');
    repo.write('x.wide', 'one\0\ntwo\nthree\n');
    repo.commit('more');
    fs.rmSync(path.join(repo.folder, '.gitattributes'));
    repo.write('x.wide', 'one\0\ntwo\nthree\nfour\n');
    const { ways, added } = await watched(['x.wide']);
    assert.deepEqual(ways, []);
    assert.deepEqual([...added], [['x.wide', [{ first: 2, last: 3 }]]]);
  });

  it('are those of a whole comparison in a conflict too, and of names that cannot be asked for', async () => {
    repo.git('switch', '-q', 'work');
    assert.throws(() => repo.git('merge', '-q', 'other'));
    await watched(['a.ts', 'b.ts']);
    repo.git('config', 'core.autocrlf', 'true');
    repo.write('b.ts', lines([...LINES, 'mine'], true));
    assert.deepEqual((await watched(['b.ts'])).added.get('b.ts'), [{ first: 0, last: 5 }]);
    repo.git('reset', '-q', '--hard');
    const odd = 'line\nbreak.ts';
    repo.git('switch', '-q', 'main');
    repo.write(odd, lines(LINES));
    repo.commit('odd');
    repo.git('switch', '-q', '-c', 'odd');
    repo.write(odd, lines([...LINES, 'more']));
    repo.commit('odd too');
    const { ways, added } = await watched([odd]);
    assert.deepEqual(ways, []);
    assert.deepEqual([...added], [[odd, [{ first: 5, last: 5 }]]]);
  });

  it('are of a file with another name where it was moved, and all where it is of another kind', async () => {
    repo.git('switch', '-q', 'work');
    repo.write('work.lfs', lines([...LINES, 'more'], true));
    fs.rmSync(path.join(repo.folder, 'a.ts'));
    fs.symlinkSync('b.ts', path.join(repo.folder, 'a.ts'));
    repo.commit('moved');
    const { added } = await watched(['work.lfs', 'a.ts']);
    assert.deepEqual([...added].sort(), [
      ['a.ts', 'all'],
      ['work.lfs', [{ first: 5, last: 5 }]],
    ]);
  });

  it('are asked for later, when a file is wanted that was not', async () => {
    repo.git('switch', '-q', 'work');
    repo.git('mv', 'work.lfs', 'f.lfs');
    repo.commit('back');
    const git = createGit(repo.folder, { logger: quiet, few: 0 });
    assert.deepEqual([...(await ask(git, ['a.ts']))[0]!.added.keys()], ['a.ts']);
    const again = (changed: readonly string[], wanted?: readonly string[]) =>
      git.facts(QUERY, new AbortController().signal, changed, wanted && inParts(wanted));
    assert.deepEqual((await again([], ['a.ts', 'b.ts']))[0]!.added.get('b.ts'), [{ first: 0, last: 6 }]);
    assert.deepEqual(of(FILES, await again([])), of(FILES, await anew(repo.folder)));
  });

  it('are asked for of all again, where one file has to do with another', async () => {
    repo.git('switch', '-q', 'work');
    const again = async (change: () => void, ...changed: string[]) => {
      const git = createGit(repo.folder, { logger: quiet, few: 0 });
      await ask(git, changed);
      change();
      const facts = await git.facts(QUERY, new AbortController().signal, changed, inParts(changed));
      assert.deepEqual(of(changed, facts), of(changed, await anew(repo.folder)));
    };
    await again(() => repo.write('work.lfs', lines([...LINES, 'more'], true)), 'work.lfs');
    repo.git('reset', '-q', '--hard', 'main');
    repo.write('c.ts', lines([...LINES, 'c']));
    repo.write('a.ts', lines([...LINES, 'a']));
    repo.commit('c');
    repo.git('branch', '-f', 'main');
    repo.write('a.ts', lines([...LINES, 'b']));
    fs.rmSync(path.join(repo.folder, 'c.ts'));
    await again(() => repo.write('moved.ts', lines([...LINES, 'c'])), 'moved.ts');
  });

  it('are asked for of outcomes files too, which have findings and no TODOs', async () => {
    const plan = 'version: 1\noutcomes:\n  - { id: calm-desk, title: Calls fall from 9 to 5 }\n';
    repo.git('switch', '-q', 'main');
    repo.write('outcomes.yml', plan);
    repo.commit('plan');
    repo.git('switch', '-q', '-c', 'unsure');
    repo.write('outcomes.yml', `${plan}  - { id: calm-desk, title: Calls fall from 9 to 5 }\n`);
    repo.commit('twice');
    const found = async (few: number) => {
      const session = createSession({
        files: createFiles(repo.folder, { logger: quiet }),
        git: createGit(repo.folder, { logger: quiet, few }),
        scanner: createScanner(repo.folder, { logger: quiet, thread: 'caller' }),
        clock: createClock('2026-11-22'),
        logger: quiet,
        since: 'main',
      });
      session.refresh();
      const { findings } = await session.settled();
      session.dispose();
      return findings.map(({ code }) => code);
    };
    const all = await found(300);
    assert.ok(all.includes('duplicate-id'));
    assert.deepEqual(await found(0), all);
  });
});
