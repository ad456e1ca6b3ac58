import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { below, meaning } from '../../src/editor/live/changes';
import { filesNamed } from '../../src/node/background/came';
import { createFileStore } from '../../src/node/index/store';
import type { Session } from '../../src/workspace/session';
import type { Snapshot } from '../../src/workspace/snapshot';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../support/repository';
import { openSession, OUTCOMES, temporary } from './support';
import { told, type Told } from './told';

const FILES = ['a.ts', 'src/b.ts', 'src/deep/c.py', 'out/d.ts', 'out/e.c', 'strange.zzz'];
/** Larger than what is looked at. */
const LARGE = `// TODO: first\n${'x'.repeat(21 * 1024 * 1024)}`;
const TEXTS = [
  '// TODO: one\n',
  '# TODO: two\n',
  '// TODO(calm-desk): three\n// FIXME: four\n',
  'plain\n',
  '',
  '// TODO: nul \0\n',
  LARGE,
];
const OWN = ['outcomes.yml', 'out/outcomes.yml', 'src/outcomes.yaml'];
const OWN_TEXTS = [
  OUTCOMES,
  'version: 1\noutcomes:\n  - { id: calm-desk, title: Calls fall, paths: [src/**] }\n',
  'version: 1\npolicy: { tags: [FIXME], ignore: [src/deep] }\noutcomes:\n  - { id: other, title: Calls rise }\n',
];
const RULES = ['', 'out/\n', '*.ts\n', 'src\n!src/b.ts\n', '!*\n'];
const RULE_FILES = ['.gitignore', 'src/.gitignore', '.ignore', '.git/info/exclude'];

const file = fc.constantFrom(...FILES);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write'), file, text: fc.constantFrom(...TEXTS) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('write'),
      file: fc.constantFrom(...OWN),
      text: fc.constantFrom(...OWN_TEXTS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('write'),
      file: fc.constantFrom(...RULE_FILES),
      text: fc.constantFrom(...RULES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove'), file: fc.constantFrom(...FILES, ...OWN) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('remove'), file: fc.constantFrom('src', 'src/deep', 'out') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('link'), file, to: fc.constantFrom(...FILES, 'src', '.') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('folder'), file }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('git'),
      args: fc.constantFrom(
        ['add', '--all'],
        ['commit', '-q', '-a', '--allow-empty', '-m', 'Step'],
        ['switch', '-q', '-f', 'main'],
        ['switch', '-q', '-f', 'topic'],
        ['rebase', '-q', 'main'],
        ['rebase', '--abort'],
        ['stash', '-q', '-u'],
        ['stash', 'pop', '-q'],
        ['reset', '-q', '--hard', 'HEAD~1'],
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What chance seldom puts together. */
const HARD: Step[] = [
  { do: 'write', file: 'out/untracked.ts', text: TEXTS[0]! },
  { do: 'write', file: '.gitignore', text: 'out/\n' },
  { do: 'write', file: 'out/outcomes.yml', text: OWN_TEXTS[1]! },
  { do: 'write', file: '.git/info/exclude', text: 'src/\n' },
  { do: 'link', file: 'a.ts', to: 'strange.zzz' },
  { do: 'remove', file: 'outcomes.yml' },
  { do: 'write', file: 'outcomes.yml', text: OUTCOMES },
  { do: 'write', file: '.git/info/exclude', text: '' },
  { do: 'write', file: 'src/b.ts', text: LARGE },
];

/** What git or the system refuses is no step. */
function take(repository: TestRepository, todo: Step): void {
  try {
    if ('args' in todo) return void repository.git(...todo.args);
    const at = path.join(repository.folder, todo.file);
    if ('text' in todo) repository.write(todo.file, todo.text);
    else if ('to' in todo) {
      fs.rmSync(at, { recursive: true, force: true });
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.symlinkSync(path.relative(path.dirname(at), path.join(repository.folder, todo.to)) || '.', at);
    } else if (todo.do === 'folder') {
      fs.rmSync(at, { recursive: true, force: true });
      fs.mkdirSync(at, { recursive: true });
    } else fs.rmSync(at, { recursive: true });
  } catch {
    // A conflict, nothing to pop, no such file.
  }
}

/** What is on the disk, as far as a watcher tells changes apart; links are not followed. */
function picture(folder: string): Map<string, string> {
  const seen = new Map<string, string>();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const at = path.join(entry.parentPath, entry.name);
    try {
      const { mode, ino, size, mtimeNs, ctimeNs } = fs.lstatSync(at, { bigint: true });
      const of = entry.isDirectory() ? [mode, ino] : [mode, ino, size, mtimeNs, ctimeNs];
      seen.set(path.relative(folder, at).replaceAll(path.sep, '/'), of.join());
    } catch {
      // A file that git took away meanwhile.
    }
  }
  return seen;
}

/** Tells a session what changed between two pictures, as the editor does after the events of a watcher. */
function report(
  folder: string,
  session: Session,
  before: Map<string, string>,
  now: Map<string, string>,
): void {
  const created = new Set<string>();
  const changed = new Set<string>();
  let git = false;
  for (const name of new Set([...before.keys(), ...now.keys()])) {
    if (before.get(name) === now.get(name)) continue;
    const what = meaning(name);
    if (what === 'git') git = true;
    if (what === 'file') (before.has(name) ? changed : created).add(name);
  }
  const gone = session.snapshot ? below(session.snapshot, changed) : [];
  if (created.size + changed.size > 0) session.refresh(filesNamed(folder, [...created, ...changed, ...gone]));
  if (git) session.refreshGit();
}

/**
 * Whatever happens to the files, a session that is told of it as the editor is ends with what one that begins anew
 * finds: TODOs, branches, commits, and what was skipped and why.
 */
describe('a session that follows a folder', function () {
  this.timeout(240_000);
  const runs = 4 * Number(process.env['FUZZ_TIMES'] ?? 1);

  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));

  it(`says after any steps what a fresh one says (${runs} lives)`, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        const repository = makeRepository();
        const storage = temporary('storage');
        const { folder } = repository;
        const open = () => openSession(folder, createFileStore(storage, folder));
        repository.write('outcomes.yml', OUTCOMES);
        for (const [i, name] of FILES.entries()) repository.write(name, TEXTS[i % 5]!);
        repository.commit('First');
        repository.git('branch', 'topic');
        const { session } = open();
        try {
          session.refresh();
          await session.settled();
          for (const [at, todo] of steps.entries()) {
            const before = picture(folder);
            take(repository, todo);
            report(folder, session, before, picture(folder));
            const now = await session.settled();
            const fresh = await freshly(open);
            const done = steps
              .slice(0, at + 1)
              .map(spoken)
              .join('\n');
            assert.deepEqual(all(now), fresh, done);
            compared += fresh.todos.length;
          }
        } finally {
          session.dispose();
          repository.remove();
          fs.rmSync(storage, { recursive: true });
        }
      }),
      { numRuns: runs, examples: [[HARD]] },
    );
    assert.ok(compared > runs * 5, `only ${compared} TODOs were compared`);
  });
});

/** What is compared: all work, and what it was judged by. */
function all(
  snapshot: Snapshot,
): Told & { readonly unverified: number; readonly outcomes: readonly string[] } {
  const outcomes = snapshot.tree.files.map((each) => each.path);
  return { ...told(snapshot), unverified: snapshot.unverified, outcomes };
}

async function freshly(open: () => ReturnType<typeof openSession>): Promise<ReturnType<typeof all>> {
  const { session } = open();
  try {
    session.refresh();
    const snapshot = await session.settled();
    return all(snapshot);
  } finally {
    session.dispose();
  }
}

function spoken(todo: Step): string {
  return JSON.stringify(todo, (_, value: unknown) =>
    typeof value === 'string' && value.length > 100 ? `${value.slice(0, 20)}… (${value.length})` : value,
  );
}
