import assert from 'node:assert/strict';
import { decide } from '../../../../../src/core/outcomes/wording/decide';
import { normalizeTitle } from '../../../../../src/core/outcomes/wording/normalize';
import type { Verdict } from '../../../../../src/core/outcomes/wording/reading';
import { readWords } from '../../../../../src/core/outcomes/wording/words';

/** What the rules alone say, before words are weighed. */
const verdict = (title: string): Verdict => decide(readWords(normalizeTitle(title))).verdict;

describe('the rules for titles that name something', () => {
  const kinds: [what: string, titles: [title: string, verdict: Verdict][]][] = [
    [
      'read what is written in quotes, with two signs or with a leading dot',
      [
        ["Public 'timetable page' of the harbour", 'output'],
        ['Q98 <= 2s during rush hour', 'outcome'],
        ['A .museum page for each exhibit', 'output'],
      ],
    ],
    [
      'part nouns at & and +',
      [
        ['Winter fair & Gratztag in the old hall', 'output'],
        ['Adoption + onboarding handbook', 'output'],
        ['Tram and ferry lateness + waiting times under 5 minutes', 'outcome'],
      ],
    ],
    [
      'know sessions and visits that are given',
      [
        ['First aid and hygiene awareness sessions', 'output'],
        ['Farm visits to young growers', 'output'],
        ['Web sessions per reader', 'outcome'],
      ],
    ],
    [
      'tell more of a thing from more of a result',
      [
        ['More benches along the canal', 'output'],
        ['More caching at the counter', 'output'],
        ['Additional signage and lamp polish', 'output'],
        ['Richer menu support', 'output'],
        ['More donations', 'outcome'],
        ['More schools with clean water', 'outcome'],
        ['Faster boarding and leaving', 'outcome'],
      ],
    ],
    [
      'see the state in which a thing is said to be',
      [
        ['Ledger to archive conversion complete and signed', 'output'],
        ['9,000 m² hall and depot under construction', 'output'],
        ['Patients online', 'unclear'],
      ],
    ],
    [
      'leave principles open',
      [
        ['People over process', 'unclear'],
        ['Borrow over buy', 'unclear'],
        ['Growth by habit, not heroics', 'unclear'],
        ['Your comfort is our mission', 'unclear'],
        ['Win over parents', 'outcome'],
        ['Hand over documentation', 'output'],
        ['Readers find answers in the handbook, not meetings', 'outcome'],
        ['Refunds in minutes, not days', 'outcome'],
      ],
    ],
    [
      'leave the upkeep of the work itself open',
      [
        ['Zero ESLint warnings in the tram app', 'unclear'],
        ['No compiler warnings', 'unclear'],
        ['Zero runtime errors', 'outcome'],
        ['File length < 300 lines', 'unclear'],
        ['Line coverage goal: 80%', 'unclear'],
        ['Doc coverage: 90% of modules', 'unclear'],
        ['Revenue target: 5M', 'outcome'],
        ['95% of orders < 2 days', 'outcome'],
      ],
    ],
    [
      'read who takes something up, and what comes of its own accord, as results',
      [
        ['Number of libraries using the shared card', 'outcome'],
        ['30 sites embedding the tram map', 'outcome'],
        ['12 data processing tools', 'output'],
        ['Night nurses testing and rating the rota', 'outcome'],
        ['First paying tenant in the new quarter', 'outcome'],
        ['First release of the reader app', 'output'],
        ['Comments from pilot wards favourable', 'outcome'],
        ['Feedback form for positive comments', 'output'],
      ],
    ],
    [
      'read how things stand or move, in words or signs',
      [
        ['Median time to board', 'outcome'],
        ['High availability of ferry data', 'outcome'],
        ['Low latency search', 'output'],
        ['Good governance', 'unclear'],
        ['Repair costs ↑ since the move', 'outcome'],
        ['Bookings at 1.2X plan', 'outcome'],
        ['0 damage related complaints in the depot', 'outcome'],
        ['Easy to clean, no more stains', 'outcome'],
        ['Simple form to book a room', 'output'],
        ['No need for a paper ticket', 'outcome'],
        ['A city where every child can cycle to school', 'outcome'],
        ['A web page where riders can report damage', 'output'],
        ['Further, cut the number of night alarms', 'outcome'],
      ],
    ],
    [
      'know work by its turn of phrase and by what it is on',
      [
        ['Continuous work on the choir', 'output'],
        ['Focus on teaching young drivers', 'output'],
        ['Focus on quality', 'unclear'],
        ['Use of solar lamps as a replacement of diesel lamps', 'output'],
        ['Use of public transport to work', 'unclear'],
        ['Capacity building in rural schools', 'output'],
        ['Changes to the tram app', 'output'],
        ['Adjustments to the rota', 'output'],
        ['Change in drinking habits', 'outcome'],
        ['Compatibility with older phones', 'output'],
        ['Compatibility between shapes', 'unclear'],
        ['Partnerships with 6 harbours', 'output'],
        ['An index of wards', 'output'],
        ['Public availability of the timetable API', 'output'],
        ['Peer support', 'unclear'],
        ['Gratzbase support', 'output'],
        ['Telemetry to allow remote repairs', 'output'],
      ],
    ],
    [
      'know a thing by its version, its file and how it works',
      [
        ['Seat search v2', 'output'],
        ['notes.md of the ward', 'output'],
        ['Automatic flagging of late trams', 'output'],
        ['Manual seat ranking', 'output'],
        ['Manual errors', 'unclear'],
        ['Offline sales', 'unclear'],
      ],
    ],
    [
      'tell what is to go from what is to stop',
      [
        ['No Gratzbase', 'output'],
        ['No paper forms', 'output'],
        ['No lost parcels', 'outcome'],
        ['No barriers to entry', 'outcome'],
      ],
    ],
    [
      'tell time that is given from time that is lost, a release from a level',
      [
        ['40 hours of tutoring per ward', 'output'],
        ['40 hours of downtime', 'outcome'],
        ['Launch to 25%', 'output'],
        ['Cost to 25%', 'outcome'],
      ],
    ],
    [
      'look for the head that nouns of any number share',
      [
        ['C-API and Python bindings', 'output'],
        ['Volunteer and donor retention', 'outcome'],
        ['Reader growth', 'outcome'],
        ['Personal growth', 'unclear'],
        ['Queue and boarding time performance as good as in Lyon', 'outcome'],
      ],
    ],
    [
      'see a verb where a noun could stand',
      [
        ['Benchmark seat search speed', 'output'],
        ['Audit quality', 'unclear'],
        ['Design, build and run a depot', 'output'],
        ['Support, training and tools', 'unclear'],
        ['Research and carefully document the canal', 'output'],
        ['Lead timetable redesign for the harbour', 'output'],
        ['Lead conversion of 20%', 'outcome'],
        ['Lead time for repairs', 'unclear'],
        ['Having loyal riders', 'outcome'],
        ['Having a depot', 'output'],
        ['Making city trips safer', 'outcome'],
        ['Translated into 5 languages', 'output'],
        ['Adopted by nine ports', 'outcome'],
        ['Implemented side streets', 'output'],
      ],
    ],
    [
      'see what is said of it, you and this',
      [
        ['It cuts the waiting time', 'outcome'],
        ['It supports CSV export', 'output'],
        ['You know the tram lines', 'outcome'],
        ['You design posters for the harbour', 'output'],
        ['This makes booking a seat far easier', 'outcome'],
        ['This document', 'output'],
      ],
    ],
    [
      'leave sayings and what is said of nothing open',
      [
        ['Raise the bar', 'unclear'],
        ['Raise the bar staff bonus to 60 euros', 'outcome'],
        ['Pushing the limits of ferry design', 'unclear'],
        ['Improve results', 'unclear'],
        ['Improve exam results', 'outcome'],
        ['Do great things', 'unclear'],
        ['Do the paint work', 'output'],
        ['Lasting solutions', 'unclear'],
        ['Deliver outstanding guest service', 'unclear'],
        ['95%+ overall, 90%+ per ward', 'unclear'],
        ['98% overall', 'unclear'],
      ],
    ],
    [
      'tell how fast or how often something goes',
      [
        ['Quick recovery after a flood', 'outcome'],
        ['Quick recovery guide', 'output'],
        ['Average of 12 bookings a day by each ward', 'outcome'],
        ['6 saved routes per user', 'outcome'],
        ['80%+ report "simple to read"', 'outcome'],
        ['Boat sharing', 'output'],
        ['Knowledge sharing', 'unclear'],
        ['2 months of a cook at the shelter', 'output'],
        ['T12 — Two boats painted', 'output'],
      ],
    ],
    [
      'read how people are and what they live by as results',
      [
        ['Self-sufficient island families', 'outcome'],
        ['Confident nurses', 'unclear'],
        ['Drivers confident in using the lift', 'outcome'],
        ['Tenants with safe jobs', 'outcome'],
        ['Tenants with garden plots', 'unclear'],
        ['Affordable housing for night staff', 'outcome'],
        ['Reliable backup tool', 'output'],
        ['Access to clean water for two villages', 'outcome'],
        ['Access to the booking form', 'unclear'],
        ['Time to first booking', 'outcome'],
        ['Time to write the report', 'unclear'],
        ['Strong demand in the suburbs', 'outcome'],
        ['Strong partners in the suburbs', 'unclear'],
      ],
    ],
    [
      'tell what is held or taken on from what is counted',
      [
        ['Ward call every first Monday', 'output'],
        ['9 driver training days', 'output'],
        ['9 days of outage', 'outcome'],
        ['Two new ward cooks', 'output'],
        ['Two new customers', 'outcome'],
        ['30 story points per sprint', 'unclear'],
        ['30 picnic tables in the park', 'output'],
        ['Silent calls below 2%', 'outcome'],
      ],
    ],
    [
      'read a measure for all, by a date or among people as a state to reach',
      [
        ['Swimming literacy for all', 'outcome'],
        ['Climate neutrality by 2030', 'outcome'],
        ['New roof by 2030', 'output'],
        ['Adoption of the code of conduct by ferry crews', 'outcome'],
        ['Equal pay in the depot', 'outcome'],
        ['Young tenants in work', 'outcome'],
        ['Enrolment of girls', 'outcome'],
        ['Clean drinking water in every depot', 'outcome'],
        ['Clean the harbour basin', 'output'],
        ['Cost per ferry trip', 'outcome'],
      ],
    ],
    [
      'tell trouble that is named from a command',
      [
        ['Waste separation at the market', 'output'],
        ['Waste less food', 'outcome'],
        ['Delivery of lessons to 40 drivers', 'output'],
        ['Delivery of parcels within 2 days', 'outcome'],
        ['Better navigation', 'output'],
        ['Better governance', 'outcome'],
        ['Number of features shipped', 'unclear'],
        ['Unit test coverage of 80%', 'unclear'],
      ],
    ],
    [
      'read shares, ranks, amounts and spans of a measure as levels',
      [
        ['No more lost gloves', 'outcome'],
        ['Top 3 spot in the harbour race', 'outcome'],
        ['Under 2 MB of memory in the kiosk', 'outcome'],
        ['$3M in new donations', 'outcome'],
        ['8 months of runway', 'outcome'],
        ['8 months of choir lessons', 'output'],
        ['Two-hour reply time', 'outcome'],
        ['Choir practice twice a week', 'unclear'],
        ["Riders' self-esteem", 'outcome'],
        ['Trust between drivers and riders', 'outcome'],
        ['Clear understanding of fares', 'outcome'],
        ['Learning gains in spelling', 'outcome'],
        ['Learning path for cooks', 'output'],
      ],
    ],
    [
      'tell being free of trouble from being made without a part',
      [
        ['Smoke-free depots', 'outcome'],
        ['Dependency-free parser', 'output'],
        ['Children ready for school', 'outcome'],
        ['Depot ready for school', 'output'],
      ],
    ],
    [
      'know programs that are named like people, and features by their name',
      [
        ['SMTP client', 'output'],
        ['Password manager for the depot', 'output'],
        ['A client for the depot', 'unclear'],
        ['Lazy loading of maps', 'output'],
        ['Auto-completion of stops', 'output'],
        ['Configurable lamp behaviour', 'output'],
        ['Assistance to three ports', 'output'],
      ],
    ],
    [
      'tell a range, a month and an account from a level, a verb and a customer',
      [
        ['Desks for all pupils in years 7 to 9', 'output'],
        ['Wait of 4 to 6 minutes', 'outcome'],
        ['Hiring of a second cook by the end of May', 'output'],
        ['Savings accounts for 90 drivers', 'output'],
        ['90 customer accounts', 'outcome'],
        ['New section for choir parents', 'output'],
        ['95th percentile wait at gate 3', 'outcome'],
        ['Confidence of patients in the new ward', 'outcome'],
        ['Understanding of patients', 'unclear'],
        ['Cleaner streets and safer bus stops', 'outcome'],
        ['Cleaner menus', 'output'],
      ],
    ],
  ];
  for (const [what, titles] of kinds) {
    it(what, () => {
      assert.deepEqual(
        titles.map(([title]) => [title, verdict(title)]),
        titles,
      );
    });
  }
});
