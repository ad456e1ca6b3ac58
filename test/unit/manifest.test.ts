import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { Command, Container, Context, RowTrait, View, defaultSettings } from '../../src/manifest';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: string } };
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string; icon?: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { id: string; icon: string }[] };
    readonly views: Readonly<Record<string, readonly { id: string; when?: string }[]>>;
    readonly viewsWelcome: readonly { view: string; when: string; contents: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: {
      readonly properties: Readonly<Record<string, { type: string; default: unknown; enum?: unknown[] }>>;
    };
    readonly yamlValidation: readonly { fileMatch: string[]; url: string }[];
  };
}

const root = path.join(import.meta.dirname, '../..');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;
const commands = Object.values(Command) as string[];
const views = Object.values(View) as string[];
const whens = [
  ...Object.values(contributes.menus).flatMap((items) => items.map(({ when }) => when ?? '')),
  ...contributes.viewsWelcome.map(({ when }) => when),
  ...Object.values(contributes.views).flatMap((list) => list.map(({ when }) => when ?? '')),
];

describe('package.json and src/manifest.ts', () => {
  it('have the same commands', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), [...commands].sort());
  });

  it('have the same views, in the same container', () => {
    assert.deepEqual(
      contributes.viewsContainers.activitybar.map(({ id }) => id),
      Object.values(Container),
    );
    assert.deepEqual(Object.keys(contributes.views), Object.values(Container));
    assert.deepEqual(
      contributes.views[Container.outcomes]?.map(({ id }) => id),
      views,
    );
  });

  it('have the same settings with the same defaults', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(
      Object.fromEntries(Object.entries(properties).map(([name, { default: value }]) => [name, value])),
      defaultSettings,
    );
    for (const { type, default: value, enum: values } of Object.values(properties)) {
      assert.equal(typeof value, type);
      if (values !== undefined) assert.ok(values.includes(value));
    }
    assert.ok(Object.keys(properties).length < 20);
  });

  it('use the same context keys, every one of them', () => {
    const used = new Set(whens.flatMap((when) => when.match(/\boutcomes\.[\w.]+/g) ?? []));
    assert.deepEqual([...used].filter((key) => !views.includes(key)).sort(), Object.values(Context).sort());
  });

  it('use states, row traits and views that exist', () => {
    for (const when of whens) {
      for (const [, state] of when.matchAll(/outcomes\.state == (\w+)/g))
        assert.ok(['empty', 'ready', 'reading'].includes(state!), when);
      for (const [, trait] of when.matchAll(/viewItem =~ \/\\b(\w+)\\b\//g))
        assert.ok((Object.values(RowTrait) as string[]).includes(trait!), when);
      for (const [, view] of when.matchAll(/\bview == ([\w.]+)/g)) assert.ok(views.includes(view!), when);
    }
    for (const { view } of contributes.viewsWelcome) assert.ok(views.includes(view), view);
  });

  it('offer in menus and welcome texts only commands that exist', () => {
    for (const { command } of Object.values(contributes.menus).flat())
      assert.ok(commands.includes(command), command);
    for (const { contents } of contributes.viewsWelcome)
      for (const [, command] of contents.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(commands.includes(command!) || command!.startsWith('vscode.'), command);
  });

  it('keep commands that need a row out of the command palette', () => {
    // With no row they take what the cursor is at, what is selected or checked out, or ask.
    const needsNoRow: readonly string[] = [
      Command.linkToOutcome,
      Command.checkIn,
      Command.startWork,
      Command.unlinkBranch,
      Command.explain,
    ];
    const hidden = contributes.menus['commandPalette']?.filter(({ when }) => when === 'false');
    const inline = contributes.menus['view/item/context']
      ?.map(({ command }) => command)
      .filter((command) => !needsNoRow.includes(command));
    assert.deepEqual(hidden?.map(({ command }) => command).sort(), [...new Set(inline)].sort());
  });

  it('give an icon to every command that is a button', () => {
    const buttons = Object.values(contributes.menus)
      .flat()
      .filter(({ group }) => /^(?:navigation|inline)/.test(group ?? ''));
    for (const { command } of buttons)
      assert.ok(contributes.commands.find((one) => one.command === command)?.icon, command);
  });

  it('name files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.yamlValidation.map(({ url }) => url),
    ];
    for (const file of files) assert.ok(fs.existsSync(path.join(root, file)), file);
  });

  it('start the extension for an outcomes.yml of either name, and run limited where nothing is trusted', () => {
    for (const name of ['outcomes.yml', 'outcomes.yaml']) {
      assert.ok(manifest.activationEvents.includes(`workspaceContains:**/${name}`));
      assert.ok(contributes.yamlValidation.some(({ fileMatch }) => fileMatch.includes(name)));
    }
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
  });
});

describe('src', () => {
  it('writes no id of the manifest as a string elsewhere', () => {
    const ids = [...commands, ...views, ...Object.values(Context), ...Object.keys(defaultSettings)];
    const settings = new Set(Object.keys(defaultSettings));
    for (const file of sourceFiles(path.join(root, 'src'))) {
      if (file.endsWith('manifest.ts')) continue;
      const text = fs.readFileSync(file, 'utf8');
      for (const id of ids) {
        // Settings are typed keys: a misspelt one does not compile.
        if (settings.has(id)) continue;
        assert.ok(!text.includes(`'${id}'`), `${path.relative(root, file)} writes '${id}'`);
      }
    }
  });
});

function sourceFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
