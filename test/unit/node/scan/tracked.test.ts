import assert from 'node:assert/strict';
import path from 'node:path';
import { listerOf } from '../../../../src/node/git/listing';
import { TrackedLeftOut } from '../../../../src/node/scan/tracked';
import { git, temporaryFolder, writeTree } from './support';

const NEVER = new AbortController().signal;

describe('TrackedLeftOut', () => {
  let folder: string;
  let remove: () => void;
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => remove());

  const found = async (
    left: readonly string[],
    inside = '.',
    expected?: readonly string[],
    isListed = false,
  ): Promise<string[]> => {
    const log = (message: string): void => assert.fail(message);
    const at = path.join(folder, inside);
    const search = new TrackedLeftOut(at, NEVER, log, expected, isListed ? listerOf(at) : undefined);
    for (const each of left) search.leave(each);
    return (await search.found()).map(({ file }) => file).sort();
  };

  const repository = (): void => {
    git(folder, 'init', '-q');
    writeTree(folder, {
      '.gitignore': 'out/\n*.log\n:(odd)\n',
      'a.ts': '',
      'out/kept.ts': '',
      'out/made.ts': '',
      'sub/kept.log': '',
      'sub/[x].log': '',
      ':(odd)': '',
    });
    git(folder, 'add', '-f', 'a.ts', 'out/kept.ts', 'sub/kept.log', './:(odd)');
  };

  it('finds what is tracked in folders and of files that were left out', async () => {
    repository();
    const all = [':(odd)', 'out/kept.ts', 'sub/kept.log'];
    assert.deepEqual(await found(['out', 'sub/kept.log', 'sub/[x].log', ':(odd)']), all);
    assert.deepEqual(await found([':(odd)']), all);
    assert.deepEqual(await found(['kept.log'], 'sub'), ['kept.log']);
  });

  it('asks of names alone what is no pattern, and finds nothing where nothing is tracked', async () => {
    repository();
    assert.deepEqual(await found([]), []);
    assert.deepEqual(await found(['sub/[x].log', 'out/made.ts', 'gone', 'sub/k*.log', ':/']), []);
  });

  it('finds the same whatever was expected', async () => {
    repository();
    const all = [':(odd)', 'out/kept.ts', 'sub/kept.log'];
    for (const expected of [['out'], ['gone'], ['gone', 'out'], ['out', 'gone'], []]) {
      assert.deepEqual(await found(['gone', 'out'], '.', expected), all, expected.join());
      assert.deepEqual(await found(['gone', 'sub/[x].log'], '.', expected), [], expected.join());
      assert.deepEqual(await found([], '.', expected), [], expected.join());
    }
  });

  it("finds the same by git's list", async () => {
    repository();
    writeTree(folder, {
      'ütf/kept.log': '',
      'tab\tnone/kept.log': '',
      '.gitignore': 'out/\n*.log\n/own.txt\n',
      'own.txt': '',
    });
    git(folder, 'add', '-f', 'ütf/kept.log', 'tab\tnone/kept.log', 'own.txt');
    const cases = [
      ['out'],
      ['own.txt'],
      ['own.tx', 'ow', 'out/made.ts', 'ou', 'ut', 'kept.ts', 'out/kept', 'sub/[x].log', 'sub/k*.log'],
      ['ütf'],
      ['ütf/kept.log', 'gone'],
      ['gone'],
      ['tab\tnone'],
    ];
    for (const left of cases)
      assert.deepEqual(await found(left, '.', [], true), await found(left), left.join());
    assert.deepEqual(await found(['kept.log'], 'sub', [], true), ['kept.log']);
    assert.deepEqual(await found(['kept.ts'], 'sub', [], true), []);
  });

  it('asks git nothing more when it has listed the folder', async () => {
    repository();
    const list = listerOf(folder);
    await list(NEVER);
    const search = new TrackedLeftOut(folder, AbortSignal.abort(), () => undefined, [], list);
    search.leave('sub/[x].log');
    assert.deepEqual(await search.found(), []);
  });

  it('finds the same when too much was left out to ask for each', async () => {
    repository();
    const many = Array.from({ length: 500 }, (_, i) => `sub/${i}.log`);
    assert.deepEqual(await found([...many, 'out']), [':(odd)', 'out/kept.ts', 'sub/kept.log']);
    assert.deepEqual(await found(['sub/\uFFFD.log']), [':(odd)', 'out/kept.ts', 'sub/kept.log']);
  });

  it('finds nothing outside of a repository', async () => {
    writeTree(folder, { 'out/a.ts': '' });
    assert.deepEqual(await found(['out']), []);
  });
});
