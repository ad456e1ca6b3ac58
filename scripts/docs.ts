// Writes the README's tables from what the code says: rules, settings, commands. `--check` only tells whether they are stale.
import fs from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { commands, type CommandSpec } from '../src/cli/args';
import type { Family } from '../src/core/rules/rule';
import { rules } from '../src/core/rules/table';

const readme = path.join(import.meta.dirname, '../README.md');

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly default: unknown; readonly markdownDescription?: string; readonly description?: string }
        >
      >;
    };
  };
}

/** The README's text with every generated table as the code says it now, formatted. */
export async function withTables(text: string): Promise<string> {
  const tables: Readonly<Record<string, string>> = {
    rules: rulesTable(),
    settings: settingsTable(),
    commands: commandsTable(),
  };
  const filled = text.replace(
    /(<!-- generated: (\w+) -->\n)[^]*?(<!-- end -->)/g,
    (_, open: string, name: string, end: string) => {
      const table = tables[name];
      if (table === undefined) throw new Error(`README.md asks for a table that is not known: ${name}`);
      return `${open}\n${table}\n\n${end}`;
    },
  );
  return format(filled, { ...(await resolveConfig(readme)), parser: 'markdown' });
}

const FAMILIES: Readonly<Record<Family, string>> = {
  file: 'The file',
  wording: 'Wording',
  smart: 'SMART',
  health: 'Health',
  work: 'Work',
};

function rulesTable(): string {
  const rows = rules.map(
    ({ code, family, severity, summary }) =>
      `| ${FAMILIES[family]} | \`${code}\` | ${severity} | ${cell(summary)} |`,
  );
  return ['| family | code | default | reported when |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function settingsTable(): string {
  const { contributes } = JSON.parse(
    fs.readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'),
  ) as Manifest;
  const rows = Object.entries(contributes.configuration.properties).map(
    ([id, { default: value, markdownDescription, description }]) =>
      `| \`${id}\` | \`${JSON.stringify(value)}\` | ${cell(markdownDescription ?? description ?? '')} |`,
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}

function commandsTable(): string {
  const rows = Object.values<CommandSpec>(commands).map(({ usage, help, flags }) => {
    const names = Object.entries(flags)
      .filter(([flag]) => flag !== 'help')
      .map(([flag, { value }]) => `\`--${flag}${value === null ? '' : ` ${value.replaceAll('|', '\\|')}`}\``);
    return `| \`${cell(usage)}\` | ${cell(help)} | ${names.join(' ')} |`;
  });
  return ['| command | what it does | flags |', '| --- | --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

async function main(): Promise<void> {
  const text = fs.readFileSync(readme, 'utf8');
  const fresh = await withTables(text);
  if (process.argv.includes('--check')) process.exitCode = fresh === text ? 0 : 1;
  else fs.writeFileSync(readme, fresh);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === import.meta.filename) void main();
