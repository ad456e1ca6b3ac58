/** What teams profess rather than plan: sayings, virtues, and things too general to be missed. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** How a saying starts, each on its own line and in lower case. */
export const sayings: readonly string[] = `
raise the bar
raising the bar
set the bar
set the standard
set the pace
move the needle
moving the needle
push the boundaries
pushing the boundaries
pushing the limits
push the envelope
push the limits
go the extra mile
go above and beyond
double down
leave no one behind
leave nobody behind
leave no-one behind
leave no child behind
do the right thing
do no harm
do what is right
make a difference
make an impact
make things happen
change the world
lead by example
walk the talk
fail fast
move fast
think big
think ahead
think global
dream big
aim high
start small
have fun
play fair
work hard
keep it simple
keep things simple
keep learning
keep improving
learn from mistakes
learn from failure
learn from each other
embrace change
everyone is welcome
everyone matters
less is more
all are welcome
stay curious
stay humble
stay hungry
stay focused
stay true
build for the long term
build for the long run
build for the long haul
build for the future
never stop
never give up
never settle
`
  .trim()
  .split('\n');

/** What one is to be or to act with. With nothing said of whom it reaches, these are values. */
export const virtues =
  set(`honesty integrity respect transparency openness fairness kindness empathy humility compassion courage passion
  dignity trust equity equality diversity inclusion inclusivity accountability ownership responsibility professionalism
  excellence quality creativity curiosity innovation collaboration cooperation teamwork togetherness solidarity simplicity fun joy
  learning accessibility sustainability loyalty patience gratitude pride ethics accuracy rigour rigor care candour
  candor generosity agility`);

/** Who does these to a virtue professes it. */
export const professing =
  set(`promote champion celebrate value respect honour honor uphold practise practice prioritise prioritize cherish
  embody embrace exemplify demonstrate nurture cultivate appreciate believe love advocate encourage strive foster`);

/** Done with a virtue, these tell of manners. */
export const conducting = set(
  'act treat lead conduct work operate communicate serve speak behave deal do run govern care',
);

/** Things as such. Alone they tell nothing. */
export const anything = set(
  'thing things stuff value impact outcome outcomes result results magic greatness excellence something everything',
);

/** What is praised in general when nothing tells it from others. */
export const offers = set(
  'service services product products software support work experience experiences care content tools solutions',
);

/** Praise that anybody gives to what they offer. */
export const praises =
  set(`great excellent amazing awesome good best quality high-quality outstanding exceptional superior first-class world-class
  top-notch wonderful beautiful remarkable unparalleled`);

/** What one says of oneself in praise. */
export const virtuous = set(
  'open honest transparent kind bold curious humble inclusive brave fair generous respectful passionate committed dedicated proud',
);

/** What a value is said to be: "… is our priority". */
export const mottos = set(
  'priority promise passion motto responsibility strength heart creed dna credo duty mission focus purpose job business',
);

/** What makes a climate among people, */
export const making = set(
  'create build foster promote maintain provide cultivate nurture establish develop encourage ensure keep offer',
);

/** and how one praises it. */
export const warm =
  set(`safe inclusive supportive welcoming positive healthy respectful caring collaborative open friendly nurturing
  productive creative innovative strong great`);
