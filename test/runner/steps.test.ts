import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import picomatch from 'picomatch';
import { memoryFolder } from '../../scripts/lib/memory-folder';
import { mocha, type Step, STEPS, type StepCommand } from '../../scripts/lib/steps';
import { run } from './support/runs';

const fixture = (name: string) => mocha(path.join(__dirname, 'fixtures', 'mocha', `${name}.js`));

const step = (name: string, command: StepCommand, more: Partial<Step> = {}): Step => ({
  name,
  title: name,
  needs: [],
  commands: [command],
  counts: 'tests',
  limitMinutes: 1,
  ...more,
});

/** Runs steps in a process of their own; `table` has the lines of the final table by step, spaces made single. */
async function runSteps(...steps: Step[]) {
  const script = path.join(__dirname, 'support', 'run-steps.ts');
  const { code, output } = await run(['--require', 'tsx/cjs', script, JSON.stringify(steps)]);
  const rows = output
    .slice(output.lastIndexOf('\nstep '))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '));
  const table = Object.fromEntries(rows.map((row) => [row.split(' ', 1)[0]!, row]));
  return { code, output, table, last: output.trimEnd().split('\n').at(-1) };
}

describe('npm test', function () {
  this.timeout(120_000);

  it('adds up the tests of all steps and ends with their number', async () => {
    const { code, last, output } = await runSteps(
      step('one', fixture('passing')),
      step('two', fixture('passing')),
      step('types', { script: '--version', args: [] }, { counts: 'one' }),
    );
    assert.equal(last, '5 passed, 0 failed', output);
    assert.equal(code, 0);
  });

  it('goes on after a failure, and fails', async () => {
    const { code, last } = await runSteps(step('bad', fixture('failing')), step('good', fixture('passing')));
    assert.equal(last, '3 passed, 1 failed');
    assert.equal(code, 1);
  });

  it('names at its end what failed, so that the last page of a log tells', async () => {
    const { output } = await runSteps(
      step('bad', fixture('failing')),
      step('good', fixture('passing')),
      step(
        'wrong',
        { script: '--eval', args: ['console.log("what is wrong"); process.exit(1)'] },
        { counts: 'one' },
      ),
    );
    const end = output.slice(output.lastIndexOf('\n---'));
    assert.match(end, /^bad: is wrong: as it must$/m, output);
    assert.match(end, /^wrong: what is wrong$/m, output);
    assert.doesNotMatch(end, /^good: /m);
  });

  it('runs two steps at a time, and shows what each printed in one piece', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-meeting-'));
    const [here, there] = [path.join(dir, 'here'), path.join(dir, 'there')];
    const script = path.join(__dirname, 'fixtures', 'meeting.mjs');
    const { code, output } = await runSteps(
      step('one', { script, args: [here, there] }, { counts: 'one' }),
      step('two', { script, args: [there, here] }, { counts: 'one' }),
    ).finally(() => fs.rmSync(dir, { recursive: true }));
    assert.equal(code, 0, output);
    assert.equal(output.match(/^first line\nlast line$/gm)?.length, 2, output);
  });

  it('lets a patient step write to memory, where there is room, and takes that away', async () => {
    const here = memoryFolder();
    if (here !== undefined) fs.rmdirSync(here);
    const where = { script: '--print', args: ['`in ${os.tmpdir()}`'] };
    const { output } = await runSteps(
      step('patient', where, { counts: 'one', patient: true }),
      step('other', where, { counts: 'one' }),
    );
    const said = (name: string) => new RegExp(`${name}\nin (.+)`).exec(output)![1]!;
    assert.equal(said('other'), os.tmpdir());
    if (here === undefined) assert.equal(said('patient'), os.tmpdir());
    else assert.equal(path.dirname(said('patient')), path.dirname(here));
    if (here !== undefined) assert.ok(!fs.existsSync(said('patient')));
  });

  it('runs a patient step beside all others, and lets them go before it', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-patient-'));
    const priority = (is: number) => `process.exitCode = os.getPriority() === ${is} ? 0 : 1`;
    const ended = `fs.writeFileSync(path.join(${JSON.stringify(dir)}, String(process.pid)), '')`;
    const noneEnded = `fs.readdirSync(${JSON.stringify(dir)}).length === 0 || (process.exitCode = 1)`;
    const script = (name: string, code: string, more: Partial<Step> = {}) =>
      step(name, { script: '--eval', args: [code] }, { counts: 'one', ...more });
    // More are not run at a time.
    const four = ['one', 'two', 'three', 'four'].map((name) =>
      script(name, `${priority(os.getPriority())}; setTimeout(() => ${ended}, 2000)`),
    );
    const { code, output } = await runSteps(
      ...four,
      script('patient', `${priority(Math.min(19, os.getPriority() + 3))}; ${noneEnded}`, { patient: true }),
    ).finally(() => fs.rmSync(dir, { recursive: true }));
    assert.equal(code, 0, output);
  });

  it('begins what needs the bundles when they are built, the rest beside that, and the last when all ended', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-order-'));
    const write = (name: string) => `fs.writeFileSync(path.join(${JSON.stringify(dir)}, '${name}'), '')`;
    // Whoever waits for what does not begin beside it never ends by itself.
    const when = (name: string, code: string) =>
      `const timer = setInterval(() => {
        if (!fs.existsSync(path.join(${JSON.stringify(dir)}, '${name}'))) return;
        clearInterval(timer);
        ${code};
      }, 20);
      setTimeout(() => process.exit(1), 60_000).unref();`;
    const expect = (...there: string[]) =>
      `process.exitCode = ${JSON.stringify(there.join())} === fs.readdirSync(${JSON.stringify(dir)}).join() ? 0 : 1`;
    const script = (name: string, code: string, more: Partial<Step> = {}) =>
      step(name, { script: '--eval', args: [code] }, { counts: 'one', ...more });
    const { code, output } = await runSteps(
      script('last', expect('built', 'bundled', 'meanwhile'), { last: true }),
      script('bundled', `${expect('built', 'meanwhile')}; ${write('bundled')}`, { needs: ['bundles'] }),
      script('build', when('meanwhile', write('built')), { first: true }),
      script('free', `${expect()}; ${write('meanwhile')}`),
    ).finally(() => fs.rmSync(dir, { recursive: true }));
    assert.equal(code, 0, output);
  });

  for (const [what, name, row] of [
    ['runs no test', 'empty', /^empty 0 1 [\d.]+ ran no test/],
    ['ends before mocha does', 'dying', /^dying 0 1 [\d.]+ ended without counting its tests/],
    ['ends badly after its tests passed', 'lingering', /^lingering 1 1 [\d.]+ mocha\.js ended by SIGKILL/],
    ['finds no test file', 'missing', /^missing 0 1 [\d.]+ mocha\.js ended with 1/],
  ] as const)
    it(`fails when a step ${what}`, async () => {
      const { code, table, output } = await runSteps(step(name, fixture(name)));
      assert.match(table[name] ?? '', row, output);
      assert.equal(code, 1);
    });

  it('adds up the tests of the commands of a step, and fails when one of them runs none', async () => {
    const both = (name: string, ...fixtures: string[]) => ({
      ...step(name, fixture(fixtures[0]!)),
      commands: fixtures.map(fixture),
    });
    const { code, table, output } = await runSteps(
      both('fine', 'passing', 'passing'),
      both('half', 'empty', 'passing'),
    );
    assert.match(table['fine'] ?? '', /^fine 4 0 [\d.]+$/, output);
    assert.match(table['half'] ?? '', /^half 2 1 [\d.]+ ran no test/, output);
    assert.equal(code, 1);
  });

  it('ends a step that takes too long', async () => {
    const { code, table, output } = await runSteps(step('slow', fixture('hanging'), { limitMinutes: 0.1 }));
    assert.match(table['slow'] ?? '', /^slow 0 1 [\d.]+ mocha\.js took longer than 6 s/, output);
    assert.equal(code, 1);
  });

  it('fails when a step cannot run', async () => {
    const missing = step(
      'gone',
      { script: path.join(__dirname, 'no-such-file.js'), args: [] },
      { counts: 'one' },
    );
    const { code, last } = await runSteps(missing);
    assert.equal(last, '0 passed, 1 failed');
    assert.equal(code, 1);
  });

  it('has a step for each kind of test', () => {
    const names = STEPS.map(({ name }) => name);
    assert.deepEqual(names, [
      'build',
      'types',
      'lint',
      'self',
      'host',
      'host-oldest',
      'ui',
      'runner',
      'storm',
      'held',
      'unit-git',
      'unit',
      'trust',
      'oracle',
      'golden',
      'bench',
    ]);
  });

  it('runs each host suite once in the current VS Code, and those of the API in the oldest', () => {
    const suites = fs
      .readdirSync('test/host/suite', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const ran = (release: string) =>
      STEPS.flatMap(({ commands }) => commands)
        .map(({ args }) => args)
        .filter(([option, value]) => option === '--release' && value === release)
        .flatMap(([, , ...names]) => names)
        .sort();
    assert.deepEqual(ran('current'), suites.sort());
    assert.deepEqual(ran('oldest'), ['restricted', 'sample']);
  });

  it('runs each test file once', () => {
    const commands = STEPS.flatMap((each) => each.commands)
      .map(({ args }) => args.filter((arg) => arg.startsWith('test/')))
      .filter((globs) => globs.length > 0)
      .map((globs) => picomatch(globs));
    // The host suites have a runner of their own.
    const folders = fs.readdirSync('test').filter((name) => name !== 'host');
    const files = folders
      .flatMap((folder) =>
        fs
          .readdirSync(path.join('test', folder), { recursive: true, encoding: 'utf8' })
          .map((file) => path.join('test', folder, file).replaceAll(path.sep, '/')),
      )
      .filter((file) => file.endsWith('.test.ts') && !file.includes('/fixtures/'));
    assert.ok(files.length > 150, `${files.length} are found`);
    assert.deepEqual(
      files.filter((file) => commands.filter((takes) => takes(file)).length !== 1),
      [],
    );
  });

  it('refuses a step that it does not know', async () => {
    const { code, output } = await run([path.join('scripts', 'test.mjs'), 'unti']);
    assert.equal(code, 2);
    assert.match(output, /No step "unti"; there are build, types, lint, self/);
  });
});
