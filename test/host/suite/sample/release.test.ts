import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { releaseOf } from '../../lib/releases';

describe('the VS Code of this window', () => {
  it('is the release that was asked for', () => {
    assert.equal(vscode.version, releaseOf().vscode);
  });
});
