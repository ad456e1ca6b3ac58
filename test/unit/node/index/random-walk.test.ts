import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../../support/repository';
import { temporaryFolder } from '../scan/support';
import { fresh, session } from './support';

const NAMES = ['a.ts', 'b.py', 'src/c.ts', 'src/d.c', 'src/deep/e.sh', 'lib/f.ts', 'lib/g.kind', 'out/h.ts'];
const TEXTS = [
  '// TODO: one\n',
  '# TODO: two\n',
  '/* FIXME: three */\n',
  'nothing\n',
  '\n\n// TODO: one\n',
  '',
];
const IGNORED = ['', 'out/\n', '*.ts\n', 'src\n!src/c.ts\n', 'lib/*\n!lib/f.ts\n', '*\n!*/\n!*.py\n'];
const BRANCHES = ['main', 'one', 'two'];

const name = fc.constantFrom(...NAMES);
const branch = fc.constantFrom(...BRANCHES);
const steps = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), name, text: fc.constantFrom(...TEXTS) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), name, to: name }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('ignore' as const),
      at: fc.constantFrom('.gitignore', 'src/.gitignore', '.git/info/exclude'),
      rules: fc.constantFrom(...IGNORED),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('git' as const),
      args: fc.oneof(
        ...[
          ['add', '--all'],
          ['commit', '-q', '--allow-empty', '-a', '-m', 'Step'],
          ['commit', '-q', '--amend', '-a', '-m', 'Amended'],
          ['stash', '-q'],
          ['stash', '-q', '-u'],
          ['stash', 'pop', '-q'],
          ['checkout', '-q', '--', '.'],
          ['reset', '-q', '--hard'],
          ['reset', '-q', 'HEAD~1'],
          ['clean', '-q', '-f', '-d'],
          ['checkout', '-q', '--detach'],
          ['rebase', '-q', '--abort'],
        ].map((args) => fc.constant(args)),
        branch.map((to) => ['switch', '-q', to]),
        branch.map((to) => ['checkout', '-q', '-f', to]),
        branch.map((to) => ['merge', '-q', '-m', 'Merge', to]),
        branch.map((to) => ['rebase', '-q', to]),
        name.map((file) => ['rm', '-q', '--cached', file]),
        name.map((file) => ['add', '-f', file]),
        name.map((file) => ['update-index', '--assume-unchanged', file]),
        name.map((file) => ['update-index', '--no-assume-unchanged', file]),
      ),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** What git or the system refuses is no step. */
function take(repository: TestRepository, step: Step): void {
  const at = (file: string) => path.join(repository.folder, file);
  try {
    if (step.do === 'write') repository.write(step.name, step.text);
    else if (step.do === 'remove') fs.rmSync(at(step.name));
    else if (step.do === 'ignore') repository.write(step.at, step.rules);
    else if (step.do === 'git') repository.git(...step.args);
    else if (step.do === 'move') {
      fs.mkdirSync(path.dirname(at(step.to)), { recursive: true });
      fs.renameSync(at(step.name), at(step.to));
    }
  } catch {
    // A conflict, nothing to pop, no such file.
  }
}

describe('the saved index over a life of random steps', function () {
  this.timeout(240_000);
  const runs = 6 * Number(process.env['FUZZ_TIMES'] ?? 1);

  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));

  it(`is as a fresh scan at each opening (${runs} lives)`, async () => {
    let verified = 0;
    const life = fc.array(steps, { minLength: 10, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(life, async (all) => {
        const repository = makeRepository();
        const store = temporaryFolder();
        try {
          for (const [i, file] of NAMES.entries()) repository.write(file, TEXTS[i % TEXTS.length]!);
          repository.commit('First');
          for (const other of BRANCHES.slice(1)) repository.git('branch', other);
          await session(repository.folder, store.folder);
          for (const step of [...all, { do: 'open' } as const]) {
            take(repository, step);
            if (step.do !== 'open') continue;
            const found = await session(repository.folder, store.folder);
            const { files, summary } = await fresh(repository.folder);
            assert.deepEqual({ files: found.files, summary: found.summary }, { files, summary });
            if (found.verified()) verified++;
          }
        } finally {
          repository.remove();
          store.remove();
        }
      }),
      { numRuns: runs },
    );
    assert.ok(verified >= runs, `only ${verified} times without a whole scan`);
  });
});
