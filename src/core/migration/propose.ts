import type { OutcomesFile } from '../outcomes/model';
import { parseOutcomes } from '../outcomes/parse';
import { DEFAULT_POLICY, scopesOf, type PolicyScope } from '../outcomes/tree';
import type { OutcomeTree } from '../outcomes/model';
import { assigneeOf } from '../work/assignee';
import { compileGlobs } from '../work/glob';
import type { Named, ScannedFile, ScannedTodo } from '../work/model';
import { addDrafts, addPolicy, type Addition } from './add';
import { newFile } from './draft';
import { issueId } from './issues';
import type {
  IssueUse,
  MigrationInput,
  Note,
  Proposal,
  ProposedPolicy,
  Rewrite,
  SettingsFile,
} from './model';
import { readTodoSettings } from './settings';
import { chooseTags, tagsToFind } from './tags';

/** What to search for before a proposal can be made: every usual tag word and those of the settings, in all scopes. */
export function migrationScopes(settings: readonly SettingsFile[], tree: OutcomeTree): PolicyScope[] {
  const read = readTodoSettings(settings);
  const tags = tagsToFind(read);
  return scopesOf(tree).map((scope) => ({ ...scope, tags, mentions: read.mentions ?? scope.mentions }));
}

/**
 * An outcomes.yml that says what a team's comments and settings say already: which tags are work, which files are not
 * searched, and a draft for each issue that TODOs name, so that they become links. Pure: nothing is written.
 */
export function proposeMigration(input: MigrationInput): Proposal {
  const settings = readTodoSettings(input.settings);
  const isIgnored = compileGlobs(settings.ignore);
  const files = input.files.filter(({ file }) => !isIgnored(file));
  const uses = chooseTags(countTags(files), settings);
  const stated = statedTags(input.existing);
  const tags = uses.map((use) =>
    stated === null
      ? use
      : {
          ...use,
          proposed: stated.includes(use.tag),
          because: stated.includes(use.tag) ? 'in the policy' : 'not in the policy',
        },
  );
  const wanted = new Set(stated ?? tags.filter(({ proposed }) => proposed).map(({ tag }) => tag));
  const todos = files.flatMap(({ file, todos: all }) =>
    all.filter(({ tag }) => wanted.has(tag)).map((todo) => ({ file, todo })),
  );
  const names = readNames(todos, input.tree);
  const policy: ProposedPolicy = {
    tags: [...wanted],
    mentions: settings.mentions ?? DEFAULT_POLICY.mentions,
    ignore: settings.ignore,
    base: input.base,
    existing: 'hint',
  };
  const notes: Note[] = [...settings.notes];
  const missing = names.issues.filter(({ known }) => !known);
  const { existing } = input;
  const written =
    existing === null ? { text: newFile(input.name, policy, missing) } : addTo(existing, policy, missing);
  if ('refused' in written) notes.push({ path: existing?.path ?? null, message: written.refused });
  if (existing !== null && stated !== null) noteKept(existing, settings.tags, stated, notes);
  return {
    path: existing?.path ?? 'outcomes.yml',
    before: existing?.text ?? null,
    after: 'refused' in written ? existing!.text : written.text,
    policy,
    tags,
    issues: names.issues,
    people: names.people,
    rewrites: 'refused' in written ? [] : names.rewrites,
    notes,
    todos: todos.length,
    sources: settings.sources,
  };
}

function addTo(file: OutcomesFile, policy: ProposedPolicy, issues: readonly IssueUse[]): Addition {
  // What cannot be read cannot be kept.
  if (file.problems.some(({ code }) => code === 'invalid-yaml'))
    return { refused: 'The file is broken. Mend it first: its findings say where.' };
  const withPolicy = addPolicy(file, policy);
  return 'refused' in withPolicy ? withPolicy : addDrafts(parseOutcomes(file.path, withPolicy.text), issues);
}

function statedTags(file: OutcomesFile | null): readonly string[] | null {
  return file?.policy?.at?.keys.has('tags') ? file.policy.tags : null;
}

function noteKept(
  file: OutcomesFile,
  listed: readonly string[],
  stated: readonly string[],
  notes: Note[],
): void {
  const lacking = listed.filter((tag) => !stated.includes(tag));
  if (lacking.length > 0)
    notes.push({
      path: file.path,
      message: `\`policy.tags\` is stated and was kept; other settings list ${lacking.join(', ')} as well.`,
    });
}

function countTags(files: readonly ScannedFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { todos } of files) for (const { tag } of todos) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

interface FoundNames {
  readonly issues: readonly IssueUse[];
  readonly people: readonly { readonly name: string; readonly todos: number }[];
  readonly rewrites: readonly Rewrite[];
}

interface Tally {
  readonly words: Map<string, number>;
  readonly files: Set<string>;
  todos: number;
}

/** What the words of `TAG(…)` name, each counted once for a TODO. */
function readNames(
  found: readonly { readonly file: string; readonly todo: ScannedTodo }[],
  tree: OutcomeTree,
): FoundNames {
  const projects = new Set(
    found.flatMap(({ todo }) => todo.names.flatMap(({ text }) => projectOf(text) ?? [])),
  );
  const issues = new Map<string, Tally>();
  const people = new Map<string, Tally>();
  const rewrites = new Map<string, Rewrite>();
  for (const { file, todo } of found) {
    for (const named of todo.names) {
      const id = idOf(named.text, projects);
      const person =
        id === null && !tree.entries.has(named.text.toLowerCase()) ? assigneeOf(named.text) : null;
      if (id !== null) tally(issues, id, named, file);
      else if (person !== null) tally(people, person, named, file);
      if (id === null || id.toLowerCase() === named.text.toLowerCase()) continue;
      const { line, character } = named.range.start;
      rewrites.set(`${file}\0${line}:${character}`, {
        file,
        range: named.range,
        was: named.text,
        becomes: id,
      });
    }
  }
  return {
    issues: mostUsed(issues).map(([, { words, files, todos }]) => {
      const key = usual(words);
      const id = idOf(key, projects)!;
      return { key, id, known: tree.entries.has(id.toLowerCase()), todos, files: [...files].sort() };
    }),
    people: mostUsed(people).map(([, { words, todos }]) => ({ name: usual(words).replace(/^@/, ''), todos })),
    rewrites: [...rewrites.values()].sort(byPlace),
  };
}

/** A key in small letters is one where its project is written in capitals elsewhere: `voice-12` beside VOICE-3. */
function idOf(word: string, projects: ReadonlySet<string>): string | null {
  const project = projectOf(word.toUpperCase());
  return project !== null && projects.has(project) ? word.toUpperCase().replaceAll('_', '-') : issueId(word);
}

function projectOf(word: string): string | null {
  return issueId(word) === null ? null : (/^([A-Z][A-Z0-9_]*)-\d+$/.exec(word)?.[1] ?? null);
}

function tally(all: Map<string, Tally>, name: string, { text }: Named, file: string): void {
  const key = name.toLowerCase();
  let one = all.get(key);
  if (one === undefined) all.set(key, (one = { words: new Map(), files: new Set(), todos: 0 }));
  one.words.set(text, (one.words.get(text) ?? 0) + 1);
  one.files.add(file);
  one.todos++;
}

function mostUsed(all: ReadonlyMap<string, Tally>): [string, Tally][] {
  const collator = new Intl.Collator('en', { numeric: true });
  return [...all].sort(([a, x], [b, y]) => y.todos - x.todos || collator.compare(a, b));
}

function usual(words: ReadonlyMap<string, number>): string {
  return [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0];
}

function byPlace(a: Rewrite, b: Rewrite): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
