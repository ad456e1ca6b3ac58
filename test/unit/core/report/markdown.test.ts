import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { reviewMarkdown } from '../../../../src/core/report/markdown';
import { plain } from '../../../../src/core/report/markdown-text';
import { reviewOf } from '../../../../src/core/report/review';
import { checkTree } from '../../../../src/core/rules/run';
import { treeRules } from '../../../../src/core/rules/table';
import { treeOf } from '../../../support/tree';
import { hostileText } from './findings';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** The tags of what the report itself writes. */
const OWN = new Set('h1 h2 p ul li strong table thead tbody tr th td'.split(' '));

function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map((match) => match[1]!);
}

const text = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        '**b**',
        '_i_',
        '~~s~~',
        '`c`',
        '<b>',
        '![i](u)',
        '[a]: http://x.example',
        '|',
        '&lt;',
        '\n# h',
        '\n- l',
        'https://x.example/',
        'www.x.example',
        'a@x.example',
        '@ana',
        '#12',
        '$x$',
        'a*b*c',
        '<!--',
        '\\',
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

describe('the review as Markdown', () => {
  it('shows what people wrote as they wrote it, and marks up nothing', () => {
    fc.assert(
      fc.property(text, (written) => {
        const html = markdown.render(`x${plain(written)}x`);
        assert.deepEqual([...new Set(tagsOf(html))], ['p']);
        const shown = html
          .replace(/<\/?p>/g, '')
          .replaceAll('\u200b', '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        // Controls are shown by their code; everything else is as it was.
        if (/^[\x20-\x7e]*$/.test(written) && written.trim() === written && !/ {2}/.test(written))
          assert.equal(shown.trimEnd(), `x${written}x`);
      }),
      { numRuns: 500 },
    );
  });

  it('mentions nobody and refers to nothing', () => {
    for (const written of ['@ana', '#12', '!3', '~bug', '%4', 'org/repo#5', 'GH-6'])
      assert.ok(!markdown.render(plain(written)).includes(written), written);
  });

  it('holds no markup of hostile branches, commits, authors, revisions, ids and goals', () => {
    const harmless = (written: string) => JSON.stringify(written.replace(/[\ud800-\udfff]/g, ''));
    const today = '2026-11-22';
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const states = [`before ${a}`, `after ${b}`].map((title) =>
          treeOf(`outcomes:
  - title: ${harmless(title)}
    owner: ${harmless(title)}
    due: 2026-12
    metrics: [{ title: ${harmless(c)}, unit: ${harmless(b)}, baseline: 9, target: 1, check-ins: [{ date: 2026-11-01, value: 9, confidence: on-track, note: ${harmless(a)} }] }]
    outputs: [{ title: ${harmless(b)}, instead: ${harmless(c)}, serves: [${harmless(a)}], status: rejected }]
`),
        );
        const commit = {
          kind: 'commit',
          repository: b,
          id: 'f'.repeat(40),
          subject: a,
          author: b,
          time: 1.79e9,
          asked: true,
          waiver: null,
          links: [],
          broken: [],
        } as const;
        const branch = {
          kind: 'branch',
          repository: a,
          name: c,
          current: true,
          exempt: false,
          commits: [],
          links: [],
          broken: [],
        } as const;
        const goalpost = {
          outcome: a,
          metric: b,
          field: 'target',
          from: c,
          to: a,
          day: today,
          author: b,
          commit: c,
          began: today,
        } as const;
        const review = reviewOf({
          tree: states[1]!,
          today,
          work: { todos: [], branches: [branch], commits: [commit] },
          findings: checkTree({ tree: states[1]!, today, served: new Set() }, treeRules),
          since: { ref: c, day: '2026-06-01', tree: states[0]! },
          goalposts: [goalpost],
        });
        const made = reviewMarkdown(review);
        for (const title of ['Moved goalposts', 'Changed since', 'Work without a why', 'Alternatives'])
          assert.ok(made.includes(`## ${title}`), title);
        const html = markdown.render(made);
        assert.deepEqual(
          [...new Set(tagsOf(html))].filter((tag) => !OWN.has(tag)),
          [],
        );
        assert.doesNotMatch(made, /[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 100 },
    );
  });

  it('holds no markup of a whole file full of it', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const tree = treeOf(
          `outcomes:
  - id: one
    title: ${JSON.stringify(a.replace(/[\ud800-\udfff]/g, ''))}
    owner: ${JSON.stringify(b.replace(/[\ud800-\udfff]/g, ''))}
    outputs:
      - { id: o, title: ${JSON.stringify(c.replace(/[\ud800-\udfff]/g, ''))}, status: rejected, trade-off: ${JSON.stringify(b.replace(/[\ud800-\udfff]/g, ''))} }
`,
        );
        const today = '2026-11-22';
        const review = reviewOf({
          tree,
          today,
          work: { todos: [], branches: [], commits: [] },
          findings: checkTree({ tree, today }, treeRules),
        });
        const tags = tagsOf(markdown.render(reviewMarkdown(review)));
        assert.deepEqual(
          [...new Set(tags)].filter((tag) => !OWN.has(tag)),
          [],
        );
      }),
      { numRuns: 100 },
    );
  });
});
