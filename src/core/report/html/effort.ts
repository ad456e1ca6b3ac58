import { scaleBand, scaleLinear } from 'd3-scale';
import type { Coverage, CoverageCount } from '../review';
import { answered, askedOf, coverageParts } from './figures';
import { html, trusted, type Html } from './markup';
import { coordinate, nothing, outcomeByKey, section, shareBar } from './pieces';
import type { Scene } from './scene';
import { counted, dayText, monthName, number, percent } from './words';

const MOST_ROWS = 100;
const MOST_MONTHS = 24;

/** Where the work of the period went. */
export function spread(scene: Scene): Html {
  const { spread: all, period } = scene.review;
  const rows = all.outcomes.slice(0, MOST_ROWS);
  return section(
    {
      id: 'spread',
      title: 'Where the work went',
      about: html`${counted(all.items, 'commit, branch or new TODO', 'commits, branches and new TODOs')} from
      ${dayText(period.from)} to ${dayText(period.to)}. Work for several outcomes counts in equal parts.`,
    },
    all.items === 0
      ? nothing('No work was found in this period.')
      : html`<table class="bars">
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col">Share</th>
              <th scope="col"><span class="unseen">Drawn</span></th>
              <th scope="col">Items</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(({ outcome, items, share }) =>
              spreadRow(
                outcomeByKey(outcome, scene),
                items,
                share,
                'w-linked',
                scene.byKey.get(outcome)?.index,
              ),
            )}
            ${
              all.outcomes.length > rows.length
                ? html`<tr>
                    <td colspan="4" class="more">
                      and ${counted(all.outcomes.length - rows.length, 'more outcome')}
                    </td>
                  </tr>`
                : null
            }
            ${
              all.waived.items === 0
                ? null
                : spreadRow(html`Waived, with a reason`, all.waived.items, all.waived.share, 'w-waived')
            }
            ${spreadRow(html`Without a why`, all.none.items, all.none.share, 'w-open')}
          </tbody>
        </table>`,
  );
}

function spreadRow(name: Html, items: number, share: number, look: string, index?: number): Html {
  return html`<tr ${index === undefined ? null : html`data-o="${index}"`}>
    <th scope="row">${name}</th>
    <td class="num">${percent(share)}</td>
    <td class="drawn">${shareBar(share, look)}</td>
    <td class="num">${number(Number(items.toFixed(1)))}</td>
  </tr>`;
}

/** How much of the work states its why: now, and of commits month by month. */
export function coverage(scene: Scene): Html {
  const { coverage: all } = scene.review;
  const months = all.months.slice(-MOST_MONTHS);
  return section(
    {
      id: 'coverage',
      title: 'Why coverage over time',
      about:
        'Commits by the month they were made in. Work that was never asked for a why is left out of the shares.',
    },
    months.length === 0 ? nothing('No commit was looked at.') : html`${chart(months)}${legend()}`,
    html`<div class="scroll" role="region" aria-label="Why coverage in numbers" tabindex="0">
      ${table(all, months)}
    </div>`,
  );
}

const CHART = { width: 720, height: 170, left: 40, right: 716, top: 22, bottom: 140 } as const;

type Month = Coverage['months'][number];

/** A pile for each month: linked, waived, without, and over it the share that answered. */
function chart(months: readonly Month[]): Html {
  const highest = Math.max(1, ...months.map(askedOf));
  const y = scaleLinear().domain([0, highest]).nice(3).range([CHART.bottom, CHART.top]);
  const x = scaleBand()
    .domain(months.map(({ month }) => month))
    .range([CHART.left, CHART.right])
    .padding(0.3);
  const width = Math.min(48, x.bandwidth());
  const ticks = y.ticks(3).filter(Number.isInteger);
  const everySo = Math.ceil(months.length / 12);
  return html`<svg
    class="chart wide"
    viewBox="0 0 ${CHART.width} ${CHART.height}"
    role="img"
    aria-label="Commits that state their why, by month; the table below has the numbers"
  >
    <path
      class="grid"
      d="${ticks.map((tick) => `M${CHART.left} ${coordinate(y(tick))}H${CHART.right}`).join('')}"
    />
    <text class="unit" x="2" y="10">commits</text>
    ${ticks.map((tick) => html`<text class="tick y" x="${CHART.left - 6}" y="${coordinate(y(tick) + 3.5)}">${tick}</text>`)}
    ${months.map((month, i) => {
      const left = x(month.month)! + (x.bandwidth() - width) / 2;
      return html`${trusted(pile(month, left, width, y))}${
        i % everySo === 0
          ? html`<text class="tick x" x="${coordinate(left + width / 2)}" y="${CHART.bottom + 15}"
              >${monthLabel(month.month, i)}</text
            >`
          : null
      }${
        months.length > 12 || askedOf(month) === 0
          ? null
          : html`<text
              class="label over"
              x="${coordinate(left + width / 2)}"
              y="${coordinate(y(askedOf(month)) - 5)}"
              >${percent(answered(month))}</text
            >`
      }`;
    })}
  </svg>`;
}

function pile(month: CoverageCount, left: number, width: number, y: (value: number) => number): string {
  let below = 0;
  return coverageParts(month)
    .map(({ look, count }) => {
      if (count === 0) return '';
      const top = y(below + count);
      const height = y(below) - top;
      below += count;
      return `<rect class="${look}" x="${coordinate(left)}" y="${coordinate(top)}" width="${coordinate(width)}" height="${coordinate(height)}"/>`;
    })
    .join('');
}

function monthLabel(month: string, i: number): string {
  return i === 0 || month.endsWith('-01')
    ? `${monthName(month)} ${Number(month.slice(0, 4))}`
    : monthName(month);
}

function legend(): Html {
  const key = (look: string) =>
    trusted(
      `<svg class="key" viewBox="0 0 26 12" aria-hidden="true"><rect class="${look}" x="4" y="1" width="18" height="10"/></svg>`,
    );
  return html`<ul class="legend keys">
    <li>${key('w-linked')}states its why</li>
    <li>${key('w-waived')}waived, with a reason</li>
    <li>${key('w-open')}without a why</li>
  </ul>`;
}

function table({ todos, branches, commits }: Coverage, months: readonly Month[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Work</th>
        <th scope="col">Covered</th>
        <th scope="col">Linked</th>
        <th scope="col">Waived</th>
        <th scope="col">Without</th>
        <th scope="col">Not asked</th>
      </tr>
    </thead>
    <tbody>
      ${coverageRow('TODOs now', todos)}${coverageRow('Branches now', branches)}${coverageRow('All commits', commits)}
      ${months
        .toReversed()
        .map((month) =>
          coverageRow(`Commits of ${monthName(month.month)} ${Number(month.month.slice(0, 4))}`, month),
        )}
    </tbody>
  </table>`;
}

function coverageRow(name: string, count: CoverageCount): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="num">${percent(answered(count))}</td>
    <td class="num">${count.linked}</td>
    <td class="num">${count.waived}</td>
    <td class="num">${count.open}</td>
    <td class="num">${count.exempt}</td>
  </tr>`;
}
