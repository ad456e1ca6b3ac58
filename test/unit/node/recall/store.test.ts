import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createStore, userCache } from '../../../../src/node/recall';
import { temporaryFolder } from '../scan/support';

describe('what is kept for the next time', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let directory: string;
  beforeEach(() => {
    place = temporaryFolder();
    directory = path.join(place.folder, 'a', 'b');
  });
  afterEach(() => place.remove());

  const bytes = (text: string) => () => Promise.resolve(Buffer.from(text));
  const names = () => fs.readdirSync(directory);
  const setAge = (file: string, milliseconds: number) => {
    const then = new Date(Date.now() - milliseconds);
    fs.utimesSync(path.join(directory, file), then, then);
  };

  it('is loaded as it was saved last, by its name', async () => {
    const store = createStore(directory);
    assert.equal(await store.load('one'), undefined);
    await store.save('one', bytes('first'));
    await store.save('two', bytes('other'));
    await store.save('one', bytes('second'));
    assert.deepEqual([String(await store.load('one')), String(await store.load('two'))], ['second', 'other']);
    await store.save('one', () => Promise.resolve(null));
    assert.equal(String(await store.load('one')), 'second');
  });

  it('is for the user alone', async () => {
    await createStore(directory).save('one', bytes('first'));
    const modes = [directory, path.join(directory, names()[0]!)].map((at) => fs.statSync(at).mode & 0o777);
    if (process.platform !== 'win32') assert.deepEqual(modes, [0o700, 0o600]);
  });

  it('is whole, whoever saves at the same time', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000 + i));
    await Promise.all(texts.map((text) => createStore(directory).save('one', bytes(text))));
    assert.ok(texts.includes(String(await createStore(directory).load('one'))));
    assert.equal(names().length, 1);
  });

  it('is not more than it may be: what was used longest ago goes', async () => {
    const store = createStore(directory, { bytes: 1000 });
    await store.save('old', bytes('o'.repeat(400)));
    const [old] = names();
    await store.save('used', bytes('u'.repeat(400)));
    for (const file of names()) setAge(file, file === old ? 50_000 : 60_000);
    await store.load('used');
    await store.save('new', bytes('n'.repeat(400)));
    assert.deepEqual(
      await Promise.all(['old', 'used', 'new'].map(async (name) => (await store.load(name))?.length)),
      [undefined, 400, 400],
    );
    await store.save('large', bytes('l'.repeat(501)));
    assert.equal(await store.load('large'), undefined);
  });

  it('is not kept for ever, and neither is what nobody ended', async () => {
    const store = createStore(directory);
    await store.save('old', bytes('old'));
    const [old] = names();
    setAge(old!, 31 * 24 * 3600 * 1000);
    for (const [file, age] of [
      [`${old!}.1-abandoned`, 2 * 3600 * 1000],
      [`${old!}.2-being-written`, 60 * 1000],
      ['of-somebody-else', 365 * 24 * 3600 * 1000],
    ] as const) {
      fs.writeFileSync(path.join(directory, file), '');
      setAge(file, age);
    }
    await store.save('new', bytes('new'));
    assert.equal(await store.load('old'), undefined);
    assert.deepEqual(
      names()
        .filter((name) => !/^\w{32}\.report$/.test(name))
        .sort(),
      [`${old!}.2-being-written`, 'of-somebody-else'],
    );
  });

  it('is nothing where it cannot be', async () => {
    fs.mkdirSync(path.dirname(directory));
    fs.writeFileSync(directory, 'a file');
    const store = createStore(directory);
    await store.save('one', bytes('first'));
    assert.equal(await store.load('one'), undefined);
    fs.rmSync(directory);
    await store.save('one', bytes('first'));
    const [file] = names();
    fs.rmSync(path.join(directory, file!));
    fs.mkdirSync(path.join(directory, file!));
    assert.equal(await store.load('one'), undefined);
    await store.save('one', () => Promise.reject(new Error('too much')));
  });

  // Only root can give a file to somebody else.
  if (process.getuid?.() === 0)
    it('is not what another user put there', async () => {
      const store = createStore(directory);
      await store.save('one', bytes('first'));
      fs.chownSync(path.join(directory, names()[0]!), 1234, 1234);
      assert.equal(await store.load('one'), undefined);
    });
});

describe("the user's cache folder", () => {
  const CASES: readonly (readonly [string, Readonly<Record<string, string>>, string | undefined])[] = [
    ['linux', { HOME: '/home/ana' }, '/home/ana/.cache/outcomes'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: '/var/ana' }, '/var/ana/outcomes'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: 'not/absolute' }, '/home/ana/.cache/outcomes'],
    ['linux', { HOME: '/home/ana', XDG_CACHE_HOME: '' }, '/home/ana/.cache/outcomes'],
    ['linux', { HOME: '' }, undefined],
    ['darwin', { HOME: '/Users/ana' }, '/Users/ana/Library/Caches/outcomes'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\ana\\AppData\\Local' },
      'C:\\Users\\ana\\AppData\\Local\\outcomes\\cache',
    ],
    ['win32', {}, undefined],
  ];
  for (const [platform, env, folder] of CASES)
    it(`on ${platform} with ${JSON.stringify(env)} is ${folder ?? 'none'}`, () => {
      assert.equal(userCache(env, platform), folder);
    });
});
