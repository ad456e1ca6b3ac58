import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { reviewHtml, reviewParts } from '../../../../../src/core/report/html';
import type { Review } from '../../../../../src/core/report/review';
import { anyCharacter } from '../../../../support/any-character';

const root = path.join(import.meta.dirname, '../../../../..');

/** What `report --format json` says of the sample. */
const sample = JSON.parse(
  fs.readFileSync(path.join(root, 'test/golden/sample/report.json'), 'utf8'),
) as Review;

const FRAME = { style: 'p{color:red}', script: 'void 0', styleHash: 'sha256-a', scriptHash: 'sha256-b' };

const page = (review: Review): string => reviewHtml(review, FRAME);

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // It filters while one types: there is nothing to submit.
    'wcag/h32': 'off',
    // A table that scrolls is no part of the outline.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'no-inline-style': 'error',
    'long-title': 'off',
  },
});

async function problemsOf(text: string): Promise<string[]> {
  const { results } = await validator.validateString(text);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  );
}

/** Fields of the review that hold what people wrote. */
const WRITTEN = new Set([
  'title',
  'why',
  'owner',
  'unit',
  'source',
  'note',
  'tradeOff',
  'text',
  'who',
  'message',
  'ref',
  'author',
  'tag',
  'assumptions',
]);

/** The review with every text that people wrote replaced by what `write` gives for it. */
function rewritten(review: Review, write: (text: string, field: string) => string): Review {
  const visit = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') return WRITTEN.has(field) ? write(value, field) : value;
    if (Array.isArray(value)) return value.map((each) => visit(each, field));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visit(each, name)]));
  };
  return visit(review, '') as Review;
}

/** Nothing refers to an outcome. */
const EMPTY: Review = {
  ...sample,
  ...{ outcomes: [], work: [], attention: [], shippedNotMoved: [], withoutWork: [], withoutWhy: [] },
  ...{ alternatives: [], confidence: [], changes: [], progressMade: [], goalposts: [] },
  factory: { shipped: [], moved: [], shippedFor: { outcomes: 0, moved: 0 } },
  spread: { ...sample.spread, outcomes: [] },
};

/** Every tag and every name of an attribute, once. */
function skeleton(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, tag, attributes] of text.matchAll(/<([a-z!/][^\s>/]*)((?:[^>"]|"[^"]*")*)>/gi)) {
    names.add(tag!.toLowerCase());
    for (const [, name] of attributes!.replace(/"[^"]*"/g, '""').matchAll(/([^\s=/"]+)/g))
      names.add(`@${name!}`);
  }
  return names;
}

describe('the review page', () => {
  it('is valid HTML without inline styles', async () => {
    assert.deepEqual(await problemsOf(page(sample)), []);
  });

  it('is the same to the byte when it is drawn again', () => {
    assert.equal(page(sample), page(JSON.parse(JSON.stringify(sample)) as Review));
  });

  it('lets nothing run and style but what it was given', () => {
    const text = page(sample);
    assert.match(
      text,
      /content="default-src &#39;none&#39;; style-src &#39;sha256-a&#39;; script-src &#39;sha256-b&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"/,
    );
    assert.ok(text.includes('<style>p{color:red}</style>'));
    assert.ok(text.includes('<script>void 0</script>'));
    assert.equal(text.match(/<script/g)?.length, 1);
  });

  it('names no address but those that people gave as a source', () => {
    const addresses = [...page(sample).matchAll(/(?:href|src|action)="([^#"][^"]*)"/g)].map(([, to]) => to);
    assert.deepEqual([...new Set(addresses)], ['https://grafana.example/d/desk']);
  });

  it('counts what shipped as people say it', () => {
    const shown = (outputs: number, outcomes: number): string => {
      const shipped = Array.from({ length: outputs }, () => sample.factory.shipped[0]!);
      const factory = { ...sample.factory, shipped, shippedFor: { outcomes, moved: 0 } };
      const [, facts] = /Shipped, and what it moved[^]*?<p class="facts">([^]*?)<\/p>/.exec(
        page({ ...sample, factory }),
      )!;
      return facts!
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
    };
    assert.equal(shown(1, 1), '1 output shipped; 0 of 1 outcome it serves moved in 90 days');
    assert.equal(shown(1, 2), '1 output shipped; 0 of 2 outcomes it serves moved in 90 days');
    assert.equal(shown(2, 1), '2 outputs shipped; 0 of 1 outcome they serve moved in 90 days');
    assert.equal(shown(3, 2), '3 outputs shipped; 0 of 2 outcomes they serve moved in 90 days');
  });

  it('expects nothing of a level that is to be kept', () => {
    const words = (keeps: boolean, progress: number | null): (string | undefined)[] =>
      [
        ...page({
          ...EMPTY,
          outcomes: [{ ...sample.outcomes[0]!, keeps, progress, expected: 0, metrics: [] }],
        }).matchAll(/<span class="figure-text">([^]*?)<\/td>/g),
      ].map(([, text]) => text?.replace(/<[^>]*>/g, '').trim());
    assert.deepEqual(words(true, 0.75), ['met in 75 % of check-ins']);
    assert.deepEqual(words(false, 0.75), ['75 % of 0 %']);
    assert.deepEqual(words(false, null), ['no value yet']);
  });

  it('says when there is much of it, so that what is far from being seen can wait', () => {
    const of = (count: number): string => {
      const outcomes = Array.from({ length: count }, (_, i) => ({
        ...sample.outcomes[0]!,
        key: `o${i}`,
        parent: null,
      }));
      return /<main[^>]*>/.exec(page({ ...EMPTY, outcomes }))![0];
    };
    assert.equal(of(49), '<main id="page" class="">');
    assert.equal(of(50), '<main id="page" class="many">');
  });

  it('names the repository of work only where it lies in the folder', () => {
    const drawn = (repository: string) =>
      page({ ...sample, work: sample.work.map((item) => ({ ...item, repository })) });
    assert.match(drawn('vendor/lib'), /in <bdi>vendor\/lib<\/bdi>/);
    for (const around of ['', '..', '../..']) assert.equal(drawn(around), page(sample));
  });

  it('has one part for each section, with its id', () => {
    const parts = reviewParts(sample, { places: 'open', note: 'Nothing is known of git.' });
    assert.equal(new Set(parts.map(({ id }) => id)).size, parts.length);
    for (const { id, html } of parts) assert.match(html, new RegExp(`^<\\w+ id="${id}"`));
  });

  it('shows everything that people wrote, escaped', () => {
    const written = new Map<string, string>();
    const marked = rewritten(sample, (text, field) => {
      const marker = `<m${written.size}>&"'`;
      if (field === 'tag') return text;
      written.set(marker, `${field}: ${text}`);
      return marker;
    });
    const text = page(marked);
    assert.doesNotMatch(text, /<m\d/);
    const missing = [...written].filter(
      ([marker]) =>
        !text.includes(
          marker
            .replaceAll('&', '&amp;')
            .replace('<', '&lt;')
            .replace('>', '&gt;')
            .replace('"', '&quot;')
            .replace("'", '&#39;'),
        ),
    );
    // Work that states its why is counted, not listed; a title of a file is that of the page when it is the first.
    const counted = new Set([
      ...sample.work.flatMap(({ state, text: said, who }) =>
        state === 'open' ? [] : [`text: ${said}`, `who: ${who ?? ''}`],
      ),
      ...sample.files.slice(1).map(({ title }) => `title: ${title ?? ''}`),
      ...sample.factory.shipped.map(({ title }) => `title: ${title}`),
    ]);
    assert.deepEqual(
      missing.map(([, what]) => what).filter((what) => !counted.has(what)),
      [],
    );
  });

  it('has the same elements and attributes whatever people write', () => {
    const known = skeleton(page(sample));
    for (const more of ['@href', '@rel', '@target', 'code', '/code']) known.add(more);
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '`',
      '&',
      '=',
      '/',
      '-->',
      '<!--',
      '</script>',
      ' onload=',
      'x',
      '\u202e',
      '\ud800',
      '\0',
      '\n',
      'javascript:',
      'https://a.example/',
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
      fc.string({ unit: anyCharacter }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        let i = 0;
        const drawn = page(rewritten(sample, () => texts[i++ % texts.length]!));
        assert.deepEqual(
          [...skeleton(drawn)].filter((name) => !known.has(name)),
          [],
        );
        assert.doesNotMatch(drawn, /\p{Surrogate}/u);
        assert.doesNotMatch(drawn, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069\u200b]/);
      }),
      { numRuns: 60 },
    );
  });

  it('is valid HTML whatever people write', async () => {
    const review = rewritten(sample, () => '<a href="x">\u202e&amp;"\'`</a>');
    assert.deepEqual(await problemsOf(page(review)), []);
  });

  it('says what is missing where there is nothing', async () => {
    const empty: Review = {
      ...sample,
      files: [],
      summary: {
        ...sample.summary,
        outcomes: 0,
        byStatus: Object.fromEntries(
          Object.keys(sample.summary.byStatus).map((status) => [status, 0]),
        ) as Review['summary']['byStatus'],
      },
      outcomes: [],
      work: [],
      attention: [],
      shippedNotMoved: [],
      withoutWork: [],
      withoutWhy: [],
      alternatives: [],
      confidence: [],
      factory: { shipped: [], moved: [], shippedFor: { outcomes: 0, moved: 0 } },
      spread: { items: 0, outcomes: [], waived: { items: 0, share: 0 }, none: { items: 0, share: 0 } },
      coverage: { todos: NONE, branches: NONE, commits: NONE, months: [] },
      changes: [],
      progressMade: [],
      goalposts: [],
    };
    const text = page(empty);
    assert.deepEqual(await problemsOf(text), []);
    assert.doesNotMatch(text, /NaN|undefined|Infinity/);
    assert.match(text, /The outcomes files state no outcome yet/);
  });

  it('draws any numbers without breaking', () => {
    const [outcome] = sample.outcomes;
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(0, -0, 5e-324, 1e308, -1e308, 1e21),
    );
    const day = fc.constantFrom('0001-01-01', '2026-01-01', '2026-06-30', '2026-11-22', '9999-12-31');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, number), { maxLength: 4 }),
        fc.option(number),
        fc.option(fc.oneof(number, fc.tuple(number, number))),
        fc.option(fc.tuple(day, number, day, number)),
        (checkIns, baseline, target, line) => {
          const [metric] = outcome!.metrics;
          const drawn = page({
            ...sample,
            confidence: [],
            outcomes: [
              {
                ...outcome!,
                metrics: [
                  {
                    ...metric!,
                    baseline,
                    target,
                    series: [...checkIns]
                      .sort()
                      .map(([at, value]) => ({ ...metric!.series[0]!, day: at, value })),
                    forecastLine:
                      line === null
                        ? null
                        : [
                            { day: line[0], value: line[1] },
                            { day: line[2], value: line[3] },
                          ],
                    expectedLine:
                      line === null
                        ? null
                        : [
                            { day: line[2], value: line[3] },
                            { day: line[0], value: line[1] },
                          ],
                  },
                ],
              },
              ...sample.outcomes.slice(1),
            ],
          });
          assert.doesNotMatch(drawn, /NaN|undefined|Infinity/);
        },
      ),
    );
  });
});

const NONE = { linked: 0, waived: 0, exempt: 0, open: 0 };
