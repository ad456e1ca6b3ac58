import assert from 'node:assert/strict';
import { createClock } from '../../../../src/node/clock';
import { createFiles } from '../../../../src/node/files';
import { createGit } from '../../../../src/node/git';
import { withSavedIndex } from '../../../../src/node/index/saved-index';
import { createFileStore } from '../../../../src/node/index/store';
import { createScanner } from '../../../../src/node/scan/scanner';
import { createSession, type Session, type SessionOptions } from '../../../../src/workspace/session';
import { withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';
import { recorder, temporaryFolder } from '../scan/support';

describe('what a reading cost', () => {
  withBareGit();
  const logger = recorder();
  let repository: TestRepository;
  const open: Session[] = [];
  before(() => {
    repository = makeRepository();
    repository.write('outcomes.yml', 'version: 1\noutcomes:\n  - { id: a, title: Callers wait less }\n');
    repository.write('one.ts', '// TODO: one\n');
    repository.write('two.ts', 'no tag word\n');
    repository.commit('Begin');
  });
  afterEach(() => open.splice(0).forEach((session) => session.dispose()));
  after(() => repository.remove());

  function session(ripgrep?: null, given: Partial<SessionOptions> = {}): Session {
    const { folder } = repository;
    const made = createSession({
      files: createFiles(folder, { logger }),
      git: createGit(folder, { logger }),
      scanner: createScanner(folder, { logger, thread: 'caller', ...(ripgrep === null && { ripgrep }) }),
      clock: createClock('2026-11-22'),
      logger,
      ...given,
    });
    open.push(made);
    return made;
  }

  it('is known once everything was looked at, and tells how', async () => {
    const searched = session();
    assert.equal(searched.cost, undefined);
    searched.refresh();
    await searched.settled();
    const { way, files, took, scan, git, lex } = searched.cost!;
    assert.deepEqual([way, files], ['ripgrep', 1]);
    assert.ok(lex > 0 && lex <= scan && scan <= took && git <= took, JSON.stringify(searched.cost));
    const walked = session(null);
    walked.refresh();
    await walked.settled();
    assert.deepEqual([walked.cost?.way, walked.cost?.files], ['walk', 3]);
  });

  it('tells of the last change too', async () => {
    const read = session();
    read.refresh();
    await read.settled();
    const files = () => read.cost?.change?.files;
    assert.equal(files(), undefined);
    const { took } = read.cost!;
    read.setOverlay('one.ts', '// TODO: one\n// TODO: two\n');
    await read.settled();
    assert.deepEqual([files(), read.cost?.took], [1, took]);
    read.refresh();
    await read.settled();
    assert.equal(files(), undefined, 'a look at everything is no change');
  });

  it('is little where the index of a session before was used', async () => {
    const store = temporaryFolder();
    const { folder } = repository;
    const indexed = () => {
      const scanner = createScanner(folder, { logger, thread: 'caller' });
      return withSavedIndex(folder, scanner, {
        logger,
        store: createFileStore(store.folder, folder),
        maker: 'test',
      });
    };
    try {
      const before = indexed();
      const first = session(undefined, { scanner: before, index: before });
      first.refresh();
      await first.settled();
      await before.flush();
      assert.equal(first.cost?.way, 'ripgrep');
      repository.write('three.ts', '// TODO: three\n');
      const after = indexed();
      const second = session(undefined, { scanner: after, index: after });
      second.refresh();
      await second.settled();
      assert.deepEqual([second.cost?.way, second.cost?.files], ['index', 1]);
    } finally {
      store.remove();
    }
  });
});
