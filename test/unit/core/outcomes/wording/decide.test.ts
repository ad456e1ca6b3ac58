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
