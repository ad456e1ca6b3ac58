import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { withSavedIndex } from '../../../../src/node/index/saved-index';
import { createFileStore } from '../../../../src/node/index/store';
import { createScanner } from '../../../../src/node/scan/scanner';
import { createSession, type Session } from '../../../../src/workspace/session';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../../../support/repository';
import { recorder, temporaryFolder } from '../scan/support';

const OUTCOMES = `version: 1
policy: { base: main, commits-since: 2026-01-01 }
outcomes:
  - { id: short-wait, title: Callers wait two minutes less, why: One in five hangs up, owner: "@desk", due: 2026-12,
      paths: [desk/**], metrics: [{ id: wait, title: Wait, unit: minutes, baseline: 6, target: 4 }] }
`;

const prepared = preparedRepository((repository) => {
  repository.write('outcomes.yml', OUTCOMES);
  repository.write('desk/a.py', '# TODO: served by path\n');
  repository.write('old.ts', '// TODO: old\n');
  repository.commit('First\n\nOutcome: short-wait');
  repository.git('switch', '-q', '-c', 'topic');
  repository.write('new.ts', '// TODO: new\n');
  repository.commit('Second');
});

describe('a session with a saved index', function () {
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

  /** What was shown, and whether more was to come. */
  interface Shown {
    readonly busy: boolean;
    readonly snapshot: Snapshot;
  }

  function make(saved: boolean) {
    const { folder } = repository;
    const logger = recorder();
    const inner = createScanner(folder, { logger, thread: 'caller' });
    const fileStore = createFileStore(store.folder, folder);
    const index = withSavedIndex(folder, inner, { logger, store: fileStore, maker: 'test' });
    const session = createSession({
      files: createFiles(folder, { logger }),
      git: createGit(folder, { logger }),
      scanner: saved ? index : inner,
      clock: createClock('2026-11-22'),
      logger,
      ...(saved ? { index } : {}),
    });
    return { session, index, logger };
  }

  /** A session from its beginning to its end. */
  async function open(during?: (session: Session) => Promise<void>) {
    const { session, index, logger } = make(true);
    const shown: Shown[] = [];
    session.onDidChange(() => {
      const { busy, snapshot } = session;
      if (snapshot !== undefined && snapshot !== shown.at(-1)?.snapshot) shown.push({ busy, snapshot });
    });
    session.refresh();
    let last = await session.settled();
    if (during !== undefined) {
      await during(session);
      last = await session.settled();
    }
    await index.flush();
    session.dispose();
    await index.flush();
    const verified = logger.lines.some((line) => line.startsWith('debug: Of the saved index'));
    return { shown, last, verified };
  }

  async function withoutIndex(): Promise<Snapshot> {
    const { session } = make(false);
    session.refresh();
    try {
      return await session.settled();
    } finally {
      session.dispose();
    }
  }

  const said = ({ tree, files, work, findings, skipped, unverified, repository: of }: Snapshot) => ({
    texts: tree.files.map(({ path: file, text }) => ({ file, text })),
    files: files.map(({ file, counts, todos }) => ({ file, counts, todos })),
    commits: work.commits,
    branches: work.branches,
    findings,
    skipped,
    unverified,
    of,
  });
  const todos = ({ work }: Snapshot) => work.todos.map(({ file, text, isNew }) => `${file} ${text} ${isNew}`);

  it('links again what git does not vouch for, and keeps the work of all others', async () => {
    await open();
    repository.write('old.ts', '\n// TODO: old\n');
    repository.git('commit', '-q', '-a', '--amend', '-m', 'Second');
    await open();
    repository.write('desk/new.py', '# TODO: more\n');
    repository.write('.git/info/exclude', 'new.ts\n');
    const { shown, last, verified } = await open();
    assert.ok(verified);
    assert.deepEqual(said(last), said(await withoutIndex()));
    const { last: same, shown: both } = await open();
    assert.deepEqual(said(same), said(last));
    assert.ok(shown.length === 2 && both.length === 2);
    // Git vouches for these, so the work itself is not even made again.
    const made = same.files.filter((file) => !both[0]!.snapshot.files.includes(file));
    assert.deepEqual(
      made.map(({ file }) => file).filter((file) => file !== 'outcomes.yml'),
      ['desk/new.py'],
    );
  });

  it('shows at once what the session before knew, as old and new as it was, and stays busy', async () => {
    const first = await open();
    assert.equal(first.shown.length, 1);
    const { shown, last, verified } = await open();
    assert.ok(verified);
    assert.equal(shown.length, 2);
    assert.ok(shown[0]!.busy);
    assert.deepEqual(said(shown[0]!.snapshot), said(first.last));
    assert.deepEqual(said(last), said(first.last));
    assert.deepEqual(todos(last), ['desk/a.py served by path false', 'new.ts new true', 'old.ts old false']);
  });

  it('corrects it by what changed meanwhile', async () => {
    const first = await open();
    repository.write('new.ts', '\n// TODO: newer\n');
    repository.git('mv', 'old.ts', 'moved.ts');
    repository.commit('Third');
    repository.write('desk/untracked.py', '# FIXME: more\n');
    const { shown, last, verified } = await open();
    assert.ok(verified);
    assert.deepEqual(todos(shown[0]!.snapshot), todos(first.last));
    assert.deepEqual(said(last), said(await withoutIndex()));
    assert.equal(last.work.todos.length, 4);
  });

  it('judges by the outcomes of today what it shows of yesterday', async () => {
    await open();
    repository.write('outcomes.yml', OUTCOMES.replace('desk/**', '"*.ts"'));
    const { shown, last } = await open();
    const served = ({ work }: Snapshot) =>
      work.todos.filter(({ links }) => links.length > 0).map(({ file }) => file);
    assert.deepEqual(
      [served(shown[0]!.snapshot), served(last)],
      [
        ['new.ts', 'old.ts'],
        ['new.ts', 'old.ts'],
      ],
    );
  });

  it('shows nothing of yesterday when the policy looks for something else today', async () => {
    await open();
    for (const policy of ['tags: [FIXME]', 'mentions: any', 'ignore: [desk/**]']) {
      repository.write('outcomes.yml', OUTCOMES.replace('policy: {', `policy: { ${policy},`));
      const { shown, last, verified } = await open();
      assert.ok(!verified);
      assert.equal(shown.length, 1);
      assert.deepEqual(said(last), said(await withoutIndex()));
    }
  });

  it('asks what the saved outcomes files ask, also those below the top', async () => {
    repository.write(
      'team/outcomes.yaml',
      'version: 1\npolicy: { tags: [REVIEW] }\noutcomes: [{ title: Team }]\n',
    );
    repository.write('team/b.ts', '// REVIEW: this\nb();\n// TODO: no tag here\n');
    await open();
    const { last, verified } = await open();
    assert.ok(verified);
    assert.deepEqual(said(last), said(await withoutIndex()));
    assert.ok(todos(last).includes('team/b.ts this true'));
    fs.rmSync(path.join(repository.folder, 'team/outcomes.yaml'));
    const without = await open();
    assert.ok(!without.verified);
    assert.deepEqual(said(without.last), said(await withoutIndex()));
  });

  it('shows nothing where the outcomes file is gone', async () => {
    await open();
    fs.rmSync(path.join(repository.folder, 'outcomes.yml'));
    const { shown } = await open();
    assert.deepEqual(
      shown.map(({ snapshot }) => said(snapshot).files),
      [[]],
    );
  });

  it('knows what was edited, saved and undone in the session before', async () => {
    await open(async (session) => {
      repository.write('old.ts', '// TODO: old\n// TODO: while it was open\n');
      repository.write('desk/a.py', '\n');
      session.refresh(['old.ts', 'desk/a.py']);
      await session.settled();
    });
    repository.git('checkout', '-q', '--', '.');
    const { shown, last, verified } = await open();
    assert.ok(verified);
    assert.ok(todos(shown[0]!.snapshot).includes('old.ts while it was open true'));
    assert.deepEqual(said(last), said(await withoutIndex()));
    assert.equal(last.work.todos.length, 3);
  });

  it('scans all when it is told to', async () => {
    await open();
    const { session, index } = make(true);
    session.refresh();
    await session.settled();
    repository.write('old.ts', '// TODO: unheard of\n');
    session.refresh();
    assert.deepEqual(said(await session.settled()), said(await withoutIndex()));
    session.dispose();
    await index.flush();
  });

  it('shows yesterday and then all of today without a repository', async () => {
    fs.rmSync(path.join(repository.folder, '.git'), { recursive: true });
    const first = await open();
    repository.write('old.ts', '// TODO: other\n');
    const { shown, last, verified } = await open();
    assert.ok(!verified);
    assert.equal(shown.length, 2);
    assert.deepEqual(said(shown[0]!.snapshot), said(first.last));
    assert.deepEqual(said(last), said(await withoutIndex()));
  });

  it('shows an unsaved text over what was saved', async () => {
    await open();
    const { session, index } = make(true);
    session.setOverlay('old.ts', '// TODO: typed\n');
    session.refresh();
    assert.deepEqual(todos(await session.settled()), [
      'desk/a.py served by path false',
      'new.ts new true',
      'old.ts typed true',
    ]);
    session.dispose();
    await index.flush();
  });
});
