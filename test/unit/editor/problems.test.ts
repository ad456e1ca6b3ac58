import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Severity } from '../../../src/core/rules/finding';
import { changedFiles, findingsByFile, slices } from '../../../src/editor/problems';

const finding = (file: string, line: number, severity: Severity = 'warning', message = 'm'): Finding => ({
  code: 'todo-without-why',
  severity,
  message,
  subject: {
    kind: 'file',
    file,
    range: { start: { line, character: 0 }, end: { line, character: 4 } },
  },
  related: [],
  outcome: null,
});
const byFile = (findings: readonly Finding[]) => findingsByFile(findings, 'all', () => true);

describe('problems', () => {
  it('shows hints only in open files, and nothing that has no place', () => {
    const branch: Finding = {
      ...finding('', 0),
      subject: { kind: 'branch', repository: '', branch: 'x' },
    };
    const found = [finding('a', 1, 'hint'), finding('b', 1, 'hint'), finding('b', 2, 'error'), branch];
    const shown = findingsByFile(found, 'all', (file) => file === 'a');
    assert.deepEqual(
      [...shown],
      [
        ['a', [found[0]]],
        ['b', [found[2]]],
      ],
    );
  });

  it('follows the setting', () => {
    const found = (['error', 'warning', 'info', 'hint'] as const).map((one, i) => finding('a', i, one));
    const severities = (shown: 'all' | 'warnings' | 'none') =>
      findingsByFile(found, shown, () => true)
        .get('a')
        ?.map(({ severity }) => severity);
    assert.deepEqual(severities('all'), ['error', 'warning', 'info', 'hint']);
    assert.deepEqual(severities('warnings'), ['error', 'warning']);
    assert.deepEqual(severities('none'), undefined);
  });

  it('sets a file again when anything about its findings changed, and only then', () => {
    const before = byFile([finding('same', 1), finding('moved', 1), finding('gone', 1), finding('text', 1)]);
    const after = byFile([
      finding('same', 1),
      finding('moved', 2),
      finding('text', 1, 'warning', 'other'),
      finding('new', 1),
    ]);
    assert.deepEqual(changedFiles(before, after).sort(), ['gone', 'moved', 'new', 'text']);
    assert.deepEqual(changedFiles(after, after), []);
  });

  it('sees a change of a related place', () => {
    const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 1 } });
    const one = (line: number): Finding => ({
      ...finding('a', 1),
      related: [{ file: 'b', range: at(line), message: 'here' }],
    });
    assert.deepEqual(changedFiles(byFile([one(1)]), byFile([one(1)])), []);
    assert.deepEqual(changedFiles(byFile([one(1)]), byFile([one(2)])), ['a']);
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
          assert.ok(slice.length === 1 || total <= 500, `${total} in ${slice.length} files`);
        }
      }),
    );
  });
});
