import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createFileStore } from '../../../../src/node/index/store';
import {
  BARE_ENVIRONMENT,
  makeRepository,
  preparedRepository,
  type TestRepository,
} from '../../../support/repository';
import { temporaryFolder } from '../scan/support';
import { fresh, opened, REQUEST, scanned, session } from './support';

const prepared = preparedRepository((repository) => {
  repository.write('a.ts', '// TODO: a\n// FIXME: b\n');
  repository.write('b.unknown-kind', 'TODO\n');
  repository.commit('First');
});

describe('the file of the saved index', function () {
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
  const names = () => fs.readdirSync(store.folder);
  const file = () => path.join(store.folder, names()[0]!);

  /** Looks with what is in the store: the result is right, one line tells that it was not used. */
  async function isNotUsed(reason: RegExp, maker?: string): Promise<void> {
    const open = opened(repository.folder, store.folder, maker);
    assert.equal(await open.scanner.load(), undefined);
    assert.deepEqual(await scanned(open.scanner), await fresh(repository.folder));
    assert.ok(!open.verified());
    assert.deepEqual(
      open.lines.filter((line) => line.includes('saved index')).length,
      1,
      `one line each: ${open.lines.join('\n')}`,
    );
    assert.match(open.reason(), reason);
    open.scanner.dispose();
  }

  it('is one that is for the user alone, and nothing is beside it', async () => {
    await session(repository.folder, store.folder);
    assert.equal(names().length, 1);
    if (process.platform !== 'win32') assert.equal(fs.statSync(file()).mode & 0o777, 0o600);
  });

  it('is not used once any byte of it is another', async () => {
    await session(repository.folder, store.folder);
    const whole = fs.readFileSync(file());
    const step = Math.max(1, Math.floor(whole.length / 60));
    for (let at = 0; at < whole.length; at += step) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0x20;
      fs.writeFileSync(file(), damaged);
      const { scanner, reason } = opened(repository.folder, store.folder);
      assert.equal(await scanner.load(), undefined, `byte ${at}`);
      assert.match(reason(), /damaged/);
      scanner.dispose();
    }
  });

  it('is not used when it was cut off anywhere, is longer, empty or nonsense', async () => {
    await session(repository.folder, store.folder);
    const whole = fs.readFileSync(file());
    for (const bytes of [
      whole.subarray(0, 10),
      whole.subarray(0, whole.length >> 1),
      whole.subarray(0, whole.length - 1),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.alloc(0),
      Buffer.alloc(5000, '\n'),
    ]) {
      fs.writeFileSync(file(), bytes);
      await isNotUsed(/not used: it is damaged/);
    }
  });

  it('is not used by another version, or for another folder', async () => {
    await session(repository.folder, store.folder);
    await isNotUsed(/another version wrote it/, 'test 2');
    const other = makeRepository();
    other.write('x.ts', '// TODO: x\n');
    const name = file();
    await session(other.folder, store.folder);
    const [theirs] = names().filter((each) => path.join(store.folder, each) !== name);
    fs.copyFileSync(path.join(store.folder, theirs!), name);
    fs.rmSync(path.join(store.folder, theirs!));
    other.remove();
    await isNotUsed(/damaged, or another version/);
  });

  it('is replaced by the next session when it could not be used', async () => {
    await session(repository.folder, store.folder);
    fs.writeFileSync(file(), 'nonsense');
    assert.ok(!(await session(repository.folder, store.folder)).verified());
    assert.ok((await session(repository.folder, store.folder)).verified());
    assert.equal(names().length, 1);
  });

  it('is left out where a folder has its name', async () => {
    await session(repository.folder, store.folder);
    const name = file();
    fs.rmSync(name);
    fs.mkdirSync(name);
    await isNotUsed(/not used: EISDIR/);
  });

  it('is left out where it cannot be written, and nothing half is left behind', async () => {
    const blocked = path.join(store.folder, 'file');
    fs.writeFileSync(blocked, '');
    const { lines } = await session(repository.folder, path.join(blocked, 'below'));
    assert.ok(lines.some((line) => /^debug: The index is not saved: ENOTDIR/.test(line)));
    await session(repository.folder, store.folder);
    const [saved] = names().filter((name) => name.endsWith('.index'));
    fs.rmSync(path.join(store.folder, saved!));
    fs.mkdirSync(path.join(store.folder, saved!, 'below'), { recursive: true });
    await session(repository.folder, store.folder);
    assert.deepEqual(names().sort(), [saved, 'file'].sort());
  });

  it('is what it was before when the disk is full', async () => {
    await session(repository.folder, store.folder);
    const before = fs.readFileSync(file());
    const real = createFileStore(store.folder, repository.folder);
    const full = { load: () => real.load(), save: () => Promise.reject(new Error('ENOSPC: no space left')) };
    repository.write('a.ts', '// TODO: other\n');
    const { lines, files } = await session(repository.folder, full);
    assert.ok(lines.includes('debug: The index is not saved: ENOSPC: no space left'));
    assert.deepEqual(files, (await fresh(repository.folder)).files);
    assert.deepEqual(fs.readFileSync(file()), before);
    assert.ok((await session(repository.folder, store.folder)).verified());
  });

  it('is whole whoever of many writes it last', async () => {
    const stores = Array.from({ length: 8 }, () => createFileStore(store.folder, repository.folder));
    const contents = stores.map((_, i) => new Uint8Array(2_000_000 + i).fill(i));
    await Promise.all(
      stores.map(async (each, i) => {
        for (let round = 0; round < 3; round++) {
          await each.save(contents[i]!);
          const read = await each.load();
          assert.ok(contents.some((content) => Buffer.compare(content, read!) === 0));
        }
      }),
    );
    assert.equal(names().length, 1);
  });

  it('is right after two windows saved what each knew', async () => {
    const windows = [1, 2].map(() => opened(repository.folder, store.folder));
    for (const { scanner } of windows) {
      const { files } = await scanned(scanner);
      const known = new Map(files.map((each) => [each.file, each]));
      const keep = () => scanner.keep({ outcomesFiles: [], files: known, changed: new Set(), facts: [] });
      keep();
      await scanner.flush();
      keep();
      repository.write('a.ts', '// TODO: between\n// TODO: more\n');
      repository.commit('Between');
    }
    await Promise.all(windows.map(({ scanner }) => scanner.flush()));
    for (const { scanner } of windows) scanner.dispose();
    const found = await session(repository.folder, store.folder);
    assert.ok(found.verified());
    assert.deepEqual(found.files, (await fresh(repository.folder)).files);
  });

  it('is written when the session ends, and never when it ended before its scan', async () => {
    const early = opened(repository.folder, store.folder);
    early.scanner.dispose();
    await early.scanner.flush();
    assert.deepEqual(names(), []);
    const { scanner } = opened(repository.folder, store.folder);
    const { files } = await scanned(scanner);
    scanner.keep({
      outcomesFiles: ['outcomes.yml'],
      files: new Map(files.map((each) => [each.file, each])),
      changed: new Set(),
      facts: [],
    });
    await scanner.flush();
    scanner.keep({ outcomesFiles: ['other.yml'], files: new Map(), changed: new Set(), facts: [] });
    scanner.dispose();
    await scanner.flush();
    const { scanner: next } = opened(repository.folder, store.folder);
    const work = await next.load();
    assert.deepEqual([work?.outcomesFiles, work?.request], [['other.yml'], REQUEST]);
    next.dispose();
  });
});
