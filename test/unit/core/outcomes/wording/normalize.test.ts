import assert from 'node:assert/strict';
import { normalizeTitle } from '../../../../../src/core/outcomes/wording/normalize';

describe('normalizeTitle', () => {
  const cases: [title: string, left: string][] = [
    ['Launch the app.', 'Launch the app'],
    ['  1. **Launch** the `app`!  ', 'Launch the app'],
    ['KR 2 - Launch the app', 'Launch the app'],
    ['KR1.2: Launch the app', 'Launch the app'],
    ['Key Result 3: Launch the app', 'Launch the app'],
    ['STRATEGIC OBJECTIVE 2: Launch the app', 'Launch the app'],
    ['1.2.3 Year of quality', 'Year of quality'],
    ['Meet the European Court (EC) rules', 'Meet the European Court rules'],
    ['[Q3 2026] Launch the app', 'Launch the app'],
    ['(P1) Launch the app', 'Launch the app'],
    ['- [x] 🚀 Launch the app 🎉', 'Launch the app'],
    [':rocket: Launch the app', 'Launch the app'],
    ['[Launch](https://example.org) the app', 'Launch the app'],
    ['Act on <https://example.org/app/issues/7>, too', 'Act on <it>, too'],
    ['“Launch” the customer’s app', "Launch the customer's app"],
    // What looks like a label and is none.
    ['1.5 million readers', '1.5 million readers'],
    ['3 clinics open', '3 clinics open'],
    ['24/7 support', '24/7 support'],
    ['p95 latency under 200 ms', 'p95 latency under 200 ms'],
    ['Conversion: 2 % to 4 %', 'Conversion: 2 % to 4 %'],
    ['snake_case in logs', 'snake_case in logs'],
    ['...', '...'],
  ];
  for (const [title, left] of cases) it(title, () => assert.equal(normalizeTitle(title), left));
});
