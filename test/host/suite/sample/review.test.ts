import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../../../src/manifest';
import { waitFor } from '../../../support/waitFor';
import { reviewPages, savingAs } from '../reviewing';
import { closeEditors, ready } from '../support';

describe('the review', () => {
  let temp = '';
  before(async () => {
    await ready();
    temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-review-'));
  });
  after(() => fs.rmSync(temp, { recursive: true, force: true }));
  afterEach(closeEditors);

  it('opens in one page, however often it is asked for', async () => {
    await vscode.commands.executeCommand(Command.openReview);
    await vscode.commands.executeCommand(Command.openReview);
    await waitFor(
      'one page',
      () => reviewPages().length,
      (count) => count === 1,
    );
    assert.match(reviewPages()[0]!.label, /^Review: /);
    await vscode.window.tabGroups.close(reviewPages());
  });

  it('is written to a file of its own, or as Markdown, by the name of the file', async () => {
    const [html, markdown] = [path.join(temp, 'review.html'), path.join(temp, 'review.md')];
    await savingAs(html, () => vscode.commands.executeCommand(Command.exportReview));
    await savingAs(markdown, () => vscode.commands.executeCommand(Command.exportReview));
    const page = fs.readFileSync(html, 'utf8');
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /Content-Security-Policy/);
    assert.ok(page.includes('Northline Telecom'));
    assert.match(fs.readFileSync(markdown, 'utf8'), /^# Outcomes on \d{4}-\d\d-\d\d/);
  });
});
