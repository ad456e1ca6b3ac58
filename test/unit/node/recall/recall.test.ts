import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { BARE_ENVIRONMENT, preparedRepository, type TestRepository } from '../../../support/repository';
import { temporaryFolder } from '../scan/support';
import { counted, print } from './support';

const OUTCOMES = (target: number): string => `version: 1
policy: { base: main, commits-since: 2026-01-01 }
outcomes:
  - id: calls
    title: Support calls fall
    start: 2026-01-05
    due: 2026-12-31
    paths: [web/**]
    metrics:
      - { id: weekly, baseline: 800, target: ${target}, check-ins: [{ date: 2026-02-01, value: 790 }] }
`;

const DAY = ['--today', '2026-04-01'];

const prepared = preparedRepository((repository) => {
  repository.write('outcomes.yml', OUTCOMES(500));
  repository.write('web/a.ts', '// TODO: ask less\n');
  repository.commit('State the outcome');
  repository.write('outcomes.yml', OUTCOMES(600));
  repository.commit('Make it easier\n\nOutcome: calls');
  repository.git('tag', 'now');
});

describe('a report that is printed again', function () {
  this.timeout(60_000);
  let repository: TestRepository;
  let store: ReturnType<typeof counted>;
  let place: ReturnType<typeof temporaryFolder>;

  before(() => void Object.assign(process.env, BARE_ENVIRONMENT));
  beforeEach(() => {
    repository = prepared();
    place = temporaryFolder();
    store = counted(path.join(place.folder, 'cache'));
  });
  afterEach(() => {
    repository.remove();
    place.remove();
  });

  const again = async (...args: string[]) => {
    const printed = await print(['--cwd', repository.folder, ...DAY, ...args], store);
    await store.settled();
    return printed;
  };
  const anew = (...args: string[]) => print(['--cwd', repository.folder, ...DAY, ...args]);

  it('is the one of the last time, byte for byte', async () => {
    for (const args of [[], ['--format', 'json'], ['--format', 'json', '--since', 'now~1']]) {
      const saves = store.saves;
      const texts = [await again(...args), await again(...args), await anew(...args)];
      assert.match(texts[0]!.text, /calls/);
      assert.deepEqual(texts[1], texts[0]);
      assert.deepEqual(texts[2], texts[0]);
      assert.equal(store.saves, saves + 1, 'made once and kept once');
    }
  });

  it('is the one of the last time in whatever order files are found', async () => {
    for (let i = 0; i < 200; i++) {
      repository.write(`part-${i % 20}/known-${i}.ts`, `// TODO: look at ${i}\n`);
      repository.write(`part-${i % 20}/unknown-${i}.kind`, `TODO ${i}\n`);
    }
    const first = await again();
    for (let i = 0; i < 4; i++) assert.deepEqual(await again(), first);
    assert.equal(store.saves, 1);
  });

  const CHANGES: Readonly<Record<string, (repository: TestRepository) => unknown>> = {
    'a TODO is written': (r) => r.write('web/b.ts', '// TODO(calls): call back\n'),
    'a TODO is taken away': (r) => r.write('web/a.ts', 'done\n'),
    'a file is ignored': (r) => r.write('.gitignore', 'web\n'),
    'there is a commit': (r) => r.commit('Look again\n\nOutcome: calls'),
    'there is a branch': (r) => {
      r.git('switch', '-q', '-c', 'calls-menu');
      r.commit('Shorten the menu');
    },
    'a branch states its why': (r) => {
      r.git('switch', '-q', '-c', 'menu');
      r.git('config', 'branch.menu.outcome', 'calls');
    },
    'an outcome is written': (r) => r.write('outcomes.yml', OUTCOMES(601)),
    'there is one more outcomes file': (r) =>
      r.write('docs/outcomes.yml', OUTCOMES(1).replace('calls', 'visits')),
    'the last commit is another': (r) => r.git('commit', '-q', '--amend', '-m', 'Make it easier for us'),
    'the history of the file is another': (r) => r.git('reset', '-q', '--soft', 'now~1'),
  };
  for (const [what, change] of Object.entries(CHANGES))
    it(`is made anew when ${what}`, async () => {
      await again('--format', 'json');
      change(repository);
      const { text } = await again('--format', 'json');
      assert.equal(text, (await anew('--format', 'json')).text);
      assert.equal(store.saves, 2);
    });

  it('is made anew when what it is compared with stands elsewhere', async () => {
    const args = ['--format', 'json', '--since', 'now'];
    const before = await again(...args);
    repository.git('tag', '--force', 'now', 'now~1');
    const after = await again(...args);
    assert.notEqual(after.text, before.text);
    assert.equal(after.text, (await anew(...args)).text);
  });

  it('is made anew on another day, and by another program', async () => {
    const of = (day: string, maker: string) =>
      print(['--cwd', repository.folder, '--today', day], store, maker).finally(() => store.settled());
    const first = await of('2026-04-01', 'one');
    const second = await of('2026-04-02', 'one');
    assert.notEqual(second.text, first.text);
    assert.equal(store.saves, 2);
    await of('2026-04-02', 'two');
    assert.equal(store.saves, 3);
    await of('2026-04-02', 'two');
    assert.equal(store.saves, 3);
  });

  it('warns as it did the first time', async () => {
    repository.write('outcomes.yml', OUTCOMES(600).replace('base: main', 'base: gone'));
    const first = await again();
    assert.match(first.said.join(), /no revision "gone"/);
    assert.deepEqual(await again(), first);
    assert.equal(store.saves, 1);
  });

  it('fails as it did, and keeps no failure', async () => {
    for (let i = 0; i < 2; i++) await assert.rejects(again('--since', 'nowhere'), /"nowhere"/);
    assert.equal(store.saves, 0);
    await again('--since', 'now');
    repository.git('tag', '-d', 'now');
    await assert.rejects(again('--since', 'now'), /"now"/);
    fs.rmSync(path.join(repository.folder, 'outcomes.yml'));
    await assert.rejects(again(), /no outcomes.yml/);
  });

  it('is made also without git, and where nothing can be kept', async () => {
    fs.rmSync(path.join(repository.folder, '.git'), { recursive: true });
    const first = await again();
    assert.deepEqual(await again(), first);
    assert.equal(store.saves, 1);
    fs.rmSync(path.join(place.folder, 'cache'), { recursive: true });
    fs.writeFileSync(path.join(place.folder, 'cache'), 'a file');
    assert.deepEqual(await again(), first);
  });

  it('is not taken from a file that is not whole', async () => {
    const first = await again();
    const [file] = fs
      .readdirSync(path.join(place.folder, 'cache'))
      .map((n) => path.join(place.folder, 'cache', n));
    const bytes = fs.readFileSync(file!);
    const damages: Readonly<Record<string, Uint8Array>> = {
      empty: Buffer.alloc(0),
      'cut short': bytes.subarray(0, bytes.length - 1),
      'cut in its head': bytes.subarray(0, 20),
      longer: Buffer.concat([bytes, Buffer.from('x')]),
      'another byte in its text': bytes.map((byte, i) => (i === bytes.length - 5 ? byte ^ 1 : byte)),
      'another byte in its trace': bytes.map((byte, i) => (i === 300 ? byte ^ 1 : byte)),
      'another format': Buffer.from(bytes.toString('latin1').replace(/^(\S+) \d+/, '$1 0'), 'latin1'),
      'something else': Buffer.from('{"a": [1, 2]}\n\n\n'),
    };
    for (const [what, damaged] of Object.entries(damages)) {
      const saves = store.saves;
      fs.writeFileSync(file!, damaged);
      assert.deepEqual(await again(), first, what);
      assert.equal(store.saves, saves + 1, what);
    }
  });
});
