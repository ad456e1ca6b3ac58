/**
 * The numbers of the sample on five days of its life, reckoned by hand from what its files say, by the formulas alone:
 *
 *   progress p   increase, decrease: (current − baseline) / (target − baseline); a level: check-ins that met it / all
 *   expected e   days from start to the day / days from start to due, from 0 to 1
 *   gap g        e − p: up to 0.10 on track, up to 0.25 at risk, else off track; reached is achieved, past due missed
 *   roll-up      the mean over own metrics and children that are measured, each p between 0 and 1
 *   forecast     the least-squares line through three or more check-ins, read at due, and the day it meets the target
 *
 * Each cell is that arithmetic with its numbers. Days were counted on a calendar.
 */
export const DAYS = {
  /** Three weeks before anything starts. */
  before: '2025-12-15',
  /** The first quarter is measured. */
  early: '2026-04-15',
  mid: '2026-08-31',
  /** Eleven days before the year's outcomes are due. */
  near: '2026-12-20',
  /** Everything is over. */
  past: '2027-07-15',
} as const;

export type When = keyof typeof DAYS;

type Status = 'not-measured' | 'on-track' | 'at-risk' | 'off-track' | 'achieved' | 'missed' | 'dropped';

/** Current value, p, status. */
type MetricCell = readonly [current: number | null, progress: number | null, status: Status];

const UNMEASURED: MetricCell = [null, null, 'not-measured'];

export const METRICS: Readonly<Record<string, Readonly<Record<When, MetricCell>>>> = {
  // From 120 down to 60. g: 100/360 + 4/60 = 0.34; 238/360 − 19/60 = 0.34; 349/360 − 49/60 = 0.15.
  'desk-calls': {
    before: UNMEASURED,
    early: [124, -4 / 60, 'off-track'],
    mid: [101, 19 / 60, 'off-track'],
    near: [71, 49 / 60, 'at-risk'],
    past: [71, 49 / 60, 'missed'],
  },
  // From 0 up to 100. g: 0.278 − 0.04 = 0.24; 0.661 − 0.31 = 0.35; 0.969 − 0.82 = 0.15.
  'lines-moved': {
    before: UNMEASURED,
    early: [4, 4 / 100, 'at-risk'],
    mid: [31, 31 / 100, 'off-track'],
    near: [82, 82 / 100, 'at-risk'],
    past: [82, 82 / 100, 'missed'],
  },
  // From 9 down to 2, first measured in June. g: 0.661 − 0 = 0.66; 0.969 − 0.643 = 0.33.
  'porting-days': {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: [9, 0, 'off-track'],
    near: [4.5, 4.5 / 7, 'off-track'],
    past: [4.5, 4.5 / 7, 'missed'],
  },
  // At most 10, first measured in September: 14 and 11 broke it, 8 met it, and 8 is the last.
  'sites-without-battery': {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: UNMEASURED,
    near: [8, 1 / 3, 'on-track'],
    past: [8, 1 / 3, 'achieved'],
  },
  // From 31 down to 22. g: 73/423 − 0 = 0.17; 211/423 − 3/9 = 0.17; 322/423 − 5/9 = 0.21.
  'cost-per-line': {
    before: UNMEASURED,
    early: [31, 0, 'at-risk'],
    mid: [28, 3 / 9, 'at-risk'],
    near: [26, 5 / 9, 'at-risk'],
    past: [26, 5 / 9, 'missed'],
  },
  // From 800 down to 500, first measured in July. g: 182/394 + 4/300 = 0.48; 293/394 − 10/300 = 0.71.
  'support-calls': {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: [804, -4 / 300, 'off-track'],
    near: [790, 10 / 300, 'off-track'],
    past: [790, 10 / 300, 'missed'],
  },
  // From 25 down to 10; the check-in of the day itself counts. g: 152/364 − 5/15 = 0.08; 263/364 − 8/15 = 0.19.
  'days-to-first-call': {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: [20, 5 / 15, 'on-track'],
    near: [17, 8 / 15, 'at-risk'],
    past: [17, 8 / 15, 'missed'],
  },
  // From 0 up to 12, measured once. g: 263/364 − 11/12 < 0.
  courses: {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: UNMEASURED,
    near: [11, 11 / 12, 'on-track'],
    past: [11, 11 / 12, 'missed'],
  },
  // Never measured.
  'fax-customers': {
    before: UNMEASURED,
    early: UNMEASURED,
    mid: UNMEASURED,
    near: UNMEASURED,
    past: UNMEASURED,
  },
  // From 1,500 up by 20 %, to 1,800. g: 104/364 − 40/300 = 0.15; 242/364 − 110/300 = 0.30; 353/364 − 240/300 = 0.17.
  signups: {
    before: UNMEASURED,
    early: [1540, 40 / 300, 'at-risk'],
    mid: [1610, 110 / 300, 'off-track'],
    near: [1740, 240 / 300, 'at-risk'],
    past: [1740, 240 / 300, 'missed'],
  },
  // From 7.8 up to 9.5. g: 0.286 − 1/17 = 0.23; 0.665 − 3/17 = 0.49; 0.970 − 6/17 = 0.62.
  'conversion-rate': {
    before: UNMEASURED,
    early: [7.9, 1 / 17, 'at-risk'],
    mid: [8.1, 3 / 17, 'off-track'],
    near: [8.4, 6 / 17, 'off-track'],
    past: [8.4, 6 / 17, 'missed'],
  },
  // From 0 up to 1,000. g: 104/272 − 0.085 = 0.30; 242/272 − 0.468 = 0.42; then reached, two days before it was due.
  'fibre-customers': {
    before: UNMEASURED,
    early: [85, 85 / 1000, 'off-track'],
    mid: [468, 468 / 1000, 'off-track'],
    near: [1012, 1012 / 1000, 'achieved'],
    past: [1012, 1012 / 1000, 'achieved'],
  },
  // Has no baseline and was never measured.
  referred: { before: UNMEASURED, early: UNMEASURED, mid: UNMEASURED, near: UNMEASURED, past: UNMEASURED },
};

/** Progress, expected, status, and how many of its parts are measured. */
type OutcomeCell = readonly [
  progress: number | null,
  expected: number,
  status: Status,
  measured: number,
  of: number,
];

export const OUTCOMES: Readonly<Record<string, Readonly<Record<When, OutcomeCell>>>> = {
  // 5 Jan to 31 Dec 2026: 360 days. Two metrics, two children; the worst of what is measured is shown.
  'reliable-voice': {
    before: [null, 0, 'not-measured', 0, 4],
    early: [(0 + 4 / 100) / 2, 100 / 360, 'off-track', 2, 4],
    mid: [(19 / 60 + 31 / 100 + 0) / 3, 238 / 360, 'off-track', 3, 4],
    near: [(49 / 60 + 82 / 100 + 4.5 / 7 + 1 / 3) / 4, 349 / 360, 'off-track', 4, 4],
    past: [(49 / 60 + 82 / 100 + 4.5 / 7 + 1 / 3) / 4, 1, 'missed', 4, 4],
  },
  'quick-porting': {
    before: [null, 0, 'not-measured', 0, 1],
    early: [null, 100 / 360, 'not-measured', 0, 1],
    mid: [0, 238 / 360, 'off-track', 1, 1],
    near: [4.5 / 7, 349 / 360, 'off-track', 1, 1],
    past: [4.5 / 7, 1, 'missed', 1, 1],
  },
  'silent-alarms': {
    before: [null, 0, 'not-measured', 0, 1],
    early: [null, 100 / 360, 'not-measured', 0, 1],
    mid: [null, 238 / 360, 'not-measured', 0, 1],
    near: [1 / 3, 349 / 360, 'on-track', 1, 1],
    past: [1 / 3, 1, 'achieved', 1, 1],
  },
  // 1 Feb 2026 to 31 Mar 2027: 423 days.
  'lower-cost': {
    before: [null, 0, 'not-measured', 0, 1],
    early: [0, 73 / 423, 'at-risk', 1, 1],
    mid: [3 / 9, 211 / 423, 'at-risk', 1, 1],
    near: [5 / 9, 322 / 423, 'at-risk', 1, 1],
    past: [5 / 9, 1, 'missed', 1, 1],
  },
  // 2 Mar 2026 to 31 Mar 2027: 394 days. What regressed rolls up as 0.
  'fewer-calls': {
    before: [null, 0, 'not-measured', 0, 1],
    early: [null, 44 / 394, 'not-measured', 0, 1],
    mid: [0, 182 / 394, 'off-track', 1, 1],
    near: [10 / 300, 293 / 394, 'off-track', 1, 1],
    past: [10 / 300, 1, 'missed', 1, 1],
  },
  // 1 Apr 2026 to 31 Mar 2027: 364 days.
  'productive-teams': {
    before: [null, 0, 'not-measured', 0, 2],
    early: [null, 14 / 364, 'not-measured', 0, 2],
    mid: [5 / 15, 152 / 364, 'on-track', 1, 2],
    near: [(8 / 15 + 11 / 12) / 2, 263 / 364, 'at-risk', 2, 2],
    past: [(8 / 15 + 11 / 12) / 2, 1, 'missed', 2, 2],
  },
  // 5 Jan to 30 Jun 2026: 176 days. Dropped, whatever the day.
  'fax-gateway': {
    before: [null, 0, 'dropped', 0, 1],
    early: [null, 100 / 176, 'dropped', 0, 1],
    mid: [null, 1, 'dropped', 0, 1],
    near: [null, 1, 'dropped', 0, 1],
    past: [null, 1, 'dropped', 0, 1],
  },
  // 1 Sep 2026 to 30 Jun 2027: 302 days. Nothing to measure.
  'customer-portal': {
    before: [null, 0, 'not-measured', 0, 0],
    early: [null, 0, 'not-measured', 0, 0],
    mid: [null, 0, 'not-measured', 0, 0],
    near: [null, 110 / 302, 'not-measured', 0, 0],
    past: [null, 1, 'not-measured', 0, 0],
  },
  // 1 Jan to 31 Dec 2026: 364 days. One metric, one child.
  'more-signups': {
    before: [null, 0, 'not-measured', 0, 2],
    early: [(40 / 300 + 1 / 17) / 2, 104 / 364, 'at-risk', 2, 2],
    mid: [(110 / 300 + 3 / 17) / 2, 242 / 364, 'off-track', 2, 2],
    near: [(240 / 300 + 6 / 17) / 2, 353 / 364, 'off-track', 2, 2],
    past: [(240 / 300 + 6 / 17) / 2, 1, 'missed', 2, 2],
  },
  conversion: {
    before: [null, 0, 'not-measured', 0, 1],
    early: [1 / 17, 104 / 364, 'at-risk', 1, 1],
    mid: [3 / 17, 242 / 364, 'off-track', 1, 1],
    near: [6 / 17, 353 / 364, 'off-track', 1, 1],
    past: [6 / 17, 1, 'missed', 1, 1],
  },
  // 1 Jan to 30 Sep 2026: 272 days. Stated as achieved; 1,012 of 1,000 roll up as 1.
  'first-thousand': {
    before: [null, 0, 'achieved', 0, 1],
    early: [85 / 1000, 104 / 272, 'achieved', 1, 1],
    mid: [468 / 1000, 242 / 272, 'achieved', 1, 1],
    near: [1, 1, 'achieved', 1, 1],
    past: [1, 1, 'achieved', 1, 1],
  },
  // 1 Jul 2026 to 30 Jun 2027: 364 days.
  referrals: {
    before: [null, 0, 'not-measured', 0, 1],
    early: [null, 0, 'not-measured', 0, 1],
    mid: [null, 61 / 364, 'not-measured', 0, 1],
    near: [null, 172 / 364, 'not-measured', 0, 1],
    past: [null, 1, 'not-measured', 0, 1],
  },
};

/**
 * From the day on that there are three check-ins: the value at the due date, to six digits, and the day on which the line
 * meets the target. n Σxy − Σx Σy over n Σx² − (Σx)², in fractions. All others, and all days before, have no forecast.
 */
export const FORECASTS: Readonly<
  Record<string, readonly [since: string, atDue: number, reached: string | null]>
> = {
  'desk-calls': ['2026-11-16', 60.258215, '2027-01-02'],
  'lines-moved': ['2026-11-16', 97.207255, '2027-01-09'],
  'porting-days': ['2026-11-16', 3.464967, '2027-02-21'],
  // A level has no day on which it is reached.
  'sites-without-battery': ['2026-11-02', 1.678571, null],
  'cost-per-line': ['2026-09-30', 20.8589, '2027-02-18'],
  'support-calls': ['2026-11-16', 776.859393, '2034-06-01'],
  'days-to-first-call': ['2026-10-26', 9.205727, '2027-03-16'],
  signups: ['2026-10-31', 1790.530717, '2027-01-11'],
  'conversion-rate': ['2026-10-31', 8.525432, '2028-03-01'],
  'fibre-customers': ['2026-09-28', 994.400106, '2026-10-02'],
};
