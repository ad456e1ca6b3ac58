import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const src = path.join(root, 'src');

/** Which rooms of src/ a room may import from, and which packages. STYLE: "who may import whom". */
const MAY: Record<string, { readonly rooms: readonly string[]; readonly packages: RegExp }> = {
  core: { rooms: [], packages: /^(yaml|zod|picomatch|jsonc-parser|diff|d3-(array|scale|shape))(\/|$)/ },
  workspace: { rooms: ['core'], packages: /^$/ },
  node: { rooms: ['core', 'workspace'], packages: /^(node:|picomatch|ignore|@vscode\/ripgrep)/ },
  cli: { rooms: ['core', 'workspace', 'node'], packages: /^node:/ },
  manifest: { rooms: [], packages: /^$/ },
  webview: { rooms: [], packages: /^$/ },
  editor: { rooms: ['core', 'workspace', 'node', 'manifest', 'webview'], packages: /^(vscode$|node:)/ },
  extension: { rooms: ['core', 'workspace', 'node', 'editor', 'manifest'], packages: /^(vscode$|node:)/ },
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(path.sep).join('/'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = fs.readFileSync(path.join(src, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => ({ from: file, to: (match[1] ?? match[2])! }));
});

/** The room of a path relative to src/: its first folder, or the file's own name. */
function roomOf(file: string): string {
  return file.split('/')[0]!.replace(/\.ts$/, '');
}

function target({ from, to }: Import): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), to));
}

describe('architecture', () => {
  it('finds the imports it is about', () => {
    assert.ok(imports.length > 100, `only ${imports.length} imports were read`);
    assert.ok(imports.some(({ to }) => to === 'vscode'));
  });

  it('has a rule for every room', () => {
    assert.deepEqual(
      [...new Set(files.map(roomOf))].filter((room) => !(room in MAY)),
      [],
    );
  });

  it('lets each room import only what it may', () => {
    const wrong = imports.filter((each) => {
      const room = roomOf(each.from);
      const may = MAY[room]!;
      if (!each.to.startsWith('.')) return !may.packages.test(each.to);
      const to = target(each);
      if (to === '../package.json') return room !== 'cli' && room !== 'extension' && room !== 'editor';
      return roomOf(to) !== room && !may.rooms.includes(roomOf(to));
    });
    assert.deepEqual(wrong, []);
  });

  it('has one door to core', () => {
    const wrong = imports.filter(
      (each) => roomOf(each.from) !== 'core' && each.to.startsWith('.') && /^core\/./.test(target(each)),
    );
    assert.deepEqual(wrong, []);
  });

  it('keeps the features of the editor apart: they meet in extension.ts', () => {
    const featureOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1]! : null);
    const wrong = imports.filter((each) => {
      if (roomOf(each.from) !== 'editor' || !each.to.startsWith('.')) return false;
      const [a, b] = [featureOf(each.from), featureOf(target(each))];
      return a !== null && b !== null && roomOf(target(each)) === 'editor' && a !== b;
    });
    assert.deepEqual(wrong, []);
  });

  it('keeps the entry point short', () => {
    const lines = fs.readFileSync(path.join(src, 'extension.ts'), 'utf8').trimEnd().split('\n');
    assert.ok(lines.length < 60, `extension.ts has ${lines.length} lines`);
  });

  it('never reads the clock below the editor and the command', () => {
    const wrong = files.filter(
      (file) =>
        ['core', 'workspace'].includes(roomOf(file)) &&
        /\bDate\.now\(|new Date\(\)|performance\.now\(|Math\.random\(/.test(
          fs.readFileSync(path.join(src, file), 'utf8'),
        ),
    );
    assert.deepEqual(wrong, []);
  });
});
