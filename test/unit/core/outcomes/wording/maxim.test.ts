import { itReads } from '../../../../support/wording';

describe('a maxim', () => {
  itReads({
    'a saying as unclear, but not the same words about a thing': [
      ['Raise the bar', 'unclear'],
      ['Leave no one behind', 'unclear'],
      ['Double down on what pays', 'unclear'],
      ['Build for the long haul', 'unclear'],
      ['Set the standard for other ports', 'unclear'],
      ['Set the standard fare in the ticket machine', 'output'],
      ['Raise the share of women at sea', 'outcome'],
      ['Build for the islands a ferry that runs on batteries', 'output'],
    ],
    'a preference as unclear': [
      ['Repair over replacement', 'unclear'],
      ['We value rest over overtime', 'unclear'],
      ['Hand over the keys', 'output'],
      ['Riders prefer trams over cars', 'outcome'],
      ['Grow income over the next year', 'outcome'],
    ],
    'virtues as unclear, but not what is done with a thing': [
      ['Act with integrity', 'unclear'],
      ['We run our kitchens with honesty and care', 'unclear'],
      ['Champion diversity', 'unclear'],
      ['Live our values', 'unclear'],
      ['Promote fairness, welcome strangers', 'unclear'],
      ['Strive for full seats', 'unclear'],
      ['Promote the harbour run on local radio', 'output'],
      ['Strive to cut the queue at the pier', 'outcome'],
      ['Treat burns with a cooling gel', 'output'],
    ],
    'praise and promises as unclear, but not things and people': [
      ['Create value', 'unclear'],
      ['Build great things', 'unclear'],
      ['Provide excellent service', 'unclear'],
      ['Your safety is our top priority', 'unclear'],
      ['Guests come first', 'unclear'],
      ['We put riders first', 'unclear'],
      ['We love boats', 'unclear'],
      ['Less is more', 'unclear'],
      ['We want to make a difference', 'unclear'],
      ['Put riders first', 'unclear'],
      ['Build good fences', 'output'],
      ['Put riders on the board', 'output'],
      ['Guests come back', 'outcome'],
    ],
    'a climate among people as unclear, but not a place': [
      ['Create a safe and welcoming environment', 'unclear'],
      ['Promote a climate that honours each voice', 'unclear'],
      ['Create a test environment', 'output'],
      ['Strive for 100 % full seats', 'unclear'],
    ],
    'manners of work as unclear, but not work': [
      ['Work as one crew', 'unclear'],
      ['Work smarter', 'unclear'],
      ['Work with three schools on a menu', 'output'],
    ],
  });
});
