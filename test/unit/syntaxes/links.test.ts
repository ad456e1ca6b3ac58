import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { IGrammar, Registry } from 'vscode-textmate';
import { DEFAULT_POLICY } from '../../../src/core/outcomes/tree';
import { effortOf } from '../../support/effort';
import {
  builtIn,
  grammarOf,
  isOurs,
  marked,
  ours,
  registryOf,
  themes,
  tokenize,
  withoutMarks,
} from './grammars';
import { samples } from './samples';

/** Rules of other grammars may be slow to compile on a busy machine. */
const LIMIT_MS = 30_000;

describe('highlighting', function () {
  this.timeout(LIMIT_MS);
  let registry: Registry;
  let without: Registry;
  before(async () => {
    registry = await registryOf([...builtIn, ...ours]);
    without = await registryOf(builtIn);
  });

  for (const [language, sample] of Object.entries(samples))
    it(`marks what links in ${language}, and nothing else`, async () => {
      const grammar = await grammarOf(registry, language);
      assert.equal(marked(tokenize(grammar, withoutMarks(sample))), sample);
    });

  it('knows every tag of the default policy', async () => {
    const grammar = await grammarOf(registry, 'typescript');
    for (const tag of DEFAULT_POLICY.tags) {
      const [line] = tokenize(grammar, `// ${tag}(voip) go on`);
      assert.equal(marked([line!]), `// ${tag}(‹voip›) go on`);
    }
  });

  it('leaves the tag itself to the language and to other extensions', async () => {
    const [line] = tokenize(await grammarOf(registry, 'python'), '# TODO(voip): go on');
    const tag = line!.tokens.find(({ startIndex }) => startIndex === 2);
    assert.ok(tag?.scopes.includes('keyword.codetag.notation.python'));
  });

  it('has a colour of its own in every theme of VS Code', async () => {
    for (const [name, theme] of themes()) {
      const grammar = await grammarOf(await registryOf([...builtIn, ...ours], theme), 'typescript');
      const colours = (text: string) => {
        const { tokens } = grammar.tokenizeLine2(text, null);
        // Pairs of where a token begins and what it looks like; the colour is bits 15 to 23.
        return (at: number) => {
          let look = 0;
          for (let i = 0; i < tokens.length && tokens[i]! <= at; i += 2) look = tokens[i + 1]!;
          return (look >>> 15) & 0x1ff;
        };
      };
      const id = colours('// TODO(voip): retry');
      assert.notEqual(id(8), id(16), `the id in ${name}`);
      const stated = colours('// outcome: voip, or so');
      assert.equal(stated(3), stated(12), name);
      const key = colours('// outcome: voip');
      assert.notEqual(key(3), key(0), `the word before the id in ${name}`);
    }
  });

  /** Openings, endings and pieces of links of many languages, so that each stands in the middle of others. */
  const PIECES = [
    ...[
      '//',
      '///',
      '/*',
      '/**',
      '*/',
      '#',
      '<!--',
      '-->',
      '"""',
      "'",
      '"',
      '`',
      '--[[',
      ']]',
      '{-',
      '-}',
      '(*',
      '*)',
    ],
    ...[
      'TODO',
      'FIXME',
      '(',
      ')',
      '[',
      ']',
      '(voip)',
      '[voip]',
      ': ',
      'TODO(voip)',
      'TODO(a',
      'TODO(no-outcome: x)',
    ],
    ...[
      'outcome: voip',
      'why: a, b',
      'outcome: none (x)',
      'outcome:',
      '@ana',
      ', ',
      ' ',
      'x',
      ';',
      '\n',
      '\n',
      '\\',
    ],
  ];

  for (const language of [
    'typescript',
    'python',
    'go',
    'yaml',
    'html',
    'c',
    'lua',
    'css',
    'sql',
    'php',
    'java',
    'rust',
    'csharp',
  ])
    it(`never moves the end of a comment in ${language}`, async () => {
      const [mine, plain] = [await grammarOf(registry, language), await grammarOf(without, language)];
      const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));
      fc.assert(
        fc.property(texts, (text) => assertSameOutside(mine, plain, text)),
        { numRuns: 150 },
      );
    });

  it('touches nothing outside of comments', async () => {
    for (const [language, sample] of Object.entries(samples)) {
      if (language === 'git-commit' || language === 'scminput') continue;
      assertSameOutside(
        await grammarOf(registry, language),
        await grammarOf(without, language),
        withoutMarks(sample),
      );
    }
  });

  it('takes time in proportion to a hostile line', async () => {
    for (const [language, open] of [
      ['typescript', '// '],
      ['shellscript', '# '],
      ['rust', '// '],
      ['html', '<!-- '],
    ] as const) {
      const grammar = await grammarOf(registry, language);
      for (const piece of [
        'TODO(',
        'TODO(a, ',
        'TODO(a)',
        'outcome: ',
        'outcome: a, ',
        'why: a-',
        'TODO (a',
        '// ',
        ' #',
        'A(',
        'TODO[a] ',
        'x-',
        '@a ',
      ])
        assert.ok(timeOf(grammar, open + piece.repeat(4000 / piece.length)) < 1000, `${language}: ${piece}`);
    }
  });
});

const timeOf = (grammar: IGrammar, text: string): number => effortOf(() => tokenize(grammar, text));

/** All tokens but those in comments are the same, also of the lines that follow. */
function assertSameOutside(mine: IGrammar, plain: IGrammar, text: string): void {
  const longer = `${text}\nx = 1\n}`;
  const expected = tokenize(plain, longer);
  for (const [i, line] of tokenize(mine, longer).entries())
    assert.deepEqual(outside(line), outside(expected[i]!), JSON.stringify(line.text));
}

/** The scopes of each character, '' in comments. */
function outside({ text, tokens }: ReturnType<typeof tokenize>[number]): string[] {
  const scopes = Array.from(text, () => '');
  for (const token of tokens) {
    if (token.scopes.some((scope) => scope.startsWith('comment'))) continue;
    assert.ok(!token.scopes.some(isOurs), `${text}: a scope of ours outside of a comment`);
    scopes.fill(token.scopes.join(' '), token.startIndex, token.endIndex);
  }
  return scopes;
}
