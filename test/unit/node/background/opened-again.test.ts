import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readLastShown, ShownStore } from '../../../../src/node/background/last-shown';
import { SnapshotReceiver } from '../../../../src/node/background/receiver';
import { SnapshotSender } from '../../../../src/node/background/sender';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { withSavedIndex } from '../../../../src/node/index/saved-index';
import { createFileStore } from '../../../../src/node/index/store';
import { createScanner } from '../../../../src/node/scan/scanner';
import { createSession, type Session } from '../../../../src/workspace/session';
import { atOnce } from '../../../support/steps';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../../support/repository';
import { recorder, temporaryFolder } from '../scan/support';

const TODAY = '2026-11-22';
const plan = (rest: string) =>
  `version: 1\npolicy: { base: main, commits-since: 2026-01-01 }\noutcomes:\n  - { id: calm, title: Calls fall, ${rest} }\n`;
const PLANS = [
  plan('paths: [src/**]'),
  plan('paths: [lib/**]'),
  plan('status: achieved'),
  plan('why: Costs'),
];
const NAMES = ['a.ts', 'b.py', 'src/c.ts', 'src/d.c', 'lib/e.ts', 'lib/outcomes.yml'];
const TEXTS = [
  '// TODO(calm): one\n',
  '# TODO: two\n# TODO: three\n',
  '/* FIXME: three */\n',
  'nothing\n',
  '\n\n// TODO(nobody): one\n',
  PLANS[3]!,
];
const GIT = [
  ['add', '--all'],
  ['commit', '-q', '--allow-empty', '-a', '-m', 'Step\n\nOutcome: calm'],
  ['stash', '-q', '-u'],
  ['stash', 'pop', '-q'],
  ['reset', '-q', 'HEAD~1'],
  ['switch', '-q', 'main'],
  ['switch', '-q', 'topic'],
  ['merge', '-q', '-m', 'Merge', 'topic'],
  ['branch', '-q', '-f', 'main', 'topic'],
  ['branch', '-q', '-f', 'main', 'topic~1'],
];
/** Nothing but git itself tells of these. */
const LEAVES_FILES = new Set(['add', 'commit', 'reset', 'branch']);

const name = fc.constantFrom(...NAMES);
const text = fc.constantFrom(...TEXTS);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), name, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('plan' as const), text: fc.constantFrom(...PLANS) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('ignore' as const), name }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('git' as const), args: fc.constantFrom(...GIT) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
/** In an editor; null when it is closed. */
const unsaved = fc.oneof(
  fc.record({ do: fc.constant('type' as const), name, text: fc.option(text) }),
  fc.record({
    do: fc.constant('type' as const),
    name: fc.constant('outcomes.yml'),
    text: fc.option(fc.constantFrom(...PLANS)),
  }),
);
/** What happens while nobody looks, and then to the session that was opened again. */
const visit = fc.record({
  before: fc.array(step, { maxLength: 3 }),
  during: fc.array(fc.oneof(step, unsaved), { maxLength: 3 }),
});

/** What git or the system refuses is no step. */
function take(repository: TestRepository, one: Step): void {
  try {
    if (one.do === 'write') repository.write(one.name, one.text);
    else if (one.do === 'plan') repository.write('outcomes.yml', one.text);
    else if (one.do === 'ignore') repository.write('.gitignore', `${one.name}\n`);
    else if (one.do === 'git') repository.git(...one.args);
    else fs.rmSync(path.join(repository.folder, one.name));
  } catch {
    // A conflict, nothing to pop, no such file.
  }
}

/** The file that a step is about. */
function fileOf(one: Exclude<Step, { do: 'git' }>): string {
  return one.do === 'plan' ? 'outcomes.yml' : one.do === 'ignore' ? '.gitignore' : one.name;
}

function said({ files, tree, work, findings, branches, commits, skipped, unverified }: Snapshot): unknown {
  return {
    ...{ findings, branches, commits, skipped, unverified },
    texts: tree.files.map((file) => [file.path, file.text]),
    todos: work.todos,
    files: files.map(({ file, counts, todos }) => ({ file, counts, todos })),
  };
}

describe('a folder that is opened again', function () {
  this.timeout(240_000);
  const runs = 8 * Number(process.env['FUZZ_TIMES'] ?? 1);
  const logger = recorder();
  const clock = createClock(TODAY);

  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));

  async function fresh(folder: string, overlays: ReadonlyMap<string, string>): Promise<Snapshot> {
    const session = createSession({
      files: createFiles(folder, { logger }),
      git: createGit(folder, { logger }),
      scanner: createScanner(folder, { logger, thread: 'caller' }),
      clock,
      logger,
    });
    for (const [file, unsaved] of overlays) session.setOverlay(file, unsaved);
    session.refresh();
    try {
      return await session.settled();
    } finally {
      session.dispose();
    }
  }

  /** A session with its own end: what it shows is told to who has read what was shown last. */
  async function open(
    { folder }: TestRepository,
    directory: string,
    overlays: ReadonlyMap<string, string> = new Map(),
  ) {
    const storage = { directory, maker: 'test' };
    const shown = new ShownStore(storage, folder, logger, clock);
    const scanner = createScanner(folder, { logger, thread: 'caller' });
    const store = createFileStore(directory, folder);
    const index = withSavedIndex(folder, scanner, { logger, store, maker: 'test', shown, delay: 3_600_000 });
    const session = createSession({
      files: createFiles(folder, { logger, list: index.list }),
      git: createGit(folder, { logger, few: 0, told: index.told }),
      scanner: index,
      index,
      clock,
      logger,
    });
    const { signal } = new AbortController();
    const last = await readLastShown(storage, folder, { clock, logger, signal });
    const told: { snapshot: Snapshot | undefined; kept: number } = { snapshot: last?.snapshot, kept: 0 };
    let receiver: SnapshotReceiver | undefined;
    let sender: SnapshotSender | undefined;
    let sent: Snapshot | undefined;
    let old: ReadonlySet<unknown> = new Set();
    session.onDidChange(() => {
      if (session.snapshot === undefined || session.snapshot === sent) return;
      sent = session.snapshot;
      if (sender === undefined) {
        const base = shown.take();
        assert.equal(base?.id, last?.id);
        sender = new SnapshotSender(base);
        old = new Set(base?.snapshot.files);
      }
      receiver ??= last?.receiver ?? new SnapshotReceiver();
      for (const message of sender.messages(sent)) told.snapshot = atOnce(receiver.take(message));
      told.kept = sent.files.filter((work) => old.has(work)).length;
    });
    for (const [file, text] of overlays) session.setOverlay(file, text);
    session.refresh();
    await session.settled();
    return { session, told, save: () => index.flush() };
  }

  async function change(repository: TestRepository, session: Session, one: Step): Promise<void> {
    take(repository, one);
    if (one.do === 'git') {
      session.refreshGit();
      if (!LEAVES_FILES.has(one.args[0]!)) session.refresh(NAMES);
    } else session.refresh([fileOf(one)]);
    await session.settled();
  }

  it(`shows what a fresh look does, and so does who hears only what is new (${runs} lives)`, async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 3, maxLength: 5 }), async (visits) => {
        const repository = makeRepository();
        const store = temporaryFolder();
        try {
          repository.write('outcomes.yml', PLANS[0]!);
          for (const [i, file] of NAMES.slice(0, 5).entries()) repository.write(file, TEXTS[i]!);
          repository.commit('First');
          repository.git('switch', '-q', '-c', 'topic');
          // The editor keeps unsaved texts while its window is closed.
          const overlays = new Map<string, string>();
          for (const { before: ahead, during } of [{ before: [], during: [] }, ...visits]) {
            for (const one of ahead) take(repository, one);
            const { session, told, save } = await open(repository, store.folder, overlays);
            const compare = async () => {
              const expected = said(await fresh(repository.folder, overlays));
              assert.deepEqual(said(session.snapshot!), expected);
              assert.deepEqual(said(told.snapshot!), expected);
            };
            await compare();
            kept += told.kept;
            for (const one of during) {
              if (one.do !== 'type') await change(repository, session, one);
              else {
                if (one.text === null) overlays.delete(one.name);
                else overlays.set(one.name, one.text);
                session.setOverlay(one.name, one.text ?? undefined);
                await session.settled();
              }
            }
            if (during.length > 0) await compare();
            await save();
            session.dispose();
          }
        } finally {
          repository.remove();
          store.remove();
        }
      }),
      { numRuns: runs },
    );
    assert.ok(kept >= runs, `only ${kept} files were not linked again`);
  });

  it('takes no work from what was shown at another time than the index knows', async () => {
    const repository = makeRepository();
    const store = temporaryFolder();
    try {
      repository.write('outcomes.yml', PLANS[0]!);
      repository.write('a.ts', TEXTS[0]!);
      repository.write('b.py', TEXTS[1]!);
      repository.commit('First');
      const visitOnce = async (overlay?: string) => {
        const { session, told, save } = await open(repository, store.folder);
        if (overlay !== undefined) session.setOverlay('a.ts', overlay);
        const snapshot = await session.settled();
        await save();
        session.dispose();
        return { said: said(snapshot), kept: told.kept };
      };
      const first = await visitOnce();
      const file = fs.readdirSync(store.folder).find((each) => each.endsWith('.index'))!;
      const saved = fs.readFileSync(path.join(store.folder, file));
      assert.equal((await visitOnce('// TODO: unsaved\n')).kept, 1);
      fs.writeFileSync(path.join(store.folder, file), saved); // as if the process had ended in between
      assert.deepEqual(await visitOnce(), { said: first.said, kept: 0 });
    } finally {
      repository.remove();
      store.remove();
    }
  });
});
