import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readLastShown, ShownStore } from '../../../../src/node/background/last-shown';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { createScanner } from '../../../../src/node/scan/scanner';
import { createSession } from '../../../../src/workspace/session';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../../support/repository';
import { recorder, temporaryFolder } from '../scan/support';

const OUTCOMES = `version: 1
policy: { base: main, commits-since: 2026-01-01 }
outcomes:
  - { id: short-wait, title: Callers wait two minutes less, paths: [desk/**], outcomes: [{ id: calm, title: Ünïcode 🎯 }] }
`;
const [TODAY, TOMORROW] = ['2026-11-22', '2026-11-23'];

describe('what was shown last', () => {
  const logger = recorder();
  let repository: TestRepository;
  let store: ReturnType<typeof temporaryFolder>;
  let snapshot: Snapshot;

  before(async () => {
    Object.assign(process.env, BARE_ENVIRONMENT);
    repository = makeRepository();
    store = temporaryFolder();
    repository.write('outcomes.yml', OUTCOMES);
    for (let i = 0; i < 40; i++) repository.write(`desk/${i}.py`, '# TODO: queue\n# FIXME(nobody): 🎯\n');
    repository.commit('First\n\nOutcome: short-wait');
    repository.git('switch', '-q', '-c', 'topic');
    repository.write('new.ts', '// TODO: new\n');
    repository.commit('Second');
    const { folder } = repository;
    const session = createSession({
      files: createFiles(folder, { logger }),
      git: createGit(folder, { logger }),
      scanner: createScanner(folder, { logger, thread: 'caller' }),
      clock: createClock(TODAY),
      logger,
    });
    session.refresh();
    snapshot = await session.settled();
    session.dispose();
    const storage = { directory: store.folder, maker: '1' };
    assert.notEqual(
      await new ShownStore(storage, folder, logger, createClock(TODAY)).save(snapshot),
      undefined,
    );
  });
  after(() => {
    repository.remove();
    store.remove();
  });

  const saved = () => fs.readdirSync(store.folder).find((name) => name.endsWith('.shown'));
  const read = async (
    maker = '1',
    signal = new AbortController().signal,
    { folder } = repository,
  ): Promise<Snapshot | undefined> => {
    const storage = { directory: store.folder, maker };
    const last = await readLastShown(storage, folder, { clock: createClock(TOMORROW), logger, signal });
    return last?.snapshot;
  };
  /** Each file's work as well, which is made only when it is asked for. */
  const said = ({ files, tree, work, findings, branches, commits, today }: Snapshot) => ({
    ...{ findings, branches, commits, today },
    texts: tree.files.map(({ path: file, text }) => [file, text]),
    ids: [...tree.entries.keys()],
    todos: work.todos,
    files: files.map(({ file, counts, todos }) => ({ file, counts, todos })),
  });

  it('is all there again, on the day that it is now', async () => {
    const last = await read();
    assert.deepEqual([snapshot.work.todos.length, snapshot.findings.length], [81, 9]);
    assert.deepEqual(said(last!), { ...said(snapshot), today: TOMORROW });
  });

  it('is not what another program saved, nor of another folder', async () => {
    assert.equal(await read('2'), undefined);
    assert.equal(await read('1', undefined, { ...repository, folder: store.folder }), undefined);
  });

  it('is nothing when an outcomes file is another since', async () => {
    repository.write('outcomes.yml', OUTCOMES.replace('two', 'five'));
    assert.equal(await read(), undefined);
    fs.rmSync(path.join(repository.folder, 'outcomes.yml'));
    assert.equal(await read(), undefined);
    repository.write('outcomes.yml', OUTCOMES);
    assert.notEqual(await read(), undefined);
  });

  it('is nothing when nobody waits for it any more', async () => {
    assert.equal(await read('1', AbortSignal.abort()), undefined);
  });

  it('is nothing when a byte is missing or another', async () => {
    const file = path.join(store.folder, saved()!);
    const whole = fs.readFileSync(file);
    const end = fc.nat({ max: whole.length - 1 });
    const damage = fc.oneof(
      end.map((at) => whole.subarray(0, at)),
      fc.tuple(end, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
        const bytes = Buffer.from(whole);
        bytes[at]! ^= bits;
        return bytes;
      }),
      fc.uint8Array({ minLength: 1, maxLength: 50 }).map((more) => Buffer.concat([whole, more])),
    );
    try {
      await fc.assert(
        fc.asyncProperty(damage, async (bytes) => {
          fs.writeFileSync(file, bytes);
          assert.equal(await read(), undefined);
        }),
        { numRuns: 200 },
      );
    } finally {
      fs.writeFileSync(file, whole);
    }
    assert.notEqual(await read(), undefined);
  });
});
