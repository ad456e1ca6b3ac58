import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {
  BARE_ENVIRONMENT,
  preparedRepository,
  openRepository,
  type TestRepository,
} from '../../../support/repository';
import { temporaryFolder } from '../scan/support';
import { fresh, opened, REQUEST, scanned, session } from './support';

const FILES = {
  'a.ts': '// TODO: a\n',
  'src/b.py': '# TODO: b\n# FIXME(x): c\n',
  'src/none.py': 'print(1)\n',
  'src/deep/c.c': '/* TODO: d\n more */\n',
  'made/out.ts': '// TODO: made\n',
  '.gitignore': 'build/\n*.log\n',
};

const prepared = preparedRepository((repository) => {
  for (const [file, text] of Object.entries(FILES)) repository.write(file, text);
  repository.commit('First');
});

describe('the saved index', function () {
  this.timeout(20_000);
  let repository: TestRepository;
  let store: ReturnType<typeof temporaryFolder>;

  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));
  beforeEach(() => {
    repository = prepared();
    store = temporaryFolder();
  });
  afterEach(() => {
    repository.remove();
    store.remove();
  });
  const at = (file: string) => path.join(repository.folder, file);

  /** Saves, lets `change` happen while nobody looks, and looks again with and without what was saved. */
  async function after(change: () => void, folder = repository.folder) {
    await session(folder, store.folder);
    change();
    const found = await session(folder, store.folder);
    const { files, summary } = await fresh(folder);
    assert.deepEqual(found.files, files);
    assert.deepEqual(found.summary, summary);
    return found;
  }

  /** The same result from git's word alone, without a whole scan; and once more with what that saved. */
  const verifies = (name: string, change: () => void) =>
    it(name, async () => {
      const found = await after(change);
      assert.ok(found.verified(), found.reason());
      const again = await session(repository.folder, store.folder);
      assert.ok(again.verified(), again.reason());
      assert.deepEqual(again.files, found.files);
      assert.deepEqual(again.summary, found.summary);
    });

  describe('is as a fresh scan after', () => {
    verifies('nothing', () => undefined);
    verifies('edits, in files with and without TODOs', () => {
      repository.write('a.ts', '\n\n// TODO: moved\n');
      repository.write('src/none.py', '# TODO: new\n');
      repository.write('src/b.py', 'pass\n');
    });
    verifies('new files, in new folders too', () => {
      repository.write('new/deep/er.ts', '// TODO: new\n');
      repository.write('with space, "quote" and\nnewline.ts', '// TODO: odd\n');
    });
    verifies('deleted files and folders', () => {
      fs.rmSync(at('a.ts'));
      fs.rmSync(at('src'), { recursive: true });
    });
    verifies('a rename', () => repository.git('mv', 'src/b.py', 'src/moved.py'));
    verifies('a rename of a folder, unknown to git', () => fs.renameSync(at('src'), at('sources')));
    verifies('a commit', () => {
      repository.write('a.ts', '// TODO: committed\n');
      repository.commit('Second');
    });
    verifies('an amended commit', () => {
      repository.write('a.ts', '// TODO: amended\n');
      repository.git('commit', '-q', '-a', '--amend', '-m', 'Again');
    });
    verifies('a switched branch', () => {
      repository.git('switch', '-q', '-c', 'other');
      repository.write('a.ts', '// TODO: other\n');
      repository.write('src/only-there.ts', '// TODO: there\n');
      repository.commit('Other');
      repository.git('switch', '-q', 'main');
      repository.git('switch', '-q', 'other');
    });
    verifies('a staged change that the working tree has no more', () => {
      repository.write('a.ts', '// TODO: staged\n');
      repository.git('add', 'a.ts');
      repository.write('a.ts', FILES['a.ts']);
    });
    verifies('a file that replaces a folder, and a folder that replaces a file', () => {
      fs.rmSync(at('src/deep'), { recursive: true });
      repository.write('src/deep', '// TODO: a file\n');
      fs.rmSync(at('a.ts'));
      repository.write('a.ts/b.ts', '// TODO: below\n');
    });
    verifies('a link that replaces a file, and one that replaces a folder', () => {
      fs.rmSync(at('a.ts'));
      fs.symlinkSync('src/b.py', at('a.ts'));
      fs.renameSync(at('src/deep'), at('elsewhere'));
      fs.symlinkSync('../elsewhere', at('src/deep'));
    });
    verifies('an edit that keeps size and times', () => {
      const { atime, mtime } = fs.statSync(at('a.ts'));
      repository.write('a.ts', '// TODO: z\n');
      fs.utimesSync(at('a.ts'), atime, mtime);
    });
    verifies('an edit in a file that git was told not to look at', () => {
      repository.git('update-index', '--assume-unchanged', 'a.ts');
      repository.write('a.ts', '// TODO: unseen\n');
    });
    verifies('files that become ignored, and files that no longer are', () => {
      repository.write('.gitignore', 'src/\nnew.ts\n');
      repository.write('new.ts', '// TODO: ignored\n');
      repository.write('build/x.ts', '// TODO: not ignored any more\n');
    });
    verifies('a new .gitignore deep inside that ignores itself', () => {
      repository.write('cache/x.ts', '// TODO: cached\n');
      repository.write('cache/.gitignore', '*\n');
    });
    verifies('changes of info/exclude', () => {
      repository.write('new.ts', '// TODO: new\n');
      fs.mkdirSync(at('.git/info'), { recursive: true });
      fs.writeFileSync(at('.git/info/exclude'), 'new.ts\n');
    });
    verifies('what becomes tracked though ignored, and what is no longer', () => {
      repository.write('build/kept.ts', '// TODO: kept\n');
      repository.git('add', '-f', 'build/kept.ts');
    });
    verifies('large, binary and unknown files that come', () => {
      repository.write('data.bin.ts', 'TODO \0\n');
      repository.write('notes.unknown-kind', 'TODO: what is this\n');
      repository.write('large.ts', Buffer.alloc(21 * 1024 * 1024, '// TODO: large\n'));
      repository.write('wide.ts', Buffer.from('\ufeff// TODO: wide\n', 'utf16le'));
    });
  });

  it('finds again what was untracked when it was saved', async () => {
    repository.write('new.ts', '// TODO: new\n');
    repository.write('notes.unknown-kind', 'TODO: what is this\n');
    const found = await after(() => {
      repository.write('new.ts', '// TODO: newer\n');
      fs.rmSync(at('notes.unknown-kind'));
    });
    assert.ok(found.verified(), found.reason());
    assert.equal(found.files.find(({ file }) => file === 'new.ts')?.todos[0]?.text, 'newer');
  });

  it('finds what was changed when it was saved and was put back since', async () => {
    repository.write('a.ts', 'nothing\n');
    for (const back of [
      () => repository.git('checkout', '-q', '--', '.'),
      () => repository.git('stash', '-q'),
      () => repository.write('a.ts', FILES['a.ts']),
    ]) {
      repository.write('a.ts', 'nothing\n');
      repository.write('src/b.py', '# TODO: other\n');
      const found = await after(back);
      assert.ok(found.verified(), found.reason());
      assert.ok(found.files.some(({ file }) => file === 'a.ts'));
    }
  });

  it('looks once more at what the session itself looked at again', async () => {
    const { scanner } = opened(repository.folder, store.folder);
    const found = await scanned(scanner);
    const files = new Map(found.files.map((file) => [file.file, file]));
    files.delete('a.ts'); // what a session saw of an edit that was undone later
    scanner.keep({ outcomesFiles: [], files, changed: new Set(['a.ts']), facts: [] });
    await scanner.flush();
    scanner.dispose();
    const again = await session(repository.folder, store.folder);
    assert.ok(again.verified(), again.reason());
    assert.deepEqual(again.files, found.files);
  });

  it('follows a rebase', async () => {
    repository.git('switch', '-q', '-c', 'topic');
    repository.write('topic.ts', '// TODO: topic\n');
    repository.commit('Topic');
    const found = await after(() => {
      repository.git('switch', '-q', 'main');
      repository.write('a.ts', '// TODO: from main\n');
      repository.commit('On main');
      repository.git('rebase', '-q', 'main', 'topic');
    });
    assert.ok(found.verified(), found.reason());
  });

  it('works in a folder of a repository, and in a worktree', async () => {
    const below = path.join(repository.folder, 'src');
    const inFolder = await after(() => {
      repository.write('a.ts', '// TODO: outside\n');
      repository.write('src/deep/c.c', '// TODO: inside\n');
      repository.commit('Both');
      repository.write('src/new.ts', '// TODO: new\n');
      repository.write('outside.ts', '// TODO: new outside\n');
    }, below);
    assert.ok(inFolder.verified(), inFolder.reason());
    assert.deepEqual(
      inFolder.files.map(({ file }) => file),
      ['b.py', 'deep/c.c', 'new.ts'],
    );
    const tree = path.join(store.folder, 'worktree');
    repository.git('worktree', 'add', '-q', '-b', 'second', tree);
    const worktree = openRepository(tree);
    const found = await after(() => {
      worktree.write('a.ts', '// TODO: there\n');
      worktree.commit('There');
    }, tree);
    assert.ok(found.verified(), found.reason());
  });

  it('gives the text of a file that is tracked though ignored', async () => {
    repository.write('build/kept.ts', '// TODO: kept\n');
    repository.git('add', '-f', 'build/kept.ts');
    await session(repository.folder, store.folder);
    const { scanner, verified } = opened(repository.folder, store.folder);
    await scanned(scanner);
    assert.ok(verified());
    const text = (file: string) =>
      scanner.scanText(REQUEST, file, '// TODO: typed\n', AbortSignal.timeout(10_000));
    assert.equal((await text('build/kept.ts'))?.todos[0]?.text, 'typed');
    assert.equal(await text('build/other.ts'), undefined);
    scanner.dispose();
  });

  describe('gives way to a whole scan', () => {
    const scansAll = (name: string, reason: RegExp, change: () => void) =>
      it(name, async () => {
        const found = await after(change);
        assert.ok(!found.verified());
        assert.match(found.reason(), reason);
      });

    scansAll('with a repository inside', /repository of its own/, () => {
      repository.nested('inner').write('x.ts', '// TODO: inner\n');
    });
    scansAll('with a submodule', /repository of its own/, () => {
      const inner = repository.nested('inner');
      inner.write('x.ts', '// TODO: inner\n');
      inner.commit('Inner');
      repository.git('add', 'inner');
    });
    scansAll("with ripgrep's own ignore files", /\.ignore has a say/, () => {
      repository.write('src/.ignore', '!*.log\n');
      repository.write('src/x.log', 'TODO\n');
    });
    scansAll('with such a file that git ignores', /\.rgignore has a say/, () => {
      repository.write('.gitignore', '.rgignore\n');
      repository.write('src/.rgignore', 'b.py\n');
    });
    scansAll('after a commit that is no more', /git diff-tree exited with 128/, () => {
      fs.rmSync(at('.git'), { recursive: true });
      repository.git('init', '-q');
      repository.commit('Another beginning');
    });
    scansAll('without a repository', /not a git repository/, () =>
      fs.rmSync(at('.git'), { recursive: true }),
    );
    scansAll('in a repository without a commit', /no commit yet/, () => {
      fs.rmSync(at('.git'), { recursive: true });
      repository.git('init', '-q');
    });
    scansAll('with a git that cannot read its index', /git (status|ls-files) exited with 128/, () =>
      fs.writeFileSync(at('.git/index'), 'nonsense'),
    );
    scansAll('when a great many files changed', /501 files may have changed/, () => {
      for (let i = 0; i < 501; i++) repository.write(`many/${i}.ts`, '// TODO: one of many\n');
    });
    if (process.platform === 'linux')
      scansAll('with names that are no UTF-8', /no UTF-8/, () =>
        fs.writeFileSync(
          Buffer.concat([Buffer.from(at('n')), Buffer.from([0xff]), Buffer.from('.ts')]),
          '// TODO\n',
        ),
      );
  });

  it('looks for something else by a whole scan, and saves that', async () => {
    await session(repository.folder, store.folder);
    const other = { scopes: [{ ...REQUEST.scopes[0]!, tags: ['FIXME'] }] };
    const found = await session(repository.folder, store.folder, other);
    assert.ok(!found.verified());
    assert.deepEqual(
      found.files.map(({ file }) => file),
      ['src/b.py'],
    );
    assert.ok((await session(repository.folder, store.folder, other)).verified());
  });

  it('runs nothing that the repository configures', async () => {
    const canary = path.join(store.folder, 'canary');
    const run = `touch ${canary}; cat`;
    repository.write('.gitattributes', '*.ts filter=evil diff=evil\n');
    repository.commit('Attributes');
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.process', 'diff.evil.textconv'])
      repository.git('config', key, run);
    const { size, mtime } = fs.statSync(at('a.ts'));
    const found = await after(() => {
      repository.write('a.ts', '// TODO: '.padEnd(size - 1, 'x') + '\n');
      fs.utimesSync(at('a.ts'), mtime, new Date());
    });
    assert.ok(found.verified(), found.reason());
    assert.ok(!fs.existsSync(canary));
  });

  it('leaves the repository as it is', async () => {
    repository.write('a.ts', FILES['a.ts']); // git would note its new time
    const before = fs.readFileSync(at('.git/index'));
    await after(() => undefined);
    assert.deepEqual(fs.readFileSync(at('.git/index')), before);
  });
});
