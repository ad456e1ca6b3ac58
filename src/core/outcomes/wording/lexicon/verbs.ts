/**
 * What a verb says about a title. The classes are by meaning, so that a rule can speak of "a delivery" or
 * "a change" and a new verb only needs a place in one list. Where a verb is in several, the first class here
 * is its main one.
 *
 * - change: moves a quantity; the strongest sign of an outcome
 * - polish: makes something better; an outcome for a quality, an output for a thing
 * - reach: gets somewhere; an outcome for people, money and measures
 * - keep: holds a level
 * - enable: lets somebody do something
 * - assure: what follows must hold ("ensure that …")
 * - clear: takes away; an outcome for a trouble, an output for a thing
 * - shift: something becomes different; who does it decides
 * - serve: day-to-day operation; an outcome when a service level is stated
 * - deliver: makes, hands over, runs or studies something; done when the work is done
 * - offer: what a thing does by being there ("supports", "includes")
 * - act: what people do
 */
const lists = {
  change: `
    increase reduce decrease raise lower cut halve double triple treble quadruple grow shrink boost lift rise fall
    drop decline climb jump soar plunge shorten lengthen minimise minimize maximise maximize accelerate speed slow
    quicken hasten curb slash trim lessen diminish mitigate alleviate ease relieve eliminate eradicate prevent
    avoid avert deter prolong widen narrow deepen heighten multiply save conserve recover regain revive reverse
    offset dwindle plummet surge suppress combat abate worsen deteriorate amplify expedite skyrocket undercut
    abolish dampen curtail decarbonise decarbonize discourage`,
  polish: `
    improve enhance optimise optimize strengthen simplify streamline elevate better perfect expand extend scale
    broaden diversify evolve advance foster nurture cultivate bolster reinforce stabilise stabilize harden tune
    enrich uplift invigorate energise energize revitalise revitalize democratise democratize sharpen smooth tighten`,
  reach: `
    meet book land
    reach achieve attain hit get gain win earn secure obtain acquire attract capture generate drive  sell sign
    convert exceed surpass beat outperform outpace overtake rank score receive bring garner monetise monetize upsell
    amass accumulate clinch crack realise realize cross onboard activate penetrate retain engage delight satisfy
    impress please yield win-back`,
  keep: `maintain keep sustain stay remain preserve stick uphold protect safeguard`,
  enable: `enable help allow let empower encourage motivate inspire persuade convince assist incentivise incentivize`,
  assure: `ensure guarantee assure`,
  clear: `
    close remove fix resolve solve address tackle clear clean stop end overcome settle unblock`,
  shift: `change shift turn switch alter transform`,
  serve: `
    fill respond answer process handle serve reply acknowledge pay fulfil fulfill restore`,
  deliver: `
    begin give take carry export filter sort select tag assign list prep compress reply pick water sketch  ping bump crawl scrape parse cache shard throttle lint encrypt anonymise anonymize tokenise tokenize obfuscate sanitise sanitize deduplicate dedupe deduct reconcile benchmark dogfood whitelist blacklist allowlist freeze unfreeze lock unlock mark label tick tabulate transfer transport ferry haul dispatch deploy redeploy respin rerun reissue reprint reopen resume reschedule reserve rent lease lend borrow refund reimburse remunerate inoculate deworm fertilise fertilize irrigate pasteurise germinate cook feed clothe house shelter accommodate resettle relocate evacuate patrol guard sew knit weave bake brew mill grind adapt add adjust administer adopt advertise advise align allocate analyse analyze annotate announce appoint apply
    approve architect archive arrange articulate assemble assess assign attach attend audit author automate award
    backfill backport baseline benchmark blog  bootstrap brainstorm brand brief broadcast build bundle buy
    calculate calibrate catalog catalogue categorise categorize centralise centralize certify charter choose
    circulate clarify classify coach code codify collaborate collate collect commence commission communicate compare
    compile complete compose conceptualise conceptualize conclude conduct configure connect consolidate construct
    consult containerise containerize contract contribute convene coordinate craft create curate customise customize
    debug decide decommission decouple dedicate define delegate deliver demo demonstrate deploy deprecate design
    detail determine develop devise diagnose digitise digitize disable discuss disseminate distribute dockerise
    dockerize document donate draft draw drill edit educate elaborate email embed employ engineer enrol enroll
    enumerate equip erect establish estimate evaluate examine execute experiment explore expose extract fabricate
    facilitate feature file film finalise finalize finance finish follow fork form formalise formalize format
    formulate found fund furnish gather groom hand hire hold host identify illustrate immunise immunize implement
    import incorporate index inform initiate inspect install institute instrument integrate interview introduce
    inventory investigate invite issue iterate join kick launch lay learn leverage liaise license list lobby localise
    localize log manage manufacture map market measure  mentor merge migrate mobilise mobilize mock model
    modernise modernize modularise modularize monitor mount move name negotiate nominate notify offboard open
    operationalise operationalize orchestrate organise organize orient outline outsource overhaul package paint
    parallelise parallelize participate partner patch pave perform pilot pitch place plan plant poll populate port
    position post practice practise prepare present print prioritise prioritize procure produce productionise
    productionize program promote propose prototype provide provision publicise publicize publish pull purchase
    pursue push put read rearchitect rebase rebrand rebuild recap record recruit redesign redirect redo refactor
    refine refit refresh refurbish register rehabilitate reimplement relaunch release relocate remind remodel
    rename render renovate reorganise reorganize repair replace replatform report repurpose request research
    restructure retire retrofit revamp review revise revisit rework rewrite roll rotate run sample schedule scope
    screen script select send sensitise sensitize sequence set setup ship showcase simulate sketch socialise
    socialize source specify spec spike spin split sponsor staff standardise standardize start stock strategise
    strategize structure study submit summarise summarize sunset supervise supply survey sync tag target teach test
    tidy track trade train transcribe transition translate treat trial triage undertake unify uninstall update
    upgrade upload upskill use utilise utilize vaccinate validate verify version vet visit visualise visualize
    volunteer wire wireframe work workshop wrap write delete`,
  offer: `
    support include contain cover offer show display run consist comprise describe explain expose  sit reside
    reflect comply integrate list feature`,
  act: `
    catch live surface see watch hear commit aspire dare care master mature thrive flourish prosper rely outgrow hold contact trace lose break point waste stall linger stumble hesitate trip guess miss skip
    make
    feel know trust understand find notice say see think want need like love enjoy appreciate value perceive
    recognise recognize rate rely depend prefer recommend believe return subscribe renew refer spend click download
    browse search share discover access view watch listen consume eat drink sleep walk cycle drink wash wear smoke
    breastfeed harvest sow commute travel graduate pass fail succeed struggle suffer wait abandon churn leave quit
    cancel complain escalate contact call ask expect experience encounter face bear    have mention
    cite exhibit express operate own lead vote continue begin spread survive load behave happen occur appear arrive
    exist power enter agree hear speak talk tell accept reject remember forget prove cost cope resume come go 
    become look seem perceive graduate attract interact react belong rest land stand fit match
    read use adopt complete finish report release deploy implement practise practice attend apply enrol register buy
    purchase learn visit join choose open contribute participate start test ship work migrate move run follow`,
} as const satisfies Record<string, string>;

export type VerbClass = keyof typeof lists;

const classes = new Map<string, VerbClass[]>();
for (const [kind, words] of Object.entries(lists) as [VerbClass, string][]) {
  for (const word of words.trim().split(/\s+/)) {
    const known = classes.get(word);
    if (known) known.push(kind);
    else classes.set(word, [kind]);
  }
}

/** The classes of a verb's base form, its main one first; undefined for a word not known as a verb. */
export function verbClasses(lemma: string): readonly VerbClass[] | undefined {
  return classes.get(lemma);
}
