import assert from 'node:assert/strict';
import v8 from 'node:v8';
import fc from 'fast-check';
import { LiveText } from '../../../../src/editor/live/live-text';
import type { TextRequest } from '../../../../src/node/background/messages';
import { ReceivedTexts } from '../../../../src/node/background/received-texts';
import { SentTexts } from '../../../../src/node/background/sent-texts';
import { createClock } from '../../../../src/node/clock';
import { EditedDocument, type Replacement } from '../../../support/edited-document';

const FILE = 'src/long.ts';

/** A document here, its text there, and the messages in between as bytes. */
class Pair {
  /** By file; what is there now. */
  readonly there = new Map<string, string | undefined>();
  readonly sent: TextRequest['type'][] = [];
  readonly misfits: string[] = [];
  readonly document: EditedDocument;
  readonly live: LiveText;
  readonly texts: SentTexts;
  /** Does something else to a message; undefined loses it. */
  spoil: (request: TextRequest) => TextRequest | undefined = (request) => request;
  private answers = 0;
  private received: ReceivedTexts | undefined;

  constructor(text: string) {
    this.document = new EditedDocument(text, (changes) => this.live.note(changes));
    this.live = new LiveText(this.document as unknown as ConstructorParameters<typeof LiveText>[0]);
    this.texts = new SentTexts(createClock(), (request) => this.pass(request), assert.ifError);
    this.begin();
  }

  get isOpen(): boolean {
    return this.received !== undefined;
  }

  /** Somebody is there who knows nothing. */
  begin(): void {
    this.there.clear();
    this.received = new ReceivedTexts({
      onText: (file, text) => this.there.set(file, text),
      onMisfit: (file, why) => {
        this.misfits.push(why);
        this.answers++;
        setImmediate(() => {
          this.answers--;
          this.texts.sendAnew(file);
        });
      },
    });
    this.texts.open();
  }

  /** Who was there is gone. */
  lose(): void {
    this.received = undefined;
    this.texts.close();
  }

  push(): void {
    this.texts.set(FILE, this.live);
  }

  async settled(): Promise<void> {
    while (this.texts.busy || this.answers > 0) await new Promise(setImmediate);
  }

  isSame(): void {
    assert.ok(this.there.get(FILE) === this.document.getText(), 'another text is there');
  }

  private pass(request: TextRequest): void {
    this.sent.push(request.type);
    const spoilt = this.spoil(v8.deserialize(v8.serialize(request)) as TextRequest);
    if (spoilt !== undefined) this.received?.take(spoilt);
  }
}

const place = fc.integer({ min: 0, max: 400_000 });
const pieces = fc.array(
  fc.constantFrom('a', 'TODO: ', '// ', '\n', '\r\n', '\r', '€', '🎯', '\ud83c', '\udfaf', '\ufeff', '\0'),
  { maxLength: 6 },
);
const replacement: fc.Arbitrary<Replacement> = fc
  .tuple(
    place,
    fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 90_000 })),
    pieces,
  )
  .map(([start, length, text]) => ({ start, end: start + length, text: text.join('') }));
const replacements = fc.array(replacement, { minLength: 1, maxLength: 6 });

type Step = (pair: Pair) => void | Promise<void>;
const edit: fc.Arbitrary<Step> = replacements.map(
  (each) =>
    ({ document }) =>
      document.edit(each),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: edit },
  {
    weight: 2,
    arbitrary: fc.tuple(replacements, replacements).map(
      ([a, b]) =>
        ({ document }: Pair) =>
          document.editTwice(a, b),
    ),
  },
  { weight: 3, arbitrary: fc.constant<Step>(({ document }) => document.undo()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1 as const, 2 as const).map(
      (eol) =>
        ({ document }: Pair) =>
          document.setEol(eol),
    ),
  },
  {
    weight: 1,
    arbitrary: replacement.map(
      (each) =>
        ({ document }: Pair) =>
          document.changeUnseen(each),
    ),
  },
  { weight: 8, arbitrary: fc.constant<Step>((pair) => pair.push()) },
  { weight: 4, arbitrary: fc.constant<Step>((pair) => pair.settled()) },
  { weight: 3, arbitrary: fc.constant<Step>(() => new Promise(setImmediate)) },
  { weight: 1, arbitrary: fc.constant<Step>((pair) => pair.texts.set(FILE, undefined)) },
  { weight: 1, arbitrary: fc.constant<Step>((pair) => pair.texts.set(FILE, 'short')) },
  { weight: 1, arbitrary: fc.constant<Step>((pair) => pair.lose()) },
  { weight: 1, arbitrary: fc.constant<Step>((pair) => pair.begin()) },
);

const LINES = ['// TODO: take it out', 'const price = "€";', '🎯🎯', '', 'x'.repeat(3000)];
const textOf = (lines: number) =>
  Array.from({ length: lines }, (_, i) => LINES[(i * 7 + (i >> 3)) % 5]).join('\n');

describe('the text of a document that is edited', function () {
  this.timeout(60_000);

  it('is there as it is here, after any life of edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 3, 300),
        fc.array(step, { maxLength: 25 }),
        async (lines, steps) => {
          const pair = new Pair(textOf(lines));
          for (const one of steps) await one(pair);
          if (!pair.isOpen) pair.begin();
          pair.push();
          await pair.settled();
          pair.isSame();
          assert.deepEqual(pair.misfits, []);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is sent once, and then by its edits', async () => {
    const pair = new Pair(textOf(300));
    pair.push();
    await pair.settled();
    assert.deepEqual(new Set(pair.sent.splice(0)), new Set(['part', 'overlay']));
    for (let i = 0; i < 5; i++) {
      pair.document.edit([{ start: i * 1000, end: i * 1000 + 1, text: '// TODO: typed\n' }]);
      pair.document.undo();
      pair.document.edit([
        { start: 9, end: 9, text: 'x' },
        { start: 9, end: 9, text: 'y' },
        { start: 70, end: 90, text: '' },
      ]);
      pair.push();
      pair.push();
      assert.deepEqual(pair.sent.splice(0), ['edit']);
      pair.isSame();
    }
  });

  const anew: Readonly<Record<string, (pair: Pair) => void>> = {
    'a change that nobody was told of': ({ document }) => {
      document.changeUnseen({ start: 5, end: 6, text: '?' });
      document.edit([{ start: 1, end: 1, text: 'x' }]);
    },
    'a change that nobody was told of, with nothing after it': ({ document }) =>
      document.changeUnseen({ start: 5, end: 6, text: '?' }),
    'other line ends': ({ document }) => document.setEol(2),
    'other line ends that come with an edit': ({ document }) => {
      document.eol = 2;
      document.edit([{ start: 1, end: 1, text: 'x' }]);
    },
    'more edits than are worth it': ({ document }) => {
      for (let i = 0; i < 600; i++) document.edit([{ start: i, end: i, text: '-' }]);
    },
    'more text than is worth it': ({ document }) =>
      document.edit([{ start: 0, end: 0, text: 'TODO '.repeat(30_000) }]),
    'another text between': (pair) => pair.texts.set(FILE, 'other'),
    'its end': (pair) => pair.texts.set(FILE, undefined),
    'the loss of who had it': (pair) => {
      pair.lose();
      pair.begin();
    },
  };
  for (const [name, happen] of Object.entries(anew))
    it(`is sent as a whole after ${name}`, async () => {
      const pair = new Pair(textOf(300));
      pair.push();
      await pair.settled();
      pair.sent.length = 0;
      happen(pair);
      pair.push();
      await pair.settled();
      assert.ok(!pair.sent.includes('edit'), pair.sent.join());
      assert.equal(pair.sent.at(-1), 'overlay');
      pair.isSame();
      assert.deepEqual(pair.misfits, []);
    });

  const spoilt: Readonly<Record<string, (request: TextRequest) => TextRequest | undefined>> = {
    'edits that are lost': (request) => (request.type === 'edit' ? undefined : request),
    'edits of another version': (request) =>
      request.type === 'edit' ? { ...request, edits: { ...request.edits, from: 0 } } : request,
    'an edit of another place': (request) =>
      request.type !== 'edit'
        ? request
        : {
            ...request,
            edits: {
              ...request.edits,
              edits: request.edits.edits.map(({ span: { start, end }, newText }) => ({
                span: { start: start + 1, end: end + 1 },
                newText,
              })),
            },
          },
    'an edit outside of it': (request) =>
      request.type !== 'edit'
        ? request
        : {
            ...request,
            edits: { ...request.edits, edits: [{ span: { start: 1e9, end: 1e9 }, newText: '' }] },
          },
    'an edit of another length': (request) =>
      request.type !== 'edit' ? request : { ...request, edits: { ...request.edits, edits: [] } },
    'an edit that adds something far away': (request) =>
      request.type !== 'edit'
        ? request
        : {
            ...request,
            edits: {
              ...request.edits,
              edits: [
                ...request.edits.edits,
                {
                  span: { start: request.edits.result.length, end: request.edits.result.length },
                  newText: '!',
                },
              ],
            },
          },
    'a part that is lost': (request) =>
      request.type === 'part' && request.index === 1 ? undefined : request,
  };
  for (const [name, spoil] of Object.entries(spoilt))
    it(`comes again after ${name}`, async () => {
      const pair = new Pair(textOf(700));
      let spoils = 1;
      pair.spoil = (request) => {
        const other = spoil(request);
        return other !== request && spoils-- > 0 ? other : request;
      };
      for (const at of [10, 20, 4000]) {
        pair.push();
        await pair.settled();
        pair.document.edit([{ start: at, end: at + 2, text: `// TODO: ${at}\n` }]);
      }
      pair.push();
      await pair.settled();
      assert.equal(spoils < 1, true, 'nothing was spoilt');
      assert.equal(pair.misfits.length, 1, pair.misfits.join());
      pair.isSame();
    });

  it('is never taken without one of its parts', async () => {
    for (const lost of [0, 1, 2]) {
      const pair = new Pair(textOf(700));
      let isLost = false;
      pair.spoil = (request) => {
        if (isLost || request.type !== 'part' || request.index !== lost) return request;
        isLost = true;
        return undefined;
      };
      pair.push();
      await pair.settled();
      assert.ok(isLost);
      pair.isSame();
    }
  });

  it('is sent in parts while it is edited, and in one go when the typing does not end', async () => {
    const pair = new Pair(textOf(700));
    let typed = 0;
    pair.spoil = (request) => {
      if (request.type === 'part') pair.document.edit([{ start: ++typed, end: typed, text: '!' }]);
      return request;
    };
    pair.push();
    await pair.settled();
    assert.deepEqual(pair.sent, ['part', 'part', 'part', 'overlay']);
    pair.isSame();
  });

  it('is as it is now where it was asked for again on its way', async () => {
    const pair = new Pair('line\n'.repeat(400_000));
    pair.push();
    assert.ok(pair.texts.busy);
    await new Promise(setImmediate);
    pair.document.edit([{ start: 10, end: 10, text: '// TODO: later\n' }]);
    pair.push();
    await pair.settled();
    pair.isSame();
  });
});
