import assert from 'node:assert/strict';
import { decide } from '../../../../../src/core/outcomes/wording/decide';
import { normalizeTitle } from '../../../../../src/core/outcomes/wording/normalize';
import type { Verdict } from '../../../../../src/core/outcomes/wording/reading';
import { readWords } from '../../../../../src/core/outcomes/wording/words';

/** What the rules alone say, before words are weighed. */
const verdict = (title: string): Verdict => decide(readWords(normalizeTitle(title))).verdict;

describe('the rules', () => {
  const kinds: [what: string, titles: [title: string, verdict: Verdict][]][] = [
    [
      'read what people say of a thing, what fares better and what takes how long as results',
      [
        ['Positive feedback from tenants', 'outcome'],
        ['Podcasts drawing more listeners every week', 'outcome'],
        ['Night shifts are running smoother', 'outcome'],
        ['Repairs take 2 days', 'outcome'],
        ['Resetting a password is quick', 'outcome'],
        ['Every invoice is complete within 3 days', 'outcome'],
        ['Home delivery in 40% of our branches', 'outcome'],
        ['Not one parcel to arrive late', 'outcome'],
      ],
    ],
    [
      'read a limit behind what is measured, how often a machine does it, and what can be done with a thing as results',
      [
        ['Checkout to receipt < 2 s', 'outcome'],
        ['Median queue at the counter ≤4 minutes', 'outcome'],
        ['25 photos per second on one camera', 'outcome'],
        ['Serve 8k lookups/s', 'outcome'],
        ['Test coverage > 70%', 'unclear'],
        ['Publish 2 recipes per week', 'output'],
        ['The timetable is readable from ten metres', 'outcome'],
        ['The form is clean and friendly', 'outcome'],
        ['Old invoices are searchable by amount', 'outcome'],
        ['The new tariff is available', 'output'],
      ],
    ],
    [
      'read what must be met and what we can do as results, whom we engage as work',
      [
        ['Meet the national noise standards', 'outcome'],
        ['Be at a margin of 12 % or better', 'outcome'],
        ['We can easily add a second depot', 'outcome'],
        ['The team has clear sight of every order', 'outcome'],
        ['Have at least 6 schools to adopt the menu', 'outcome'],
        ['Engage parents through open evenings', 'output'],
        ['Engage 400 families', 'outcome'],
        ['Find beta testers for the scanner', 'output'],
        ['Onboard a press agency', 'output'],
      ],
    ],
    [
      'know what people do from their own verb, and a second command from a clause',
      [
        ['Nurses review and approve the rota', 'outcome'],
        ['Drivers attend more safety briefings', 'outcome'],
        ['Drivers attend the safety briefing', 'output'],
        ['Tenants complete repairs without calling us', 'outcome'],
        ['Reduces waste from single-use cups', 'outcome'],
        ['Increase the quality of meals and make sure they are served hot', 'outcome'],
        ['Support handles twice the calls', 'outcome'],
        ['No volunteers are turned away', 'outcome'],
        ['Make the importer not fail', 'outcome'],
      ],
    ],
    [
      'know names of work and of things by their last noun, their list and their aim',
      [
        ['Weekly mentoring sessions', 'output'],
        ['Ticket batching', 'output'],
        ['Accounts, search, and backup', 'output'],
        ['Depot audit deep dive', 'output'],
        ['C# driver', 'output'],
        ['Zedlink to support bulk upload', 'output'],
        ['Make the shared calendar the default view', 'output'],
        ['Re-focus on tutorials', 'output'],
        ['The reader app leaves beta', 'output'],
        ['Service Excellence', 'unclear'],
      ],
    ],
    [
      'read verbs that share an object as one',
      [
        ['Plan and run a hackathon', 'output'],
        ['Meet/exceed the donation target', 'outcome'],
        ['Recruit and retain more night nurses', 'outcome'],
        ['Support and strengthen family income', 'outcome'],
      ],
    ],
    [
      'look for the head of nouns that share it, and past adjectives that are joined',
      [
        ['Expand data and design tools to five more teams', 'output'],
        ['A warmer and calmer waiting room', 'outcome'],
        ['Develop fast, small and portable parsers', 'output'],
      ],
    ],
    [
      'tell a plan from what becomes possible',
      [
        ['The museum will open a second wing', 'output'],
        ['The council should publish its minutes', 'output'],
        ['Readers will find what they look for', 'outcome'],
        ['The form should not take more than two minutes', 'outcome'],
        ['In spring we launch a second podcast', 'output'],
        ["We've migrated the archive", 'output'],
      ],
    ],
    [
      'tell having taken part from having changed',
      [
        ['Pupils in grades 5-6 attend a science camp', 'output'],
        ['All drivers complete the safety course', 'output'],
        ['Drivers complete the form without calling the office', 'outcome'],
      ],
    ],
    [
      'leave open what only counts deliveries',
      [
        ['No. of kiosks installed', 'unclear'],
        ['# of teachers trained', 'unclear'],
        ['Number of leaflets printed', 'unclear'],
      ],
    ],
    [
      'see the change in the second half of a delivery, but not in its purpose',
      [
        ['Set a baseline and reduce food waste', 'outcome'],
        ['Build a cold store to cut and reduce food waste', 'output'],
      ],
    ],
    [
      'see what is said of a plural noun',
      [
        ['Trains arrive on time', 'outcome'],
        ['Loans close within a week', 'outcome'],
        ['Sales operations in Spain', 'unclear'],
      ],
    ],
    [
      'read on behind a name and a colon',
      [
        ['Search: cut the time to find a form', 'outcome'],
        ['Search: add a filter for size', 'output'],
      ],
    ],
    [
      'tell a state to be in from a thing that is there',
      [
        ['The service is highly valued by carers', 'outcome'],
        ['The catalogue is enabled by default', 'output'],
        ['Change attitudes to recycling', 'outcome'],
        ['Change the office supplier', 'output'],
        ['Build stronger ties with the neighbourhood', 'unclear'],
        ['Build a bridge', 'output'],
      ],
    ],
    [
      'read on behind how often something is done',
      [
        ['Twice a month, host an open evening for parents', 'output'],
        ['Every spring, fewer trees die of frost', 'outcome'],
      ],
    ],
    [
      'tell an audience that is reached from the next few to be served',
      [
        ['Scale the bulletin to thousands of readers', 'outcome'],
        ['Scale the bulletin to two more clinics', 'output'],
        ['Get bus passes into more schools', 'outcome'],
        ['Get the bus pass approved', 'output'],
      ],
    ],
    [
      'tell a share of what happens from what was done',
      [
        ['40 % of seats are filled by pupils', 'outcome'],
        ['The vast majority of clinics use shared records', 'outcome'],
        ['95 % of letters can be answered from the archive', 'outcome'],
        ['Keep running costs flat', 'outcome'],
        ['Keep the boiler house', 'output'],
      ],
    ],
    [
      'know a thing by what is said of it',
      [
        ['There is a prototype of the tram app', 'output'],
        ['The ferry has a qwertz', 'output'],
        ['A printed qwertz that lists the ferry times', 'output'],
        ['Make it possible to attach photos', 'output'],
        ['Eliminate the paper forms', 'output'],
        ['Eliminate waiting times', 'outcome'],
      ],
    ],
    [
      'tell what is gained or borne from what is made',
      [
        ['600 jobs created along the canal', 'outcome'],
        ['600 benches created along the canal', 'output'],
        ['Support 20,000 riders at once', 'outcome'],
        ['Support three payment methods', 'output'],
        ['Generate 90 trial requests a month', 'outcome'],
        ['We deploy without fear', 'outcome'],
        ['We deploy the tram app', 'output'],
      ],
    ],
    [
      'tell a better thing from a better state of things',
      [
        ['Better interfaces for tram drivers', 'output'],
        ['Better water distribution', 'outcome'],
        ['World-class machinery', 'unclear'],
        ['Allow drivers to reset a route', 'output'],
        ['Nurses will train 40 mothers', 'output'],
      ],
    ],
    [
      'take a hyphen between digits for what it is',
      [
        ['Onboarding pack for teams of 5-6', 'output'],
        ['-6 % energy use', 'outcome'],
      ],
    ],
    [
      'know the verbs and nouns of plans in software, charity and trade',
      [
        ['Thwart ticket fraud at the gates', 'outcome'],
        ['Cap the cost of a repair at 40 euros', 'outcome'],
        ['Declutter the ticket hall', 'output'],
        ['Embolden shy readers to ask', 'outcome'],
        ['Scan the parish registers', 'output'],
        ['Cybersecurity toolchain for the harbour', 'output'],
        ['Fewer headaches for drivers', 'outcome'],
        ['Astonish 300 visitors', 'outcome'],
        ['Pothole map', 'output'],
      ],
    ],
    [
      'tell how something fares or what people did from what was done',
      [
        ['Permits are issued faster', 'outcome'],
        ['Tram tickets are checked, sold and refunded quickly', 'outcome'],
        ['Tram tickets are checked and sold', 'output'],
        ['98 % of scans parsed correctly', 'outcome'],
        ['70 % of pupils employed in the port', 'outcome'],
        ['70 % of pupils trained', 'unclear'],
        ['45 % of the harvest sold through the market hall', 'outcome'],
        ['Leaks reported by tenants', 'outcome'],
        ['400 lessons taken by nurses', 'outcome'],
        ['The ferry app is in use at nine ports', 'outcome'],
        ['Two million songs are streamed through the library card', 'outcome'],
      ],
    ],
    [
      'tell what people manage from what they are given',
      [
        ['60 % of riders complete their first route', 'outcome'],
        ['60 % of riders complete the safety course', 'output'],
        ['The pump runs for two weeks without an outage', 'outcome'],
        ['30 boys received school bags', 'output'],
        ['Drivers get safety vests and helmets', 'output'],
        ['Patients receive timely reminders', 'outcome'],
        ['The kiosks in Turin and Lyon are up and running', 'output'],
        ['The night ride experience is extraordinary', 'outcome'],
        ['Encourage participation in the harbour choir', 'outcome'],
        ['Enable wider use of the ferry card', 'outcome'],
      ],
    ],
    [
      'know a quantity by its name when it is said of what',
      [
        ['Library card adoption', 'outcome'],
        ['Volunteer retention and growth', 'outcome'],
        ['Attendance per ward', 'outcome'],
        ['Delighted night nurses', 'outcome'],
        ['Happy riders', 'outcome'],
        ['Adoption', 'unclear'],
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
