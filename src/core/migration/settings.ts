import { shown } from '../outcomes/phrases';
import { toIgnoreGlob } from './globs';
import type { Note, SettingsFile } from './model';
import { isObject, readJson, type Json } from './read-json';

/** What the settings of other tools say, as far as a policy can say the same. */
export interface TodoSettings {
  /** Tags that the team lists, in their order. */
  readonly tags: readonly string[];
  /** Words that it only gives a colour or a group: looked for, and proposed when they are in use. */
  readonly mentioned: readonly string[];
  readonly ignore: readonly string[];
  /** Whether tags count in any case of letters. */
  readonly anyCase: boolean;
  /** null when nothing speaks for either. */
  readonly mentions: 'any' | null;
  readonly notes: readonly Note[];
  readonly sources: readonly string[];
}

/** The searching of comments that Todo Tree, its successor and TODO Highlight were set to do. */
export function readTodoSettings(files: readonly SettingsFile[]): TodoSettings {
  const found = new Found();
  let ignoresSubmodules = false;
  for (const file of files) {
    if (isGitmodules(file.path)) continue;
    const json = readJson(file.text);
    const before = found.size;
    if (json.problem !== null) found.note(file.path, json.problem);
    for (const tool of ['todo-tree', 'better-todo-tree']) {
      readTodoTree(tool, json, file.path, found);
      ignoresSubmodules ||= json.get(`${tool}.filtering.ignoreGitSubmodules`) === true;
    }
    readTodoHighlight(json, file.path, found);
    if (found.size > before) found.sources.push(file.path);
  }
  if (ignoresSubmodules) for (const file of files) if (isGitmodules(file.path)) readSubmodules(file, found);
  return found;
}

function isGitmodules(path: string): boolean {
  return /(?:^|\/)\.gitmodules$/.test(path);
}

class Found implements TodoSettings {
  readonly tags: string[] = [];
  readonly mentioned: string[] = [];
  readonly ignore: string[] = [];
  readonly notes: Note[] = [];
  readonly sources: string[] = [];
  anyCase = false;
  mentions: 'any' | null = null;
  /** How much was found, so that a file that gave nothing is not named as a source. */
  size = 0;

  note(path: string | null, message: string): void {
    this.notes.push({ path, message });
  }

  addTag(list: 'tags' | 'mentioned', word: string): void {
    this.size++;
    const tag = word.trim().replace(/[:：\s]+$/, '');
    if (tag === '' || tag.length > 50 || /\p{Cc}/u.test(tag) || this[list].includes(tag)) return;
    this[list].push(tag);
  }

  addIgnore(path: string, setting: string, written: string): void {
    this.size++;
    const glob = toIgnoreGlob(written);
    if (glob === null)
      this.note(
        path,
        `${setting} has ${shown(written)}, which \`policy.ignore\` cannot say. It was left out.`,
      );
    else if (!this.ignore.includes(glob)) this.ignore.push(glob);
  }
}

/** https://github.com/Gruntfuggly/todo-tree: its settings, by their present and their former names. */
function readTodoTree(tool: string, json: Json, path: string, found: Found): void {
  const of = (...names: string[]): string[] => names.map((name) => `${tool}.${name}`);
  const texts = (...names: string[]) => textsOf(json, of(...names), path, found);

  for (const tag of texts('general.tags', 'tags')) addListed(tag, path, found);
  const groups = json.get(...of('general.tagGroups'));
  if (isObject(groups)) {
    const words = Object.values(groups).flatMap((members) =>
      Array.isArray(members) ? (members as unknown[]) : [],
    );
    for (const word of words) if (typeof word === 'string') addListed(word, path, found);
    if (words.length > 0)
      found.note(
        path,
        `The groups of ${tool}.general.tagGroups are not kept: each of their tags is one of its own.`,
      );
  }
  const colours = json.get(...of('highlights.customHighlight', 'customHighlight'));
  if (isObject(colours)) for (const tag of Object.keys(colours)) found.addTag('mentioned', tag);

  for (const glob of texts('filtering.excludeGlobs', 'excludeGlobs'))
    found.addIgnore(path, `${tool}.filtering.excludeGlobs`, glob);
  const only = texts('filtering.includeGlobs', 'includeGlobs');
  if (only.length > 0)
    found.note(
      path,
      `${tool}.filtering.includeGlobs searches only ${only.map(shown).join(', ')}. A policy names what is left out instead: add the rest to \`policy.ignore\`.`,
    );
  if (json.get(...of('regex.regexCaseSensitive', 'regexCaseSensitive')) === false) {
    found.size++;
    found.anyCase = true;
  }
  readPattern(json.get(...of('regex.regex', 'regex')), `${tool}.regex.regex`, path, found);
}

/** `[x]` marks what is done, which is no work that is left. */
function addListed(tag: string, path: string, found: Found): void {
  if (/^\[[xX]\]$/.test(tag.trim()))
    found.note(path, `${shown(tag)} marks what is done and is not proposed as a tag.`);
  else found.addTag('tags', tag);
}

/** As Todo Tree ships it, in the versions of several years. */
const USUAL_PATTERN =
  /^\(\/\/\|#\|<!--\|;\|\/\\\*(?:\|\^)?(?:\|\^\[ \\t\]\*\(-\|\\d\+\.\))?\)\\s\*\(\$TAGS\)/;
/** The tags and nothing around them. */
const BARE_PATTERN = /^(?:\\b|\(|\?:|\))*\$TAGS(?:\\b|\))*$/;

function readPattern(pattern: unknown, setting: string, path: string, found: Found): void {
  if (typeof pattern !== 'string' || USUAL_PATTERN.test(pattern)) return;
  found.size++;
  if (BARE_PATTERN.test(pattern)) {
    found.mentions = 'any';
    return;
  }
  found.note(
    path,
    `${setting} is a pattern of your own, ${shown(pattern)}. Outcomes finds tags by the comments of each language and takes no pattern: compare what it finds.`,
  );
}

/** https://github.com/wayou/vscode-todo-highlight */
function readTodoHighlight(json: Json, path: string, found: Found): void {
  const keywords = json.get('todohighlight.keywords');
  for (const keyword of Array.isArray(keywords) ? (keywords as unknown[]) : []) {
    const text = isObject(keyword) ? keyword['text'] : keyword;
    if (typeof text === 'string') addListed(text, path, found);
  }
  for (const glob of textsOf(json, ['todohighlight.exclude'], path, found))
    found.addIgnore(path, 'todohighlight.exclude', glob);
  if (json.get('todohighlight.isCaseSensitive') === false) {
    found.size++;
    found.anyCase = true;
  }
  const pattern = json.get('todohighlight.keywordsPattern');
  if (typeof pattern === 'string' && pattern !== '') {
    found.size++;
    found.note(
      path,
      `todohighlight.keywordsPattern is a pattern, ${shown(pattern)}. List the tags that it stands for in \`policy.tags\`.`,
    );
  }
}

/** A list of texts, or one text; anything else is noted. */
function textsOf(json: Json, names: readonly string[], path: string, found: Found): string[] {
  const value = json.get(...names);
  if (value === undefined || value === null) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.filter((one): one is string => typeof one === 'string');
  if (texts.length < list.length)
    found.note(path, `${names[0]!} holds something else than texts, which was left out.`);
  if (texts.length > 0) found.size++;
  return texts;
}

/** `path = libs/sip`, as git writes it. */
function readSubmodules({ path, text }: SettingsFile, found: Found): void {
  for (const [, written] of text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(.+?)[ \t]*$/gm)) {
    const folder = written!.replace(/^"(.*)"$/, '$1');
    found.addIgnore(path, 'path', `/${folder}/`);
    if (!found.sources.includes(path)) found.sources.push(path);
  }
}
