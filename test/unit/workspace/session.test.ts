import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createClock } from '../../../src/node/clock';
import { createFiles } from '../../../src/node/files';
import { createGit } from '../../../src/node/git';
import { createOutcomeHistory } from '../../../src/node/git/outcome-history';
import { createScanner } from '../../../src/node/scan/scanner';
import type { Logger, OutcomeHistory } from '../../../src/workspace/ports';
import {
  createSession,
  createWorkSession,
  type Session,
  type SessionOptions,
} from '../../../src/workspace/session';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../support/repository';

const silent: Logger = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
};

const OUTCOMES = `version: 1
outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    why: One in five hangs up
    owner: "@desk"
    due: 2026-12
    paths: [desk/**]
    metrics: [{ id: wait, title: Wait, unit: minutes, baseline: 6, target: 4 }]
`;

/** What is found of that outcome as long as no work serves it. */
const UNSERVED = 'outcomes.yml:3 outcome-without-work info';

describe('a session', () => {
  let repository: TestRepository;
  let session: Session;

  before(() => Object.assign(process.env, BARE_ENVIRONMENT));
  beforeEach(() => {
    repository = makeRepository();
  });
  afterEach(() => {
    session.dispose();
    repository.remove();
  });

  function options(): SessionOptions {
    const { folder } = repository;
    return {
      files: createFiles(folder, { logger: silent }),
      git: createGit(folder, { logger: silent }),
      scanner: createScanner(folder, { logger: silent, thread: 'caller' }),
      clock: createClock('2026-11-22'),
      logger: silent,
    };
  }

  async function open(given: Partial<SessionOptions> = {}): Promise<void> {
    session = createSession({ ...options(), ...given });
    session.refresh();
    await session.settled();
  }

  /** Findings as `file:line code severity`, lines from one. */
  const findings = () =>
    session.snapshot!.findings.map(({ subject, code, severity }) =>
      subject.kind === 'file'
        ? `${subject.file}:${subject.range.start.line + 1} ${code} ${severity}`
        : `${subject.kind} ${code} ${severity}`,
    );
  const todos = () =>
    session.snapshot!.work.todos.map(
      ({ file, range, isNew, links }) =>
        `${file}:${range.start.line + 1}${isNew ? ' new' : ''} ${links.map(({ outcome, evidence }) => `${outcome}/${evidence}`).join()}`,
    );

  it('stays silent where no outcomes.yml is, and awakes when one is written', async () => {
    repository.write('a.ts', '// TODO: one\n');
    repository.commit('First');
    await open();
    assert.deepEqual([findings(), todos()], [[], []]);

    repository.write('outcomes.yml', OUTCOMES);
    session.refresh(['outcomes.yml']);
    await session.settled();
    assert.deepEqual(todos(), ['a.ts:1 ']);

    fs.rmSync(path.join(repository.folder, 'outcomes.yml'));
    session.refresh(['outcomes.yml']);
    await session.settled();
    assert.deepEqual(findings(), []);
  });

  it('holds new work to a why and leaves old work with a hint', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO: old\n');
    repository.commit('First');
    repository.git('switch', '-q', '-c', 'short-wait');
    repository.write('a.ts', '// TODO: new\n// TODO: old\n');
    repository.write('desk/b.py', '# FIXME: untracked\n');
    await open();
    assert.deepEqual(findings(), ['a.ts:1 todo-without-why warning', 'a.ts:2 todo-without-why hint']);
    assert.deepEqual(todos(), ['a.ts:1 new ', 'a.ts:2 ', 'desk/b.py:1 new short-wait/path']);
    assert.deepEqual(session.snapshot!.repository, { branch: 'short-wait', base: 'main' });
  });

  it('knows the same work without making a finding, also as it goes on', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO: old\n');
    repository.write('desk/c.py', '# TODO: also old\n');
    repository.commit('First');
    repository.git('switch', '-q', '-c', 'short-wait');
    repository.write('a.ts', '// TODO: new\n// TODO: old\n');
    repository.commit('Second');
    await open();
    const alone = createWorkSession(options());
    try {
      for (const go of [
        (one: Session) => one.refresh(),
        (one: Session) => one.setOverlay('a.ts', '// TODO: old\n// TODO: unsaved\n'),
        (one: Session) => one.setOverlay('a.ts', undefined),
        (one: Session) => one.refresh(['outcomes.yml']),
      ]) {
        const seen = [];
        for (const one of [session, alone]) {
          go(one);
          const { work, files } = await one.settled();
          seen.push({
            ...work,
            todos: work.todos,
            counts: files.map(({ file, counts }) => [file, counts.linked]),
          });
        }
        assert.ok(seen[0]!.todos.length > 2);
        assert.deepEqual(seen[1], {
          ...seen[0],
          counts: seen[0]!.counts.filter(([file]) => file !== 'outcomes.yml'),
        });
        assert.ok(session.snapshot!.findings.length > 0);
        assert.deepEqual(alone.snapshot!.findings, []);
        repository.write('outcomes.yml', OUTCOMES.replace('[desk/**]', '[none/**]'));
      }
      const before = alone.snapshot!;
      const held = JSON.stringify(before.work.todos);
      alone.setOverlay('desk/c.py', '# TODO: another\n');
      await alone.settled();
      assert.equal(
        JSON.stringify(before.files.flatMap(({ todos: each }) => each)),
        held,
        'a snapshot stays as it was',
      );
    } finally {
      alone.dispose();
    }
  });

  it('shows unsaved text in place of the disk, and knows its old TODOs where they moved to', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO: old\n');
    repository.commit('First');
    await open();
    session.setOverlay('a.ts', '// TODO: new\n\n// TODO: old\n');
    await session.settled();
    assert.deepEqual(findings(), [
      'a.ts:1 todo-without-why warning',
      'a.ts:3 todo-without-why hint',
      UNSERVED,
    ]);
    session.setOverlay('a.ts', 'const a = 1; // TODO(short-wait): two\n');
    await session.settled();
    assert.deepEqual(findings(), []);
    session.setOverlay('a.ts', undefined);
    await session.settled();
    assert.deepEqual(findings(), ['a.ts:1 todo-without-why hint', UNSERVED]);
  });

  it('forgets all of a folder that went, whoever knew of what it held', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    await open();
    repository.write('gone/deep/a.ts', '// TODO: a\n');
    repository.write('gone.ts', '// TODO: stays\n');
    session.refresh(['gone/deep/a.ts', 'gone.ts']);
    // Before that is shown.
    await new Promise((resolve) => setTimeout(resolve, 1));
    fs.rmSync(path.join(repository.folder, 'gone'), { recursive: true });
    session.refresh(['gone']);
    const { work } = await session.settled();
    assert.deepEqual(
      work.todos.map(({ file }) => file),
      ['gone.ts'],
    );
    repository.write('gone/deep/a.ts', '// TODO: a\n');
    session.refresh(['gone/deep/a.ts']);
    assert.equal((await session.settled()).work.todos.length, 2);
    fs.rmSync(path.join(repository.folder, 'gone'), { recursive: true });
    session.refresh(['gone']);
    assert.equal((await session.settled()).work.todos.length, 1);
  });

  it('shows the disk again when unsaved texts end together with a change of everything', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO: one\n');
    repository.commit('First');
    await open();
    const stated = '// TODO(short-wait): one\n';
    const everything = [undefined, Array.from({ length: 300 }, (_, i) => `src/${i}.ts`)];
    for (const changed of everything) {
      session.setOverlay('a.ts', stated);
      await session.settled();
      assert.deepEqual(findings(), []);
      session.setOverlay('a.ts', undefined);
      session.refresh(changed);
      await session.settled();
      assert.deepEqual(findings(), ['a.ts:1 todo-without-why hint', UNSERVED]);
    }
  });

  it('reads unsaved outcomes, links all work again, and scans again when other words are asked for', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('a.ts', '// TODO(short-wait): one\n// NOTE: two\n');
    repository.commit('First');
    await open();
    assert.deepEqual(todos(), ['a.ts:1 short-wait/stated']);
    session.setOverlay('outcomes.yml', OUTCOMES.replace('id: short-wait', 'id: short-weit'));
    await session.settled();
    assert.deepEqual(findings(), ['a.ts:1 unknown-outcome error', UNSERVED]);
    session.setOverlay('outcomes.yml', OUTCOMES.replace('outcomes:', 'policy: { tags: [NOTE] }\noutcomes:'));
    await session.settled();
    assert.deepEqual(todos(), ['a.ts:2 ']);
  });

  describe('asked for moved goalposts', () => {
    const MEASURED = OUTCOMES.replace(
      'target: 4 }',
      'target: 4, check-ins: [{ date: 2026-03-01, value: 5 }] }',
    );
    const moved = () => findings().filter((finding) => finding.includes('moved-goalpost'));
    let asked: number;
    /** The history itself, with how often it was asked. */
    const history = (): OutcomeHistory => {
      const real = createOutcomeHistory(repository.folder);
      asked = 0;
      return {
        steps: (...query) => {
          asked++;
          return real.steps(...query);
        },
      };
    };
    const moveTarget = (text = MEASURED): void => {
      repository.write('outcomes.yml', text);
      repository.commit('First');
      repository.write('outcomes.yml', text.replace('target: 4', 'target: 5'));
      repository.commit('Second');
    };

    it('tells them after a first snapshot that does not wait for the history', async () => {
      moveTarget();
      await open({ history: history() });
      assert.deepEqual(moved(), ['outcomes.yml:9 moved-goalpost info']);
      session.dispose();

      const seen: (readonly unknown[] | null)[] = [];
      session = createSession({ ...options(), history: history() });
      session.onDidChange(() => {
        const goalposts = session.snapshot?.goalposts;
        if (goalposts !== undefined && seen.at(-1) !== goalposts) seen.push(goalposts);
      });
      session.refresh();
      await session.settled();
      assert.deepEqual([seen[0], seen.at(-1)?.length, seen.length], [null, 1, 2]);
    });

    it('asks again only when HEAD is another one', async () => {
      moveTarget();
      await open({ history: history() });
      session.setOverlay('outcomes.yml', `# ${MEASURED}`);
      await session.settled();
      session.setOverlay('outcomes.yml', undefined);
      session.refresh();
      await session.settled();
      assert.equal(asked, 1);
      repository.git('commit', '-q', '--allow-empty', '-m', 'Third');
      session.refreshGit();
      await session.settled();
      assert.deepEqual([asked, moved()], [2, ['outcomes.yml:9 moved-goalpost info']]);
    });

    it('leaves the history alone where the rule is off, where no work began and without a commit', async () => {
      await open({ history: history() });
      assert.deepEqual([asked, session.snapshot!.goalposts], [0, null]);
      session.dispose();
      moveTarget(MEASURED.replace('outcomes:', 'policy: { rules: { moved-goalpost: off } }\noutcomes:'));
      await open({ history: history() });
      assert.deepEqual([asked, session.snapshot!.goalposts, moved()], [0, null, []]);
      session.dispose();
      moveTarget(OUTCOMES);
      await open({ history: history() });
      assert.deepEqual([asked, session.snapshot!.goalposts], [0, []]);
    });

    it('says what else there is when the history cannot be read', async () => {
      moveTarget();
      const warnings: string[] = [];
      await open({
        history: { steps: () => Promise.reject(new Error('broken')) },
        logger: { ...silent, warn: (message) => void warnings.push(message) },
      });
      assert.deepEqual([moved(), warnings.length], [[], 1]);
      assert.match(warnings[0]!, /history.*broken/);
    });
  });

  it('follows saves, deletions, commits and branches', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.commit('First');
    repository.git('switch', '-q', '-c', 'topic');
    await open();
    assert.deepEqual(findings(), [UNSERVED, 'branch branch-without-why warning']);

    repository.write('a.ts', '// TODO: one\n');
    session.refresh(['a.ts']);
    await session.settled();
    assert.deepEqual(findings(), [
      'a.ts:1 todo-without-why warning',
      UNSERVED,
      'branch branch-without-why warning',
    ]);

    repository.commit('Add a');
    session.refreshGit();
    await session.settled();
    assert.equal(session.snapshot!.work.commits[0]!.subject, 'Add a');

    repository.git('config', 'branch.topic.outcome', 'short-wait');
    session.refreshGit();
    await session.settled();
    assert.deepEqual(findings(), ['a.ts:1 todo-without-why warning']);

    fs.rmSync(path.join(repository.folder, 'a.ts'));
    session.refresh(['a.ts']);
    await session.settled();
    assert.deepEqual(todos(), []);
  });

  it('gives the same after many single steps as a fresh look', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    for (let i = 0; i < 20; i++) repository.write(`src/${i}.ts`, `// TODO: number ${i}\n`);
    repository.commit('First');
    repository.git('switch', '-q', '-c', 'topic');
    await open();
    for (let i = 0; i < 20; i += 3) {
      repository.write(`src/${i}.ts`, `// TODO(short-wait): number ${i}\n// HACK: more\n`);
      session.refresh([`src/${i}.ts`]);
      await session.settled();
    }
    const stepwise = { findings: findings(), todos: todos() };
    session.refresh();
    await session.settled();
    assert.deepEqual({ findings: findings(), todos: todos() }, stepwise);
  });

  it('never shows what git ignores, also when such a file changes or is edited', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('.gitignore', 'build/\n');
    repository.write('build/a.js', '// TODO: generated\n');
    repository.commit('First');
    await open();
    session.refresh(['build/a.js']);
    session.setOverlay('build/b.js', '// TODO: generated too\n');
    await session.settled();
    assert.deepEqual(todos(), []);
  });

  it('leaves out outcome files that a policy above ignores', async () => {
    repository.write(
      'outcomes.yml',
      OUTCOMES.replace('outcomes:', 'policy: { ignore: [sample/**] }\noutcomes:'),
    );
    repository.write('sample/outcomes.yml', OUTCOMES);
    repository.write(
      'team/outcomes.yml',
      OUTCOMES.replaceAll('short-wait', 'long-life').replace('id: wait', 'id: age'),
    );
    repository.commit('First');
    await open();
    assert.deepEqual(
      session.snapshot!.tree.files.map(({ path }) => path),
      ['outcomes.yml', 'team/outcomes.yml'],
    );
    assert.deepEqual(findings(), [
      'outcomes.yml:4 outcome-without-work info',
      'team/outcomes.yml:3 outcome-without-work info',
    ]);
  });

  it('judges only own work since a revision, also with a detached HEAD', async () => {
    repository.write(
      'outcomes.yml',
      OUTCOMES.replace('outcomes:', 'policy: { commits-since: 2026-01-01 }\noutcomes:'),
    );
    repository.write('a.ts', '// TODO: old\n');
    repository.commit('First\n\nOutcome: none (start)');
    repository.git('switch', '-q', '-c', 'topic');
    repository.write('a.ts', '// TODO: old\n// TODO: new\n');
    repository.commit('Second');
    repository.git('switch', '-q', '--detach');
    repository.git('branch', '-q', '-D', 'topic');
    await open({ since: 'main' });
    assert.deepEqual(findings(), ['a.ts:2 todo-without-why warning', 'commit commit-without-why warning']);
  });

  it('knows an outcome as served by a TODO, a branch or a commit, and notices when that ends', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.commit('First');
    await open();
    assert.deepEqual(findings(), [UNSERVED]);
    session.setOverlay('a.ts', '// TODO(short-wait): one\n');
    await session.settled();
    assert.deepEqual(findings(), []);
    session.setOverlay('a.ts', undefined);
    repository.git('switch', '-q', '-c', 'short-wait');
    session.refreshGit();
    await session.settled();
    assert.deepEqual(findings(), []);
    repository.git('switch', '-q', 'main');
    repository.git('branch', '-q', '-D', 'short-wait');
    session.refreshGit();
    await session.settled();
    assert.deepEqual(findings(), [UNSERVED]);
    repository.git('switch', '-q', '-c', 'topic');
    repository.write('b.ts', '\n');
    repository.commit('Second\n\nOutcome: short-wait');
    session.refreshGit();
    await session.settled();
    assert.deepEqual(findings(), []);
  });

  it('says what failed and keeps the snapshot before it', async () => {
    repository.write('outcomes.yml', OUTCOMES);
    repository.commit('First');
    await open();
    const before = session.snapshot;
    fs.renameSync(repository.folder, `${repository.folder}-moved`);
    session.refresh();
    await session.settled().catch(() => undefined);
    fs.renameSync(`${repository.folder}-moved`, repository.folder);
    assert.ok(session.snapshot === before || session.failure === undefined);
    session.refresh();
    await session.settled();
    assert.equal(session.failure, undefined);
    assert.deepEqual(
      session.snapshot!.tree.files.map(({ path }) => path),
      ['outcomes.yml'],
    );
  });
});
