import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { HumanError } from '../../../src/core';
import { createBackground, type Background } from '../../../src/node/background/background';
import { createGit } from '../../../src/node/git';
import type { GitQuery, Logger } from '../../../src/workspace/ports';
import { BARE_ENVIRONMENT, makeRepository, type TestRepository } from '../../support/repository';

const QUERY: GitQuery = { base: 'main', since: '2026-01-01', addedSince: null };

describe('the background thread', () => {
  let dir: string;
  let workerPath: string;
  let repository: TestRepository;
  let background: Background;
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
  const logger: Logger = { error: log, warn: log, info: log, debug: log };
  const never = new AbortController().signal;

  before(async () => {
    Object.assign(process.env, BARE_ENVIRONMENT);
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-background-'));
    workerPath = path.join(dir, 'background-worker.js');
    await build({
      entryPoints: [path.join(__dirname, '../../../src/node/background/worker.ts')],
      outfile: workerPath,
      bundle: true,
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    repository = makeRepository();
    repository.write('outcomes.yml', 'version: 1\n');
    repository.write('team/outcomes.yaml', 'version: 1\n');
    repository.commit('First\n\nOutcome: none (start)');
    repository.git('switch', '-q', '-c', 'topic');
    repository.write('a.ts', '// TODO: new\n');
    repository.commit('Second');
  });
  beforeEach(() => {
    logged.length = 0;
    background = createBackground(repository.folder, { logger, workerPath });
  });
  afterEach(() => background.dispose());
  after(() => {
    repository.remove();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  it('gives the facts that git gives on this thread', async () => {
    const here = await createGit(repository.folder, { logger }).facts(QUERY, never);
    assert.equal(here[0]!.added.get('a.ts') !== undefined, true);
    assert.deepEqual(await background.facts(QUERY, never), here);
  });

  it('finds the outcome files', async () => {
    assert.deepEqual(await background.findOutcomesFiles(never), ['outcomes.yml', 'team/outcomes.yaml']);
  });

  it('passes on what is meant for people, and what is for the log', async () => {
    await assert.rejects(background.facts({ ...QUERY, addedSince: 'nowhere' }, never), (error) => {
      assert.ok(error instanceof HumanError);
      assert.match(error.message, /nowhere/);
      return true;
    });
    await background.facts({ ...QUERY, base: 'gone' }, never);
    assert.ok(
      logged.some((message) => message.includes('gone')),
      logged.join('\n'),
    );
  });

  it('stops waiting when it is aborted, and answers the next question', async () => {
    const abort = new AbortController();
    const asked = background.facts(QUERY, abort.signal);
    abort.abort(new Error('no longer wanted'));
    await assert.rejects(asked, /no longer wanted/);
    await assert.rejects(background.facts(QUERY, abort.signal), /no longer wanted/);
    assert.equal((await background.facts(QUERY, never)).length, 1);
  });

  it('fails what is asked when it ends, and starts anew with the next question', async () => {
    const asked = background.facts(QUERY, never);
    background.dispose();
    await assert.rejects(asked, /disposed/);
    assert.equal((await background.facts(QUERY, never)).length, 1);
  });

  it('fails what is asked when its thread cannot start', async () => {
    const broken = createBackground(repository.folder, { logger, workerPath: path.join(dir, 'missing.js') });
    await assert.rejects(broken.facts(QUERY, never), /missing\.js/);
  });
});
