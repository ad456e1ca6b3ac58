/** Closed classes and adjectives: the words that hold a sentence together and those that grade a noun. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const determiners =
  set(`a an the this that these those my our your his her its their all every each both any
  no some another either neither such one one's whose several many few most`);

export const possessives = set('my our your his her its their');

export const articles = set('a an');

export const pronouns = set(
  'i we you he she it they us them me him who everyone everybody someone anyone nobody',
);

/** The author's own side: what these do is work, not a change for somebody else. */
export const selves = set("i we us we're we've we'll we'd i'm i've i'll");

export const prepositions =
  set(`of in on at by for from to with without within into onto over under above below
  between among amongst across through throughout during before after since until till against about around toward
  towards via per as than like upon behind beyond near off out up down along besides despite except inside outside
  regarding concerning including versus vs amid unlike beside past`);

/** Follow a verb and belong to it: "roll out", "set up". */
export const particles = set('up out off down in on over back away through together forward');

export const conjunctions = set('and or but nor & plus + then so / yet');

export const subordinators =
  set(`if when while whenever because although though once where whereas whether unless
  so`);

export const relatives = set('that which who whom whose where');

export const questionWords = set('what how why which who whom whose when where whether');

export const modals =
  set(`can could will would shall should may might must cannot can't won't couldn't wouldn't
  shouldn't`);

export const beForms = set(`is are was were am be been being isn't aren't wasn't weren't`);

export const haveForms = set(`has have had hasn't haven't hadn't`);

export const doForms = set(`do does did don't doesn't didn't`);

export const negations =
  set(`no not never without zero nobody nothing none don't doesn't didn't isn't aren't won't
  can't cannot couldn't wouldn't shouldn't wasn't weren't no-one`);

/** Adverbs that do not end in -ly. */
export const adverbs =
  set(`already also always almost again ahead alone away back even ever further here just later
  maybe more most much never not now often once only perhaps quite rather soon still then there thereby thus today
  together too twice very well yet everywhere somewhere anywhere instead least less first next end-to-end
  in-house worldwide globally all at-least`);

/** Ends in -ly, yet is no adverb. */
export const notAdverbs = set(
  'weekly monthly daily yearly quarterly early friendly only family supply reply apply rely assembly anomaly timely costly user-friendly comply multiply fly ally',
);

/** Compare one state with another: a noun phrase that starts with one names a change. */
export const comparatives =
  set(`more fewer less higher lower faster slower quicker better worse greater smaller larger
  bigger longer shorter cheaper easier simpler stronger weaker safer cleaner smoother clearer happier healthier deeper
  wider broader earlier later sooner richer smarter tighter leaner closer calmer fairer fresher quieter greener
  thinner thicker lighter heavier steadier tidier busier warmer cooler drier younger older fuller firmer friendlier
  sharper stricter looser newer poorer lesser kinder brighter harder softer likelier costlier
  livelier wealthier speedier additional extra reduced-cost`);

/** An absence or a level that reads as a state to reach: "zero regressions", "equal access". */
export const states = set('no zero 0 equal universal sustained steady widespread');

/** Say that a delivery is done: "the portal is live". */
export const doneStates = set(`available live ready complete completed done deployed operational functional
  up-to-date current final in-place public open online launched released shipped
  production-ready feature-complete merged ga closed active-in-production compliant compatible backwards-compatible
  documented functioning up running default ready-to-use in-use`);

/** What a reader feels or a thing can do; said of a subject they describe how it is. */
export const qualities =
  set(`easy fast quick reliable stable safe secure happy satisfied confident able healthy
  effective efficient productive engaged aware independent consistent accurate affordable profitable simple clear
  useful usable trusted loyal proud responsive predictable informed autonomous self-sufficient comfortable
  sustainable resilient visible free willing likely better good great cheap close short small low high rare
  empowered motivated valued heard supported equipped fit literate employed insured protected unaware unable scalable
  intuitive delightful known popular competitive carbon-neutral neutral solvent transparent fair inclusive welcome
  accessible clean friendly readable error-free bug-free
  interested familiar skilled capable successful self-serve self-service`);

/** Vague words: with no number and no metric they promise nothing that could be seen to be false. */
export const vagueWords =
  set(`improve improved improving improvement improvements better best enhance enhanced enhancing enhancement
  optimise optimised optimize optimized optimising optimizing optimal strengthen strengthened streamline
  streamlined foster world-class best-in-class first-class state-of-the-art cutting-edge next-generation
  next-gen seamless seamlessly frictionless effortless awareness excellence excellent great awesome amazing
  delight delightful delighted robust efficient efficiently efficiency effective effectively effectiveness
  innovation innovative synergy synergies alignment aligned transformation transform maximise maximize
  maximised maximized leverage holistic scalable modernise modernize smarter user-friendly intuitive engaging
  impactful superior exceptional outstanding agile agility visibility culture mindset strategic`);

/** Before a number they make it a level or a difference. */
export const thresholds =
  set(`under below above over within beyond least most than minimum maximum max min exceeding
  exceeds past between by to at up down`);

/** Amounts that are no numbers. */
export const amountWords = set('zero half double twice');

/** Count what they are of. */
export const counting =
  set(`number numbers amount count volume share percentage percent proportion % total ratio
  coverage frequency `);

/** Hold what they are of. */
export const containers =
  set(`set series range variety lot lots rest majority version part couple dozens hundreds
  thousands group kind type kinds types form forms half third pair all pieces piece copies copy points point out`);

/** Praise that a thing may have and a vision mostly is: with a general noun they name nothing to deliver. */
export const praise = set(
  'sustainable modern leading smart successful meaningful empowered supported quality durable lasting creative',
);

/** Leads an adjective-like noun phrase but says nothing of its kind. */
export const adjectives =
  set(`new old current existing latest recent first second third last next final initial
  full entire complete comprehensive basic simple advanced modern legacy internal external public private open
  closed global local regional national international corporate digital online mobile technical strategic
  operational commercial financial social legal medical clinical educational environmental seasonal annual quarterly
  monthly weekly daily yearly recurring regular periodic ongoing automated automatic manual custom personal
  personalised personalized dedicated shared single multiple various different major minor key main core critical
  essential important relevant specific detailed short long-term short-term mid-term robust seamless smooth
  maintained curated interactive adaptive dynamic static native headless responsive lightweight scalable reusable
  modular unified integrated centralised centralized standardised standardized secure encrypted reliable
  high-quality up-to-date better-known qualified certified trained skilled professional formal informal written
  official common general joint collaborative inclusive accessible sustainable green clean renewable rural urban
  remote hybrid free paid premium active inactive returning repeat unique organic average median mean total
  overall net gross maximum minimum early late fast slow good great best top high low big small large long deep
  broad wide clear strong weak real true whole valuable meaningful actionable measurable visible transparent lean
  agile smart intelligent predictive targeted world-class innovative bespoke tailored
  flat board-approved self-service serverless cross-functional end-to-end drought-tolerant frictionless
  other diverse young direct same flaky upstream downstream appropriate correct incorrect timely due female male non proper
  offline stale middle first-year poor nice prior unknown valid solar participatory rich emerging fresh explicit complex
  similar solid bad civil unsafe hard granular one-off incoming outgoing adequate foreign heavy resulting accompanying
  trustworthy thirsty raw huge rapid mere legitimate unmet lazy wrong genuine concrete circular parallel interior
  satisfactory upper wild dark upcoming cool false certain surprising micro compelling aging binary civic
  compulsory mandatory voluntary introductory preparatory regulatory exploratory explanatory inflammatory obligatory
  contributory preliminary sensory mature opt-in opt-out hands-on built-in plug-in follow-on add-on
  drag-and-drop out-of-school in-person on-site off-site pre-school after-school peer-to-peer step-by-step one-to-one
  side-by-side read-only write-only real-time near-real-time low-cost low-income high-risk high-impact large-scale
  small-scale long-lasting well-known cross-platform multi-language multi-tenant open-source in-app first-time full-time
  part-time year-round ready`);

/** Lead up to the verb that counts: "continue to", "aim to". */
export const leadVerbs = set('continue begin start aim try seek strive want need go have plan hope intend');

/** Before "team" these make it the author's own. */
export const ownTeam = set('the our this my');

/** Verbs that are as often a noun, though no list of nouns has them. */
export const nounish =
  set(`test search design build release support ship plan process report market trade share order
  work return rank view start change need value score rate wait call contact access visit fit charge lead host guide
  live brand target land stock supply present model focus complete open close post lay found second cut base log read`);

/** Where a sentence turns to a clause of its own, so that a later verb is not the title's. */
export const turns = set(
  `to that which who whom whose where what how why when whether if while because so , : ; ( – —`,
);

/** Take "to …" as their own complement: "time to merge". */
export const infinitiveNouns =
  set(`time ability way need effort right likelihood willingness capacity chance able
  intention decision cost steps work probability power freedom permission takes`);

/** Grade what follows instead of standing aside. */
export const degrees = set(
  'more most less least very quite rather too enough twice all once first last next',
);

/** Open an object by its amount. */
export const quantities = set('more fewer less multiple several many enough twice half at');

/** Plural, yet as often before another noun: "sales work". */
export const pluralModifiers = set(
  'sales savings operations systems services news analytics goods communications',
);

/** Say that a thing got better: of a deliverable, that work was done on it. */
export const betterments = set('better newer simpler cleaner richer additional extra smarter bigger larger');

/** Too general a thing to be a deliverable when it is only praised. */
export const general = set(
  'service services solution solutions policy organisation organization company business product products platform platforms system systems support content design',
);

/** "in …": where a delivered thing is. */
export const places = set(
  'place production use beta effect prod staging review ga operation service alpha preview',
);

/** Each and every one of what follows. */
export const universals = set('every each all');

/** Grade above all others; "-est" words are found by their ending only where they are listed here. */
export const superlatives =
  set(`most least fastest easiest best lowest highest safest cheapest simplest largest biggest
  smallest strongest quickest preferred leading default first`);

/** Work in general. */
export const generalWork = set(
  'development design management planning research support marketing onboarding',
);

/** What a process is measured by: after a verb's name they make a noun of it ("build time"). */
export const attributes =
  set(`time times duration rate rates frequency speed latency cost costs volume volumes quality
  coverage score scores satisfaction performance failures errors throughput accuracy success size count conversion
  volatility velocity readiness capacity`);

/** Nouns first of all, though they can be verbs. */
export const firstNouns = set('support test search market supply trade brand lead work base stock log post');

/** Sound like a state to reach when what follows is a measure: "stable prices". */
export const soundStates = set(
  'consistent stable affordable reliable timely predictable equitable safe clean punctual',
);

/** After a plural noun these are its verb, whatever else they can be. */
export const surelyVerbs =
  set(`use feel know get see find need want receive make take give come go stay become keep hold
  share double halve rate rank trust access adopt invest recommend`);

/** Verb and particle that mean a delivery, whatever the verb means alone. */
export const phrasalDeliveries = new Set([
  'cut over',
  'stand up',
  'break down',
  'break out',
  'turn on',
  'turn off',
  'switch on',
  'switch off',
  'sign off',
  'take over',
  'come up',
  'follow up',
  'work out',
  'put together',
  'close down',
  'wind down',
  'reach out',
  'figure out',
  'find out',
  'bring on',
  'bring together',
  'deal with',
  'fall back',
  'engage with',
  'talk to',
  'talk with',
  'talk about',
  'look into',
  'look at',
  'look for',
  'look up',
  'think about',
  'think through',
  'catch up',
  'read up',
  'speak at',
  'speak with',
  'live on',
  'agree on',
  'agree upon',
  'try out',
]);

/** Shares of a whole: of people or of a measure they are a measure themselves. */
export const shares = set('share percentage percent proportion % ratio rate prevalence incidence');

/** Praise so strong that without a number it states nothing that could be missed. */
export const superlativePraise =
  set(`world-class best-in-class first-class exceptional excellent amazing awesome seamless
  delightful outstanding superior cutting-edge unparalleled unmatched stellar flawless top-notch`);

/** Quantities by their very name: said of something, they are its measure. */
export const gauges =
  set(`accuracy adoption attendance churn conversion demand dropout employment engagement enrollment enrolment footfall growth incidence mortality occupancy prevalence profitability readership turnout unemployment income latency overhead footprint participation
  rate rates ratio retention revenue satisfaction throughput turnover uptime usage uptake value yield`);

/** By whom it is used is a change; by whom it is completed is a delivery. */
export const usedBy =
  set(`use adopt read buy follow choose purchase trust transfer download stream play watch view visit
  initiate`);

/** How well something goes. */
export const manners = set(
  'easily quickly reliably seamlessly safely faster efficiently smoothly effortlessly sooner',
);
