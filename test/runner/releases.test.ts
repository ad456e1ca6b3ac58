import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { installServer } from '../host/lib/install';
import { releaseOf, serverNode, serverRoot } from '../host/lib/releases';

const readJson = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
const manifest = readJson(path.join(__dirname, '..', '..', 'package.json'));

describe('the VS Codes that are tested', () => {
  for (const name of ['current', 'oldest'] as const)
    it(`the ${name} one is what its server says it is, on a Node that runs it`, async function () {
      this.timeout(600_000); // It may have to be installed.
      const release = releaseOf(name);
      await installServer(release);
      assert.equal(readJson(path.join(serverRoot(release), 'package.json'))['version'], release.vscode);
      const node = execFileSync(serverNode(release), ['--version'], { encoding: 'utf8' });
      assert.ok(Number(/^v(\d+)/.exec(node)![1]) >= 22, node);
    });

  it('the oldest one is the oldest that package.json allows, with the types of it', () => {
    const [, oldest] = /^(\d+\.\d+)\./.exec(releaseOf('oldest').vscode)!;
    assert.equal((manifest['engines'] as Record<string, string>)['vscode'], `^${oldest!}.0`);
    assert.equal((manifest['devDependencies'] as Record<string, string>)['@types/vscode'], `${oldest!}.0`);
  });

  it('another name is refused', () => {
    assert.throws(() => releaseOf('insiders'), /"insiders" is unknown; say current or oldest/);
  });
});
