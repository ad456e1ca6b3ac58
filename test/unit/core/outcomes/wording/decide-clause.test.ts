import { itReads } from '../../../../support/wording';

describe('a clause', () => {
  itReads({
    'what was done to somebody or something as work, unless they did it': [
      ['The tide table is shared with all crews', 'output'],
      ['Berths agreed upon by both ports', 'output'],
      ['Hazards are captured in the log book', 'output'],
      ['Wrecks discovered by the survey are marked', 'output'],
      ['Apprentices matched with skippers', 'output'],
      ['The tide table is used by all crews', 'outcome'],
      ['Guests are treated with dignity', 'outcome'],
      ['60 % of the catch is captured by small boats', 'outcome'],
    ],
    'what an institution provides as work, and what it comes to do as a change': [
      ['The town offers free berths for dinghies', 'output'],
      ['The museum runs a rope-making course', 'output'],
      ['The association maintains a list of safe anchorages', 'output'],
      ['The museum attracts 20 % more families', 'outcome'],
      ['The ministry adopts the tide standard', 'outcome'],
      ['Fishermen sell their catch at the pier', 'outcome'],
    ],
    'what is as it was as no change, and a level that lasts as one': [
      ['The paper form remains available', 'output'],
      ['The night ferry stays the default', 'output'],
      ['The water level stays below 3 m', 'outcome'],
      ['The harbour stays open in winter storms 95 % of the time', 'outcome'],
      ['700 life jackets have gone out to schools', 'output'],
      ['Drinking water is available all year round', 'outcome'],
    ],
    'how software behaves as a thing that it does, and how well it fares as a change': [
      ['The scanner returns a receipt number', 'output'],
      ['The exporter generates a tide report', 'output'],
      ['The form accepts dates in both formats', 'output'],
      ['The exporter generates 30 % more bookings', 'outcome'],
      ['The scanner works without a network', 'outcome'],
      ['Replies should arrive within 200 milliseconds', 'outcome'],
    ],
    'who is able to do what as a change, and what is to be done as work': [
      ['A guest can book a berth in two minutes', 'outcome'],
      ['The leadership can compare ports at a glance', 'outcome'],
      ['A handover has to happen before May', 'output'],
      ['The crew meets every Tuesday', 'output'],
      ['The crew meets its fuel target', 'outcome'],
    ],
    'having been there as no change, and how it went as one': [
      ['45 skippers attended a first-aid workshop', 'output'],
      ['Pilots participated in two courses', 'output'],
      ['Residents participate in port decisions', 'outcome'],
      ['Each apprentice has a mentor', 'output'],
      ['Widows have control over their savings', 'outcome'],
    ],
    'what is had by people, by things and by plans': [
      ['All crews have their goals ready', 'output'],
      ['Each of the lockers has its own lamp', 'output'],
      ['All crews have more time for repairs', 'outcome'],
      ['Each of the lockers has fewer faults', 'outcome'],
    ],
    'how much goes where as a measure': [
      ['Time taken between a call and the first reply', 'outcome'],
      ['Money spent on fuel', 'outcome'],
      ['Notes taken at the briefing', 'output'],
      ['The table can show 2 million berths', 'outcome'],
      ['The table can show berths', 'output'],
      ['Training is passed smoothly by 20 % more pilots', 'outcome'],
    ],
    'how long something takes as a level': [
      ['Mooring takes a minute', 'outcome'],
      ['Claims are settled within 12 days', 'outcome'],
      ['The claims report is printed within 12 days', 'output'],
      ['90 % of distress calls are answered by a person', 'outcome'],
      ['The share of late ferries fell below 4 %', 'outcome'],
      ['The share of reviewed pull requests fell', 'unclear'],
    ],
    'what we call ourselves as unclear': [
      ['We are honest and open', 'unclear'],
      ['We are faster than last year', 'outcome'],
    ],
  });
});
