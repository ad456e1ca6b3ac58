import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../../../src/manifest';
import { waitFor } from '../../../support/waitFor';
import { closeEditors, ready } from '../support';

const pages = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('outcomes.review'),
    );

/** Answers the question for a file with this one. */
async function savingAs(file: string, run: () => Thenable<unknown>): Promise<void> {
  const { window } = vscode;
  const [dialog, message] = [window.showSaveDialog, window.showInformationMessage];
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  replace('showSaveDialog', () => Promise.resolve(vscode.Uri.file(file)));
  replace('showInformationMessage', () => Promise.resolve(undefined));
  try {
    await run();
  } finally {
    replace('showSaveDialog', dialog);
    replace('showInformationMessage', message);
  }
}

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
      () => pages().length,
      (count) => count === 1,
    );
    assert.match(pages()[0]!.label, /^Review: /);
    await vscode.window.tabGroups.close(pages());
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
