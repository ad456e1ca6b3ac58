import { oneOf, shown } from '../outcomes/phrases';
import { folderOf, policyFor, scopesOf } from '../outcomes/tree';
import type { OutcomeTree } from '../outcomes/model';
import { compileGlobs } from '../work/glob';
import { line, type Explanation, type Line, type Place } from './model';
import { policyPlace } from './policy-places';
import type { Missing, MissingReason } from './reasons';

/** Says why a word is not listed as a TODO, and what could be done about it. */
export function explainMissing(missing: Missing, tree: OutcomeTree): Explanation {
  const { word, file, at } = missing;
  const subject = `${word === '' ? 'Here' : shown(word)}, ${file}:${at.line + 1}:${at.character + 1}`;
  return { subject, parts: [{ heading: '', lines: linesFor(missing, tree) }] };
}

/** The glob of the nearest policy's `ignore` that leaves a file out; null when none does. */
export function ignoringGlob(
  tree: OutcomeTree,
  file: string,
): { readonly glob: string | null; readonly place: Place | null } | null {
  // The deepest scope that holds the file decides alone, as for the scanner.
  const scope = scopesOf(tree)
    .filter(({ dir }) => dir === '' || file.startsWith(`${dir}/`))
    .sort((a, b) => b.dir.length - a.dir.length)[0]!;
  const inside = scope.dir === '' ? file : file.slice(scope.dir.length + 1);
  if (!compileGlobs(scope.ignore)(inside)) return null;
  const glob = scope.ignore.find((one) => compileGlobs([one])(inside)) ?? null;
  const policy = policyFor(tree, file);
  return { glob, place: policyPlace(tree, policy, 'ignore', glob ?? undefined) };
}

function linesFor({ reason, word, file, editor }: Missing, tree: OutcomeTree): Line[] {
  const policy = policyFor(tree, file);
  const statement = (field: string): Place | null => policyPlace(tree, policy, field);
  const byDefault = (field: string): string => (statement(field) === null ? ', which is the default' : '');
  const tags = (): Line =>
    line(`The policy's tags are ${oneOf(policy.tags)}${byDefault('tags')}.`, statement('tags'));
  switch (reason.kind) {
    case 'nothing':
      return [
        line('Nothing is flagged here, and there is no word at the cursor that could be missing.'),
        tags(),
      ];
    case 'other':
      return [
        line(`Nothing is flagged here, and ${shown(word)} is not one of the tags that are looked for.`),
        tags(),
      ];
    case 'case':
      return [
        line(`Not listed: the case of letters counts, and the tag is written ${shown(reason.tag)}.`),
        tags(),
      ];
    case 'part':
      return [
        line(
          `Not listed: ${shown(reason.tag)} is only a part of the word ${shown(word)}. ` +
            'A tag stands on its own, with no letter, digit or underscore beside it.',
        ),
      ];
    case 'mention':
      return [
        line(
          `Not listed: the comment only mentions ${shown(word)}. It counts at the start of a comment or of one of ` +
            'its lines, and before a colon or an opening bracket.',
        ),
        line(
          `The policy's mentions is ${shown('marker')}${byDefault('mentions')}. With ${shown('mentions: any')} ` +
            'every tag word in a comment counts.',
          statement('mentions'),
        ),
      ];
    case 'no-comment':
      return [notInComment(reason, file)];
    case 'unknown-language':
      return [
        line(
          'Not listed: the language of this file is not known, so what is a comment in it is not known either. ' +
            'Files are told by their names, and those without an extension by their first line.',
        ),
        ...(editor === null
          ? []
          : [line(`The editor takes it for ${shown(editor.language)}; the scan knows only the file.`)]),
      ];
    case 'too-many':
      return [
        line(
          `Not listed: this is tag word number ${grouped(reason.nth)} of the file, and no more than ` +
            `${grouped(reason.most)} are looked at in one file. The number left out is reported below.`,
        ),
        line('A file with so many is mostly generated: the policy can leave it out by `ignore`.'),
      ];
    case 'binary':
      return [
        line('Not listed: the file is binary. One of its first 8,000 bytes is zero.'),
        ...(editor?.encoding?.startsWith('utf16') === true
          ? [
              line(
                `The editor reads it as ${shown(editor.encoding)}. The scan knows UTF-16 by its byte order mark, ` +
                  'which this file lacks: save it with one, or as UTF-8.',
              ),
            ]
          : []),
      ];
    case 'too-large':
      return [
        line(
          `Not listed: the file has ${megabytes(reason.bytes)} MB, and files larger than 20 MB are not read.`,
        ),
      ];
    case 'unreadable':
      return [line(`Not listed: the file could not be read: ${reason.reason}.`)];
    case 'gone':
      return [line('Not listed: there is no such file on the disk any more. Save it to have it read.')];
    case 'no-file':
      return [line('Not listed: this is no ordinary file, but a folder, a pipe, a socket or a device.')];
    case 'git-folder':
      return [
        line('Not listed: the file lies in a folder `.git`, in which git keeps its own. It is never read.'),
      ];
    case 'link':
      return [
        line(
          `Not listed: ${shown(reason.at)} is a symbolic link, and links are not followed. ` +
            'What it leads to is read where it lies, if that is in the folder.',
        ),
      ];
    case 'policy-ignored':
      return [
        line(
          reason.glob === null
            ? "Not listed: the policy's `ignore` leaves the file out."
            : `Not listed: ${shown(reason.glob)} in the policy's \`ignore\` leaves the file out.`,
          reason.place,
        ),
        ...(reason.place === null || folderOf(reason.place.file) === ''
          ? []
          : [line('Globs are relative to the folder of the file that holds them.')]),
      ];
    case 'ignored':
      return ignored(reason, file);
    case 'outside':
      return [
        line(
          'Not listed: this text is no file below a folder of the workspace. Only such files are read; ' +
            'a text that was never saved is none.',
        ),
      ];
    case 'disabled':
      return [line('Not listed: the setting `outcomes.enable` is off for this folder, so it is not read.')];
    case 'reading':
      return [line('Not known yet: the folder is being read for the first time. Ask again in a moment.')];
    case 'failed':
      return [
        line(`Not known: reading the folder failed, and what is shown may be old. ${reason.message}`),
        line('The command Outcomes: Show Log tells more, and Outcomes: Refresh tries again.'),
      ];
    case 'no-outcomes':
      return [
        line('Not listed: the folder has no outcomes.yml, and is left in peace until there is one.'),
        line('The command Outcomes: Create outcomes.yml writes a first one.'),
      ];
    case 'pending':
      return [
        line(
          'Not listed yet: it is a TODO, and the folder is being read at this moment. Ask again when it is done.',
        ),
      ];
    case 'unexpected':
      return [
        line(
          'Not listed, and nothing says why: it is a TODO, and nothing leaves it out. Run Outcomes: Refresh. ' +
            'If it is still missing then, that is a mistake of this extension; please report it with this text.',
        ),
      ];
  }
}

function notInComment(
  { language, token, tokenAt }: Extract<MissingReason, { readonly kind: 'no-comment' }>,
  file: string,
): Line {
  const begins: Place = { file, range: { start: tokenAt, end: tokenAt } };
  const why = `Not listed: only comments are looked at, and read as ${shown(language)}`;
  switch (token) {
    case 'string':
      return line(`${why}, it stands in a string that begins there`, begins);
    case 'regex':
      return line(`${why}, it stands in a regular expression that begins there`, begins);
    case 'code':
      return line(`${why}, it stands in none, but in code or text.`);
  }
}

function ignored(
  { rule, at, by }: Extract<MissingReason, { readonly kind: 'ignored' }>,
  file: string,
): Line[] {
  const what = at === file ? 'the file' : `the folder ${shown(at)}`;
  const who = by === 'ripgrep' ? 'a rule of ripgrep' : 'an ignore rule of git';
  return [
    rule === null
      ? line(`Not listed: ${who} leaves ${what} out.`)
      : line(`Not listed: ${shown(rule.text)}, ${who}, leaves ${what} out.`, rule.place),
    line(TRACKED[by]),
  ];
}

const TRACKED = {
  git: 'Files that git tracks are read in spite of its rules; this one it does not track.',
  'git-not-asked':
    'Files that git tracks are read in spite of its rules. Whether it tracks this one is not known: in Restricted ' +
    'Mode, and without git, it is not asked.',
  ripgrep: 'What `.ignore` and `.rgignore` leave out is not read, whether git tracks it or not.',
} as const;

/** 10000 → `10,000`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
