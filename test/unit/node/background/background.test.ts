import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { LiveText } from '../../../../src/editor/live/live-text';
import { createBackground, type Background } from '../../../../src/node/background/background';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { createOutcomeHistory } from '../../../../src/node/git/outcome-history';
import { createScanner } from '../../../../src/node/scan/scanner';
import type { Logger } from '../../../../src/workspace/ports';
import { createSession, type Session } from '../../../../src/workspace/session';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { EditedDocument } from '../../../support/edited-document';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../../../support/repository';
import { waitFor } from '../../../support/waitFor';

const OUTCOMES = `version: 1
policy: { base: main, commits-since: 2026-01-01, rules: { vague-outcome: off } }
outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    due: 2026-12-31
    paths: [desk/**]
    metrics: [{ id: wait, title: Wait, baseline: 6, target: 4, check-ins: [{ date: 2026-11-01, value: 5 }] }]
    outputs: [{ id: call-back, title: Call-back button, status: shipped }]
    outcomes: [{ id: calm-desk, title: Half of the overtime is gone, outcomes: [{ id: deep, title: Deep }] }]
  - { id: short-wait, title: Again, nonsense: true }
`;

const prepared = preparedRepository((repository) => {
  repository.write('outcomes.yml', OUTCOMES);
  repository.write(
    'team/outcomes.yaml',
    'version: 1\npolicy: { existing: same }\noutcomes: [{ title: Ünïcode 🎯 }]\n',
  );
  repository.write('desk/queue.py', '# TODO: served by path\n');
  repository.write('old.ts', '// TODO(ana): old\n');
  repository.commit('First\n\nOutcome: none (start)');
  repository.git('switch', '-q', '-c', 'topic');
  repository.write(
    'team/a.ts',
    '// TODO(short-wiat): 🎯\n// FIXME(calm-desk, @bo): b\n// HACK(no-outcome: c)\n// TODO: d\n',
  );
  repository.commit('Second\n\nOutcome: calm-desk');
});

describe('sessions in the background', function () {
  this.timeout(20_000);
  let dir: string;
  let workerPath: string;
  let repository: TestRepository;
  let background: Background;
  const opened: Session[] = [];
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
  const logger: Logger = { error: log, warn: log, info: log, debug: log };

  before(async () => {
    Object.assign(process.env, BARE_ENVIRONMENT);
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-background-'));
    workerPath = path.join(dir, 'background-worker.js');
    const source = path.join(__dirname, '../../../../src/node');
    await build({
      entryPoints: {
        'background-worker': path.join(source, 'background/worker.ts'),
        'scanner-worker': path.join(source, 'scan/worker.ts'),
      },
      outdir: dir,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
    });
  });
  beforeEach(() => {
    logged.length = 0;
    repository = prepared();
    background = createBackground({ logger, workerPath });
  });
  afterEach(() => {
    for (const session of opened.splice(0)) session.dispose();
    repository.remove();
  });
  after(() => fs.rmSync(dir, { recursive: true, force: true }));

  function open(from = background): Session {
    const session = from.open(repository.folder);
    opened.push(session);
    return session;
  }

  async function opensAndReads(from = background): Promise<Session> {
    const session = open(from);
    session.refresh();
    await session.settled();
    return session;
  }

  /** What a session on this thread says of the same folder. */
  async function here(overlays: Readonly<Record<string, string>> = {}): Promise<Snapshot> {
    const { folder } = repository;
    const session = createSession({
      files: createFiles(folder, { logger }),
      git: createGit(folder, { logger }),
      scanner: createScanner(folder, { logger, thread: 'caller' }),
      clock: createClock(),
      logger,
      history: createOutcomeHistory(folder),
    });
    for (const [file, text] of Object.entries(overlays)) session.setOverlay(file, text);
    session.refresh();
    try {
      return await session.settled();
    } finally {
      session.dispose();
    }
  }

  /** All that a snapshot says, of its files too. */
  const said = ({ files, work, ...rest }: Snapshot) => ({
    ...rest,
    work: { ...work },
    files: files.map(({ file, counts, todos, findings }) => ({ file, counts, todos, findings })),
  });

  it('begin with what the session before left, and end only when theirs is on the disk', async () => {
    const directory = path.join(dir, 'storage');
    const storage = { directory, maker: '1.2.3' };
    const saved = () => (fs.existsSync(directory) ? fs.readdirSync(directory).sort() : []);
    const times = () => saved().map((name) => fs.statSync(path.join(directory, name)).mtimeMs);
    const first = await opensAndReads(createBackground({ logger, workerPath, storage }));
    await waitFor(
      'what is saved',
      () => saved().map((name) => path.extname(name)),
      (kinds) => kinds.join() === '.index,.shown',
    );
    repository.write('old.ts', '// TODO(ana): changed while it is open\n');
    first.refresh(['old.ts']);
    await first.settled();
    const before = times();
    first.dispose();
    await waitFor('what is saved last', () => times().every((time, i) => time > before[i]!));
    assert.equal(saved().length, 2);

    repository.write('old.ts', '// TODO(ana): changed while it was closed\n');
    const session = open(createBackground({ logger, workerPath, storage }));
    const shown: { readonly busy: boolean; readonly texts: string[] }[] = [];
    session.onDidChange(() => {
      const { busy, snapshot } = session;
      const texts = snapshot?.work.todos.filter(({ file }) => file === 'old.ts').map(({ text }) => text);
      if (texts !== undefined) shown.push({ busy, texts });
    });
    session.refresh();
    assert.deepEqual(said(await session.settled()), said(await here()));
    assert.deepEqual(shown[0], { busy: true, texts: ['changed while it is open'] });
    assert.deepEqual(shown.at(-1)!.texts, ['changed while it was closed']);
    assert.ok(logged.some((line) => line.startsWith('Of the saved index')));

    // Shown before the process says a word: this one never does.
    const silent = path.join(dir, 'silent.js');
    fs.writeFileSync(silent, "process.on('message', () => undefined);");
    const early = open(createBackground({ logger, workerPath: silent, storage }));
    early.refresh();
    const texts = () => early.snapshot?.work.todos.map(({ text }) => text) ?? [];
    await waitFor('what was shown last', () => texts().includes('changed while it is open'));
    assert.ok(early.busy);

    const other = open(createBackground({ logger, workerPath, storage: { directory, maker: '1.2.4' } }));
    other.refresh();
    await other.settled();
    assert.ok(logged.some((line) => line.startsWith('The saved index is not used')));
  });

  it('keep nothing where no process may run', async () => {
    const directory = path.join(dir, 'not-trusted');
    const storage = { directory, maker: '1' };
    const restricted = await opensAndReads(
      createBackground({ logger, workerPath, processes: false, storage }),
    );
    restricted.dispose();
    assert.ok(!fs.existsSync(directory));
    assert.ok(!logged.some((line) => line.includes('saved index')));
  });

  it('say what a session on this thread says', async () => {
    const expected = await here();
    assert.ok(
      expected.findings.length > 8 && expected.work.todos.length === 6 && expected.work.commits.length > 0,
    );
    assert.deepEqual(said((await opensAndReads()).snapshot!), said(expected));
  });

  it('look once at what is told in one turn, files and the HEAD of git together', async () => {
    const trace = path.join(dir, 'trace');
    process.env['GIT_TRACE'] = trace; // which the process inherits
    try {
      const session = await opensAndReads();
      repository.git('switch', '-q', 'main');
      fs.rmSync(trace);
      // As many as git is not asked of one by one; the others came and went.
      session.refresh(['team/a.ts', ...Array.from({ length: 5000 }, (_, i) => `desk/${i}.ts`)]);
      session.refreshGit();
      const snapshot = await session.settled();
      const looks = fs.readFileSync(trace, 'utf8').match(/built-in: git ls-files -t/g);
      assert.equal(looks?.length, 1);
      assert.deepEqual(said(snapshot), said(await here()));
    } finally {
      delete process.env['GIT_TRACE'];
    }
  });

  it('tell of moved goalposts what a session on this thread tells, and follow the next commit', async () => {
    const session = await opensAndReads();
    const moved = () =>
      session
        .snapshot!.findings.filter(({ code }) => code === 'moved-goalpost')
        .map(({ message }) => message);
    assert.deepEqual([session.snapshot!.goalposts, moved()], [[], []]);
    repository.write('outcomes.yml', OUTCOMES.replace('target: 4', 'target: 5'));
    repository.commit('Make it easier', Date.UTC(2026, 10, 9) / 1000);
    session.refreshGit();
    session.refresh(['outcomes.yml']);
    assert.deepEqual(said(await session.settled()), said(await here()));
    assert.equal(moved().length, 1);
    assert.match(
      moved()[0]!,
      /^The target was moved from 4 to 5 on 2026-11-09 by `Ada`, after work began on 2026-03-02\./,
    );
    assert.equal(session.snapshot!.goalposts!.length, 1);
  });

  it('say the same after every kind of change, and keep what did not change', async () => {
    const session = await opensAndReads();
    const follow = async (overlays: Readonly<Record<string, string>> = {}) =>
      assert.deepEqual(said(await session.settled()), said(await here(overlays)));

    const [tree, old] = [
      session.snapshot!.tree,
      session.snapshot!.files.find(({ file }) => file === 'old.ts'),
    ];
    repository.write('desk/new.go', '// TODO: new\n');
    session.refresh(['desk/new.go']);
    await follow();
    assert.equal(session.snapshot!.tree, tree);
    assert.equal(
      session.snapshot!.files.find(({ file }) => file === 'old.ts'),
      old,
    );

    fs.rmSync(path.join(repository.folder, 'team'), { recursive: true });
    session.refresh();
    await follow();

    repository.commit('Third');
    session.refreshGit();
    await follow();

    const text = OUTCOMES.replace('calm-desk', 'calmer-desk');
    session.setOverlay('outcomes.yml', text);
    await follow({ 'outcomes.yml': text });
    session.setOverlay('outcomes.yml', undefined);
    await follow();

    fs.rmSync(path.join(repository.folder, 'outcomes.yml'));
    session.refresh();
    await follow();
    assert.deepEqual(session.snapshot!.files, []);
  });

  it('are busy from a request until it is done, and tell of both', async () => {
    const session = open();
    const told: boolean[] = [];
    session.onDidChange(() => told.push(session.busy));
    session.refresh();
    session.refreshGit();
    assert.equal(session.busy, true);
    await session.settled();
    assert.deepEqual([told[0], told.at(-1), session.busy], [true, false, false]);
  });

  it('run on a thread where no process may be started, and take nothing for new there', async () => {
    const session = await opensAndReads(createBackground({ logger, workerPath, processes: false }));
    assert.deepEqual(
      session.snapshot!.work.todos.map(({ file, isNew }) => [file, isNew]),
      (await here()).work.todos.map(({ file }) => [file, false]),
    );
    assert.deepEqual(session.snapshot!.branches, []);
  });

  it('share one process, which ends with the last of them', async () => {
    const pids = path.join(dir, 'pids');
    const script = path.join(dir, 'counted.js');
    fs.writeFileSync(
      script,
      `require('fs').appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n'); require(${JSON.stringify(workerPath)});`,
    );
    const shared = createBackground({ logger, workerPath: script });
    const [one, two] = [await opensAndReads(shared), await opensAndReads(shared)];
    const pid = Number(fs.readFileSync(pids, 'utf8'));
    one.dispose();
    two.refresh();
    await two.settled();
    two.dispose();
    await waitFor('the end of the process', () => !isAlive(pid), Boolean, { hold: 0 });
  });

  it('say that the process ended, and go on in another one with the unsaved texts', async () => {
    const marker = path.join(dir, 'die');
    const script = path.join(dir, 'mortal.js');
    fs.writeFileSync(
      script,
      `setInterval(() => require('fs').existsSync(${JSON.stringify(marker)}) && process.exit(3), 10).unref();` +
        `require(${JSON.stringify(workerPath)});`,
    );
    const session = open(createBackground({ logger, workerPath: script }));
    const overlays = { 'old.ts': '// TODO: typed\n' };
    session.setOverlay('old.ts', overlays['old.ts']);
    const before = await session.settled();
    fs.writeFileSync(marker, '');
    await waitFor('the end', () => session.failure?.message, Boolean, { hold: 0 });
    await assert.rejects(session.settled(), /background process ended with exit code 3/);
    assert.equal(session.snapshot, before);

    fs.rmSync(marker);
    session.refreshGit();
    assert.deepEqual(said(await session.settled()), said(await here(overlays)));
    assert.equal(session.failure, undefined);
  });

  it('follow the edits of a long document, also when they are lost on the way', async function () {
    this.timeout(60_000);
    const marker = path.join(dir, 'die-once');
    const script = path.join(dir, 'mortal-once.js');
    fs.writeFileSync(
      script,
      `const fs = require('fs'); setInterval(() => fs.existsSync(${JSON.stringify(marker)}) && process.exit(3), 5).unref();` +
        `require(${JSON.stringify(workerPath)});`,
    );
    const session = await opensAndReads(createBackground({ logger, workerPath: script }));
    const line = 'const price = "€ 🎯"; // TODO(calm-desk): take it out\r\n/* FIXME */\n';
    const document: EditedDocument = new EditedDocument(line.repeat(900), (changes) => live.note(changes));
    const live = new LiveText(document as unknown as ConstructorParameters<typeof LiveText>[0]);
    const isRight = async () => {
      session.setOverlay('team/long.ts', live);
      const overlays = { 'team/long.ts': document.getText() };
      assert.deepEqual(said(await session.settled()), said(await here(overlays)));
    };
    await isRight();
    const texts = ['// TODO: one\n', '/*', '`', '🎯', '\ud83c', 'TODO', '*/', '', '\n\n'];
    for (let i = 0; i < 24; i++) {
      const at = (i * 7919) % document.getText().length;
      const text = texts[i % texts.length]!;
      document.edit([
        { start: at, end: at + (i % 3) * 20, text },
        { start: at + 100, end: at + 140, text: texts[(i + 4) % texts.length]! },
      ]);
      if (i % 5 === 0) document.undo();
      if (i === 9) document.setEol(2);
      if (i === 12) document.changeUnseen({ start: 0, end: 0, text: '// TODO: unseen\n' });
      if (i === 15) {
        session.setOverlay('team/long.ts', live);
        fs.writeFileSync(marker, '');
        await waitFor('the end', () => session.failure?.message, Boolean, { hold: 0 });
        fs.rmSync(marker);
      }
      if (i % 3 === 0) await isRight();
      else session.setOverlay('team/long.ts', live);
    }
    session.setOverlay('team/long.ts', undefined);
    assert.deepEqual(said(await session.settled()), said(await here()));
    assert.deepEqual(
      logged.filter((message) => message.includes('sent anew')),
      [],
    );
  });

  it('fail when the process cannot start, and pass on what it complains about', async () => {
    const missing = path.join(dir, 'missing.js');
    for (const processes of [true, false]) {
      const session = open(createBackground({ logger, processes, workerPath: missing }));
      session.refresh();
      await assert.rejects(session.settled(), /background process ended with exit code 1|missing\.js/);
    }
    await waitFor('the complaint', () => logged.join('\n').includes('missing.js'), Boolean, { hold: 0 });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
