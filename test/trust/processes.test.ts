import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackground, type Background } from '../../src/node/background/background';
import { createFiles } from '../../src/node/files';
import { createGit } from '../../src/node/git';
import { createClock } from '../../src/node/clock';
import { createScanner } from '../../src/node/scan/scanner';
import { createSession, type Session } from '../../src/workspace/session';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../support/repository';
import { waitFor } from '../support/waitFor';
import { descendants, dist, lives, OUTCOMES, recorder, temporary, toldByCommand } from './support';
import { told } from './told';

const prepared = preparedRepository((repo) => {
  repo.write('outcomes.yml', OUTCOMES);
  for (let i = 0; i < 200; i++)
    repo.write(`src/${i % 10}/${i}.ts`, '// TODO(calm-desk): explain\n// FIXME: why\n');
  repo.commit('Begin\n\nOutcome: calm-desk');
  repo.git('switch', '-q', '-c', 'topic');
});

/**
 * What the editor starts: a process for the sessions, a thread that scans, git and ripgrep. Whatever becomes of them,
 * what is shown is right in the end or said to be in doubt, and nothing is left behind.
 */
describe('the background', function () {
  this.timeout(120_000);

  let repo: TestRepository;
  let storage: string;
  let logger: ReturnType<typeof recorder>;
  const open: Session[] = [];
  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));
  beforeEach(() => {
    repo = prepared();
    storage = temporary('storage');
    logger = recorder();
    repo.write('new.ts', '// TODO: new\n');
  });
  afterEach(async () => {
    for (const session of open.splice(0)) session.dispose();
    await allEnded();
    repo.remove();
    fs.rmSync(storage, { recursive: true, force: true });
  });

  /** Those that a test is written with have their own. */
  const isOurs = (pid: number): boolean => /background-worker|rg|git/.test(commandOf(pid));
  const allEnded = () =>
    waitFor(
      'the processes to end',
      () => descendants(process.pid).filter(isOurs),
      (left) => left.length === 0,
      {
        hold: 0,
      },
    );
  const background = (worker = path.join(dist, 'background-worker.js')): Background =>
    createBackground({ logger, workerPath: worker, storage: { directory: storage, maker: '1' } });
  const opened = (from = background()): Session => {
    const session = from.open(repo.folder);
    open.push(session);
    session.refresh();
    return session;
  };
  const isRight = async (session: Session): Promise<void> => {
    const { stderr, ...expected } = toldByCommand(repo.folder);
    assert.equal(stderr, '');
    assert.deepEqual(told(await session.settled()), expected);
  };
  const worker = (): number => {
    const named = descendants(process.pid).filter((pid) => commandOf(pid).includes('background-worker'));
    // What one of them is starting goes by its parent's command line until it has its own.
    const starting = new Set(named.flatMap(descendants));
    const found = named.filter((pid) => !starting.has(pid));
    assert.equal(found.length, 1, logger.lines.join('\n'));
    return found[0]!;
  };
  /** A worker with something before it. */
  const wrapped = (before: string): string => {
    const file = path.join(storage, 'background-worker-wrapped.js');
    fs.writeFileSync(
      file,
      `${before}\nrequire(${JSON.stringify(path.join(dist, 'background-worker.js'))});\n`,
    );
    return file;
  };

  it('is started again when it was killed, and is then right without being asked', async () => {
    for (const again of ['at rest', 'at work']) {
      const session = opened();
      session.setOverlay('new.ts', '// TODO: typed, not saved\n');
      await session.settled();
      repo.write('later.ts', `// TODO: written ${again}\n`);
      if (again === 'at work') session.refresh();
      const pid = worker();
      process.kill(pid, 'SIGKILL');
      await waitFor('the failure', () => session.failure?.message, Boolean, { hold: 0 });
      assert.match(session.failure!.message, /background process ended with SIGKILL/);
      const texts = () => session.snapshot!.work.todos.filter(({ isNew }) => isNew).map(({ text }) => text);
      await waitFor(
        'the tree',
        () => !session.busy && session.failure === undefined && texts(),
        (now) => JSON.stringify(now) === JSON.stringify([`written ${again}`, 'typed, not saved']),
        { within: 40_000 },
      );
      assert.notEqual(worker(), pid);
      session.setOverlay('new.ts', undefined);
      await isRight(session);
      session.dispose();
      await allEnded();
    }
  });

  it('is not started for ever when it ends each time, until somebody asks', async () => {
    const marker = path.join(storage, 'die');
    const starts = path.join(storage, 'starts');
    fs.writeFileSync(marker, '');
    const session = opened(
      background(
        wrapped(
          `const fs = require('fs'); fs.appendFileSync(${JSON.stringify(starts)}, 'x');` +
            `if (fs.existsSync(${JSON.stringify(marker)})) process.exit(7);`,
        ),
      ),
    );
    await assert.rejects(session.settled(), /ended with exit code 7/);
    await wait(3000);
    assert.equal(fs.readFileSync(starts, 'utf8').length, 2, 'once at first, once after a second');
    assert.match(session.failure!.message, /exit code 7/);
    fs.rmSync(marker);
    session.refreshGit();
    await isRight(session);
    assert.equal(session.failure, undefined);
  });

  it('looks at everything again after its thread ended while it looked at a file', async () => {
    const marker = path.join(storage, 'die');
    const script = path.join(storage, 'scanner.js');
    fs.writeFileSync(
      script,
      `require('worker_threads').parentPort.on('message', ({ type }) =>
         type === 'files' && require('fs').existsSync(${JSON.stringify(marker)}) && process.exit(5));
       require(${JSON.stringify(path.join(dist, 'scanner-worker.js'))});`,
    );
    const session = createSession({
      files: createFiles(repo.folder, { logger }),
      git: createGit(repo.folder, { logger }),
      scanner: createScanner(repo.folder, { logger, workerPath: script }),
      clock: createClock('2026-11-22'),
      logger,
    });
    open.push(session);
    session.refresh();
    await session.settled();
    fs.writeFileSync(marker, '');
    repo.write('first.ts', '// TODO: lost on the way\n');
    session.refresh(['first.ts']);
    await assert.rejects(session.settled(), /thread ended with exit code 5/);
    fs.rmSync(marker);
    repo.write('second.ts', '// TODO: seen\n');
    session.refresh(['second.ts']);
    await isRight(session);
  });

  it('ends with all that it started, whenever it is told to, and can be asked again', async () => {
    for (let i = 0; i < 1500; i++) repo.write(`more/${i % 50}/${i}.ts`, '// TODO: explain\n'.repeat(30));
    const before = new Set(descendants(process.pid));
    const handles = () =>
      process.getActiveResourcesInfo().filter((name) => !/Timeout|Immediate/.test(name)).length;
    const held = handles();
    for (const delay of [0, 30, 90, 180, 300, 500, 800]) {
      const session = opened();
      await wait(delay);
      const started = descendants(process.pid).filter((pid) => !before.has(pid));
      assert.ok(started.length > 0);
      session.dispose();
      await waitFor(
        'the end',
        () => started.filter(lives),
        (left) => left.length === 0,
        { hold: 0, within: 10_000 },
      );
    }
    await waitFor('the handles', handles, (now) => now <= held, { hold: 0 });
    assert.deepEqual(
      fs.readdirSync(storage).filter((name) => !/\.(?:index|shown)$/.test(name)),
      [],
      'no half of an index',
    );
    await isRight(opened());
  });

  it('keeps what was saved when the disk takes no more, leaves nothing half, and is right', async function () {
    // The system refuses to write on in the middle of a file, as it does on a full disk.
    const full = wrapped(
      `require('child_process').execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=4096:4096']);`,
    );
    const names = () => fs.readdirSync(storage).filter((name) => name.includes('.index'));
    const first = opened(background(full));
    await isRight(first);
    await waitFor('the attempt', () => logger.lines.find((line) => line.includes('The index is not saved')));
    assert.match(logger.lines.join('\n'), /The index is not saved: E(?:FBIG|NOSPC)/);
    assert.deepEqual(names(), []);
    first.dispose();

    const second = opened();
    await isRight(second);
    await waitFor('the index', names, (found) => found.length === 1);
    second.dispose();
    await allEnded();
    const saved = fs.readFileSync(path.join(storage, names()[0]!));
    const third = opened(background(full));
    repo.write('new.ts', '// TODO: newer\n');
    third.refresh(['new.ts']);
    await isRight(third);
    third.dispose();
    await allEnded();
    assert.ok(fs.readFileSync(path.join(storage, names()[0]!)).equals(saved), 'another index');
    await isRight(opened());
    assert.ok(
      logger.lines.some((line) => line.includes('Of the saved index')),
      'it could be used',
    );
  });

  it('of two windows on one folder leaves an index that a third can use', async () => {
    const windows = [opened(), opened(background())];
    await Promise.all(windows.map((each) => each.settled()));
    for (const [i, window] of windows.entries()) {
      repo.write(`window-${i}.ts`, '// TODO: of a window\n');
      window.refresh([`window-${i}.ts`]);
    }
    await Promise.all(windows.map((each) => each.settled()));
    // What one wrote the other is told of by its own watcher.
    windows[0]!.refresh(['window-1.ts']);
    await isRight(windows[0]!);
    for (const window of windows) window.dispose();
    await allEnded();
    const saved = fs.readdirSync(storage);
    assert.deepEqual(saved.map((name) => path.extname(name)).sort(), ['.index', '.shown']);
    // Of a process that was killed long ago, before its file was whole.
    for (const name of saved) {
      fs.writeFileSync(path.join(storage, `${name}.1-abcdef`), 'half');
      fs.utimesSync(path.join(storage, `${name}.1-abcdef`), 1, 1);
    }
    repo.write('window-0.ts', '// TODO: after both\n');
    const third = opened();
    await isRight(third);
    assert.ok(logger.lines.some((line) => line.includes('Of the saved index')));
    third.dispose();
    await allEnded();
    assert.deepEqual(fs.readdirSync(storage), saved);
  });
});

function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
