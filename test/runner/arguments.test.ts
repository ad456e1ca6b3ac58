import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { needsNoWindow, parseTestArguments } from '../host/lib/arguments';
import { RunError } from '../host/lib/exit-codes';

const needed = ['--extensionDevelopmentPath=ext', '--extensionTestsPath=tests.js'];

describe('the command line of a VS Code executable', () => {
  it('takes values with = and as the next argument', () => {
    const joined = parseTestArguments([...needed, '--user-data-dir=data']);
    const apart = parseTestArguments([
      ...['--extensionDevelopmentPath', 'ext', '--extensionTestsPath', 'tests.js', '--user-data-dir', 'data'],
    ]);
    assert.deepEqual(joined, apart);
    assert.equal(joined.userDataDir, path.resolve('data'));
    assert.equal(joined.testsPath, path.resolve('tests.js'));
  });

  it('takes several extensions', () => {
    const { developmentPaths } = parseTestArguments([...needed, '--extensionDevelopmentPath=other']);
    assert.deepEqual(developmentPaths, [path.resolve('ext'), path.resolve('other')]);
  });

  it('opens a folder, a workspace file or nothing', () => {
    assert.deepEqual(parseTestArguments(['dir', ...needed]).target, { folder: path.resolve('dir') });
    assert.deepEqual(parseTestArguments([...needed, 'all.code-workspace']).target, {
      workspace: path.resolve('all.code-workspace'),
    });
    assert.equal(parseTestArguments(needed).target, undefined);
  });

  it('opens a folder that is given as a URI, spaces and all', () => {
    const folder = path.resolve('a folder #1');
    assert.deepEqual(parseTestArguments([...needed, `--folder-uri=${pathToFileURL(folder).href}`]).target, {
      folder,
    });
  });

  it('passes over what means nothing to a server', () => {
    const extra = ['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome'];
    assert.deepEqual(parseTestArguments([...extra, ...needed]), parseTestArguments(needed));
  });

  it('refuses to run without tests or without an extension', () => {
    for (const argv of [[], [needed[0]!], [needed[1]!], ['--extensionTestsPath']])
      assert.throws(
        () => parseTestArguments(argv),
        (error) => error instanceof RunError && error.exitCode === 2,
      );
  });

  it('knows the commands that need no window', () => {
    assert.equal(needsNoWindow(['--install-extension', 'a.vsix']), true);
    assert.equal(needsNoWindow(['--list-extensions']), true);
    assert.equal(needsNoWindow(needed), false);
  });
});
