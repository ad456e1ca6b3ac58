import { itReads } from '../../../../support/wording';

describe('the head of a title', () => {
  itReads({
    'on behind what only leads up to the verb': [
      ['Our mission is to halve food waste in canteens', 'outcome'],
      ['The goal is to print a new trail map', 'output'],
      ['Our aim is to be a place of calm', 'unclear'],
      ["Let's cut the queue at the counter", 'outcome'],
      ["Let's paint the ferry hall", 'output'],
    ],
    'a gerund as a command, and "to be" as what it wants to be': [
      ['Making ferries accessible to wheelchair users', 'outcome'],
      ['Making a ramp for wheelchair users', 'output'],
      ['Training skippers in first aid', 'output'],
      ['Training materials', 'output'],
      ['To be the best harbour on the coast', 'unclear'],
      ['To be profitable by May', 'outcome'],
      ['This year we paint the pier', 'output'],
      ['This year we lose fewer nets', 'outcome'],
      ['The bay uses half as much oil', 'outcome'],
    ],
    'a word as the name that it is before another name': [
      ['Open source licences for the fleet tools', 'output'],
      ['Open the archive to scholars', 'output'],
      ['Trade fair stand', 'output'],
      ['Free up two hours a week for each nurse', 'outcome'],
      ['Free shipping desk', 'output'],
      ['Warm, tidy waiting rooms exist', 'output'],
    ],
    'the verb behind an adverb or a word for each one': [
      ['Drivers no longer copy routes by hand', 'outcome'],
      ['Every pupil sleeps under a net', 'outcome'],
      ['Nobody waits longer than an hour', 'outcome'],
      ["A review of growers' needs and wishes", 'output'],
    ],
    'what has to be done as done': [
      ['The pumps have to be replaced before winter', 'output'],
      ['The wait has to be cut before winter', 'outcome'],
    ],
    'several, which is no count, and numbers that are spelled out': [
      ['A number of wells were repaired', 'output'],
      ['The number of wells repaired', 'unclear'],
      ['Cut the no. of calls per parcel', 'outcome'],
      ['Reduce # of lost parcels', 'outcome'],
      ['Eighty-five percent of riders are content', 'outcome'],
    ],
    'verbs of plans by what they mean': [
      ['Disinfect the ferry decks', 'output'],
      ['Spare parts are dispensed at the harbour', 'output'],
      ['Defeat malaria in the delta', 'outcome'],
      ['Riders step off with a smile', 'outcome'],
    ],
  });
});
