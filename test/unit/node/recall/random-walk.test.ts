import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../../support/repository';
import { temporaryFolder } from '../scan/support';
import { counted, print } from './support';

const FILES = ['outcomes.yml', 'web/outcomes.yaml', 'a.ts', 'web/b.py', '.gitignore'];
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'outcomes.yml': [500, 600].map(
    (target) => `version: 1
policy: { base: main, ignore: [${target === 600 ? 'web/b.py' : ''}], commits-since: 2026-01-01 }
outcomes:
  - { id: calls, title: Support calls fall, start: 2026-01-05, due: 2026-12-31, paths: [web/**],
      metrics: [{ id: weekly, baseline: 800, target: ${target}, check-ins: [{ date: 2026-02-01, value: 700 }] }] }
`,
  ),
  'web/outcomes.yaml': ['version: 1\noutcomes: [{ id: visits, title: More people visit }]\n', 'outcomes: ['],
  'a.ts': ['// TODO(calls): ask less\n', '\n// FIXME: one\n// TODO: two\n'],
  'web/b.py': ['# TODO: three\n', ''],
  '.gitignore': ['', '*.ts\n', 'web/\n'],
};

const step = fc.oneof(
  ...FILES.flatMap((file) => TEXTS[file]!.map((text) => fc.constant({ write: file, text }))),
  fc.constantFrom(...FILES).map((remove) => ({ remove })),
  fc.constantFrom(
    ...[
      ['commit', '-q', '-a', '--allow-empty', '-m', 'Step\n\nOutcome: calls'],
      ['commit', '-q', '-a', '--amend', '-m', 'Again'],
      ['add', '--all'],
      ['switch', '-q', '-c', 'calls-menu'],
      ['switch', '-q', 'main'],
      ['config', 'branch.calls-menu.outcome', 'visits'],
      ['merge', '-q', '-m', 'Merge', 'calls-menu'],
      ['checkout', '-q', '--detach'],
      ['reset', '-q', '--hard', 'HEAD~1'],
      ['tag', '--force', 'since'],
    ].map((git) => ({ git })),
  ),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What git or the system refuses is no step. */
function take(repository: TestRepository, each: Step): void {
  try {
    if ('write' in each) repository.write(each.write, each.text);
    else if ('remove' in each) fs.rmSync(path.join(repository.folder, each.remove));
    else repository.git(...each.git);
  } catch {
    // Nothing to commit, no such file.
  }
}

const printed = (...args: Parameters<typeof print>): Promise<string> =>
  print(...args).then(
    ({ text }) => text,
    (error: unknown) => (error as Error).message,
  );

describe('a report over a life of random steps', function () {
  this.timeout(240_000);
  const runs = 2 * Number(process.env['FUZZ_TIMES'] ?? 1);
  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));

  it(`is the same with what was kept as without (${runs} lives)`, async () => {
    let recalled = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 16 }), async (steps) => {
        const repository = makeRepository();
        const place = temporaryFolder();
        const store = counted(place.folder);
        try {
          for (const file of FILES) repository.write(file, TEXTS[file]![0]!);
          repository.commit('First');
          repository.git('tag', 'since');
          const args = [
            '--cwd',
            repository.folder,
            '--today',
            '2026-04-01',
            '--format',
            'json',
            '--since',
            'since',
          ];
          for (const each of steps) {
            take(repository, each);
            const saves = store.saves;
            const kept = await printed(args, store);
            await store.settled();
            if (store.saves === saves) recalled++;
            assert.equal(kept, await printed(args));
          }
        } finally {
          repository.remove();
          place.remove();
        }
      }),
      { numRuns: runs },
    );
    assert.ok(recalled >= runs, `only ${recalled} times from what was kept`);
  });
});
