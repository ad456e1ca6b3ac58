import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Severity } from '../../../src/core/rules/finding';
import { changedFiles, countShown, shownFiles, shownFindings, slices } from '../../../src/editor/problems';
import type { FileWork } from '../../../src/workspace/file-work';
import { KnownFileWork } from '../../../src/workspace/file-work';

const finding = (file: string, line: number, severity: Severity = 'warning'): Finding => ({
  code: 'todo-without-why',
  severity,
  message: 'm',
  subject: {
    kind: 'file',
    file,
    range: { start: { line, character: 0 }, end: { line, character: 4 } },
  },
  related: [],
  outcome: null,
});
const work = (file: string, ...severities: Severity[]): FileWork =>
  new KnownFileWork(
    file,
    [],
    severities.map((severity, line) => finding(file, line, severity)),
  );
const everything = (...files: FileWork[]) => shownFiles(files, 'all', () => true);

describe('problems', () => {
  it('shows hints only in open files, and nothing of files that are elsewhere', () => {
    const files = [work('a', 'hint'), work('b', 'hint', 'error'), work('c', 'hint'), work('d', 'error')];
    const shown = shownFiles(
      files,
      'all',
      (file) => file === 'a',
      (file) => file === 'd',
    );
    assert.deepEqual(
      [...shown].map(([file, own]) => [file, shownFindings(own), countShown(own)]),
      [
        ['a', files[0]!.findings, 1],
        ['b', [files[1]!.findings[1]], 1],
      ],
    );
  });

  it('follows the setting', () => {
    const all: Severity[] = ['error', 'warning', 'info', 'hint'];
    const severities = (shown: 'all' | 'warnings' | 'none', open: boolean) => {
      const own = shownFiles([work('a', ...all)], shown, () => open).get('a');
      return own && shownFindings(own).map(({ severity }) => severity);
    };
    assert.deepEqual(severities('all', true), ['error', 'warning', 'info', 'hint']);
    assert.deepEqual(severities('all', false), ['error', 'warning', 'info']);
    assert.deepEqual(severities('warnings', true), ['error', 'warning']);
    assert.deepEqual(severities('none', true), undefined);
  });

  it('makes no finding to decide what is shown', () => {
    const sealed: FileWork = {
      ...work('a'),
      file: 'a',
      counts: { unexplained: { fresh: 0, older: 0 }, linked: new Map(), findings: { warning: 3, hint: 2 } },
      get findings(): readonly Finding[] {
        return assert.fail('a finding was made');
      },
    };
    assert.equal(countShown(shownFiles([sealed], 'all', () => false).get('a')!), 3);
    assert.equal(countShown(everything(sealed).get('a')!), 5);
  });

  it('sets a file again when its work or what is shown of it changed, and only then', () => {
    const [same, changed, gone, hinted] = [
      work('same', 'error'),
      work('changed', 'error'),
      work('gone', 'error'),
      work('hinted', 'error', 'hint'),
    ];
    const before = everything(same, changed, gone, hinted);
    const after = shownFiles(
      [same, work('changed', 'error'), work('new', 'error'), hinted],
      'all',
      (file) => file !== 'hinted',
    );
    assert.deepEqual(changedFiles(before, after).sort(), ['changed', 'gone', 'hinted', 'new']);
    assert.deepEqual(changedFiles(after, after), []);
  });

  it('slices files in order, whole, and below what VS Code takes in one call', () => {
    const sizes = fc.array(fc.nat(1000), { maxLength: 200 });
    fc.assert(
      fc.property(sizes, (counts) => {
        const files = counts.map((_, i) => String(i));
        const made = [...slices(files, (file) => counts[Number(file)]!)];
        assert.deepEqual(made.flat(), files);
        for (const slice of made) {
          const total = slice.reduce((sum, file) => sum + counts[Number(file)]!, 0);
          assert.ok(slice.length === 1 || total <= 250, `${total} in ${slice.length} files`);
        }
      }),
    );
  });
});
