import assert from 'node:assert/strict';
import { folderRows, type ReadFolder } from '../../../src/editor/views';
import { rows, type Row } from '../../../src/editor/view/rows';
import { outline } from './support';

const folder = (name: string): ReadFolder => ({ name, key: `file:///${name}`, snapshot: undefined! });
const build = ({ name }: ReadFolder, parent: string): readonly Row[] =>
  rows(parent, ['x'], () => ({ key: 'x', kind: 'outcome', label: `of ${name}`, icon: 'target' }));

describe('a level of folders', () => {
  it('is there only when several have something to show', () => {
    const made = (...names: string[]) => outline(folderRows(names.map(folder), build, () => 'title'));
    assert.equal(made(), '');
    assert.equal(made('a'), 'of a\n');
    assert.equal(made('a', 'b'), 'a  title\n  of a\nb  title\n  of b\n');
  });

  it('keeps the ids of what is below it', () => {
    const [only] = folderRows([folder('a')], build, () => '');
    const [first] = folderRows([folder('a'), folder('b')], build, () => '');
    assert.equal(first?.children?.()[0]?.id, only?.id);
  });
});
