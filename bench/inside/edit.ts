import assert from 'node:assert/strict';
import { compileTags } from '../../src/core';
import { EditedText, examineText } from '../../src/node/scan/examine';
import { TAGS } from '../lib/request';
import { sideBySide } from './side-by-side';

/**
 * ROUNDS: what the text of an editor costs to be read again, for each size in bytes that follows. Beside it the regular
 * expression that an extension which marks tag words runs over the same text.
 */
const [rounds = '9', ...sizes] = process.argv.slice(2);

/** An editor's background has read many texts before. */
const WARM_UP = 15;

const tags = compileTags(TAGS);
const scope = { tags, mentions: 'marker' } as const;
const FILE = 'src/large.ts';
const WORDS = new RegExp(`\\b(?:${TAGS.join('|')})\\b`, 'g');

/** Usual TypeScript with a TODO in every fortieth line; in one piece, as a text comes to an extension. */
function text(bytes: number): string {
  const lines: string[] = [];
  for (let length = 0, n = 0; length < bytes; n++) {
    const line =
      n % 40 === 0
        ? `  // TODO: take part ${n} out`
        : n % 7 === 0
          ? `  const note${n} = \`part \${values[${n}] ?? "TODO"} of it\`; /* as it was */`
          : `  if (value${n} / 2 > limit) report('part', { at: ${n}, why: "it's over" });`;
    lines.push(line);
    length += line.length + 1;
  }
  return Buffer.from(lines.join('\n')).toString();
}

/** The text as it is after keys pressed in its middle. */
function typed(text: string): string[] {
  const middle = text.indexOf('\n', text.length / 2);
  return ['', ' ', ' /', ' //', ' // T', ' // TODO'].map((key) =>
    Buffer.from(text.slice(0, middle) + key + text.slice(middle)).toString(),
  );
}

const results = sizes.map((size) => {
  const texts = typed(text(Number(size)));
  const textOf = (round: number) => texts[Math.abs(round) % texts.length]!;
  const edited = new EditedText();
  for (const each of texts)
    assert.deepEqual(edited.examine(FILE, each, scope), examineText(FILE, each, scope), 'not what is there');
  let found = 0;
  const times = sideBySide(
    Number(rounds),
    {
      own: (round) => (found = edited.examine(FILE, textOf(round), scope)!.length),
      whole: (round) => examineText(FILE, textOf(round), scope)!.length,
      regex: (round) => [...textOf(round).matchAll(WORDS)].length,
    },
    WARM_UP,
  );
  return { size: Number(size), found, times };
});
process.stdout.write(JSON.stringify(results));
