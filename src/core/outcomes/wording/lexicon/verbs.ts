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
    allay exacerbate downsize politicise marginalise stigmatise jeopardise disempower polarise
    deplete destabilise disincentivise equalise erode overburden pollute undermine
    blunt defuse deflate degrade dilute divert heal inhibit inflate lighten loosen outweigh propel rebound recede spur stimulate subdue swell tame thwart trend fight outlast
    halt neutralise soften
    ameliorate arrest counter counteract forestall intensify magnify stem weaken
    abate abolish accelerate alleviate amplify avert avoid boost climb combat conserve curb curtail cut dampen
    decarbonise decline decrease deepen deter deteriorate diminish discourage double drop dwindle
    ease eliminate eradicate expedite fall grow halve hasten heighten increase jump lengthen lessen lift lower
    maximise minimise mitigate multiply narrow offset plummet plunge prevent prolong quadruple
    quicken raise recover reduce regain free relieve reverse revive rise save shorten shrink skyrocket slash slow
    soar speed suppress surge treble trim triple undercut widen worsen`,
  polish: `
    buttress galvanise legitimise reinvigorate smarten supercharge toughen
    declutter de-risk demystify enliven right-size unclutter balance
    augment enlarge rebalance upscale
    ameliorate fortify professionalise rationalise rejuvenate
    advance bolster solidify cement broaden cultivate democratise diversify elevate energise enhance
    enrich evolve expand extend foster harden improve invigorate nurture optimise perfect reinforce
    revitalise scale sharpen simplify smooth stabilise streamline strengthen tighten tune
    uplift`,
  reach: `
    amuse astonish benefit captivate excite outnumber reassure seize surprise
    accrue ace lure nail notch outrank outscore outsell recapture reclaim recoup smash snag woo
    accumulate achieve acquire activate amass attain attract beat book bring capture clinch convert crack cross
    delight drive earn engage exceed gain garner generate get hit impress land meet monetise obtain
    onboard outpace outperform overtake penetrate please rank reach realise receive retain satisfy score
    secure sell sign surpass upsell win win-back yield`,
  keep: `
    cap limit withstand
    defend
    keep maintain preserve protect remain safeguard stay stick sustain uphold`,
  enable: `
    emancipate
    compel embolden liberate tempt
    aid entice nudge urge
    allow assist convince empower enable encourage help incentivise inspire let motivate persuade`,
  assure: `
    assure ensure guarantee`,
  clear: `
    surmount
    defeat demolish destroy detoxify disprove extinguish rid
    banish block crush cure dispel eject erase expel exterminate kill plug quash quell remedy repel squash terminate unravel untangle
    rectify
    address clean clear close end fix overcome remove resolve settle solve stop tackle unblock`,
  shift: `
    affect influence sway vary
    alter change shift switch transform turn`,
  serve: `
    cater
    acknowledge answer fill fulfil fulfill handle pay process reply respond restore serve`,
  deliver: `
    accentuate acclimate adjudge adorn aerate airlift amortise animate assay auction authenticate authorise autogenerate
    autoscale backtest bankroll befriend bisect canonicalise circularise coerce collocate compartmentalise complement
    computerise concretise consign counterbalance crosscheck cross-check crystallise debunk decipher decolonise delimit
    depreciate desalinate detune disambiguate discern dramatise dredge exemplify fictionalise field-test fingerprint
    front-load geotag glorify headhunt humanise individualise industrialise infuse invoice itemise jettison kickoff kick-
    off kick-start legislate liberalise liquidate mechanise medicate mothball nationalise notarise obviate onshore
    paraphrase pedestrianise peer-review personify pioneer postprocess post-process preprocess pre-process pre-empt
    preempt premiere prepay privatise pseudonymise rate-limit reauthorise reboot rebadge recolour reconstitute redress
    refuel regularise remaster reprice requisition rescind rescore reseat restyle resurrect retitle retrace ringfence
    ring-fence role-play schematise scrutinise sculpt sequester sidestep spotlight sterilise stipulate stratify stylise
    substantiate subsume supersede surveil systemise televise test-drive time-box transact transliterate transpose
    triangulate unfold unhook unlink unmute unpause unsubscribe unzip upend waterproof weatherproof webcast winterise
    absorb adjourn adjudicate annul appraise apprehend boil chaperone chop commend comment convict deactivate
    deconflict defragment demote deport deposit depose deregister detain detangle deduplicate disband discharge disconnect
    disentangle disinfect dispense disperse displace dispute disqualify dissuade embody enclose enlighten etch
    exercise externalise freight fry fumigate hone illuminate impart impersonate impound imprison
    instil interpolate interrogate jot knead launder lazy-load legalise lodge memorialise misplace moisten muster
    narrate nullify obscure ordain oust parametrise peek photocopy plough pluck pluralise
    pulverise qualify quash redact reify repaint rephase reskin rid rinse screenshot shear shove slaughter smelt
    sneak soak soothe steal stir subtract superimpose surface thaw transclude truncate typecast unbox undeploy underline
    underscore unmask unmount untie upstream usurp vend ventilate volley weatherise whisk whitelabel whittle co-host co-
    copy count involve
    acquaint check stream affirm anchor append apprise assert blur branch bury chain channel chart chase clip co-author commemorate compensate concatenate condense confer contextualise convey corroborate criticise cross-link cross-reference
    decorate decrypt dedup deem defer delve demolish denounce deny designate devote diff dig digest direct discard dissect distinguish divert double-check downgrade dump echo embark embroider emit emphasise endorse engrave
    evangelise evict evoke exchange fact-check fast-track fetch flag flesh flip fold forge frame fuse gamify gauge geocode glue graft greet green-light grill hack handcraft hang hide hoist honor honour hook indicate infer
    initialise innovate inline inscribe instantiate intend internalise internationalise interpret invert jumpstart kickstart lecture link loop manipulate materialise mop mute nest number oblige paste peel peruse photograph plug
    poke ponder pool portray preconfigure prefill prefix preregister preview probe prohibit promise pronounce proxy punctuate quarantine quote rally ramp randomise recharge recite recommit recompute reconvene reference reiterate
    rekindle remodel reorder rephrase replay repro reschedule resell resize restate restock retell rethink retouch revisit reword rewire root route rub rubber-stamp sanction scan scour scout scrub seal sense sentence shield
    shoot shred shut sideload silence single-source skim smoke-test snapshot solder sow spawn spell sprinkle stack stamp stitch stretch strip stuff submerge summon supplant surround sweep symbolise tally tap tape thank tie
    tilt timestamp toggle toss tour tow transmit transplant traverse tweak tweet type typecheck unit-test unleash unplug unroll unveil unwind uproot usher veto vow warn weed weigh weld whip wield withhold wrestle yank zip zoom
    confront dictate disarm disassemble entail enquire exploit extort fasten fence hammer inquire inverse justify mend negate outreach park penalise plot preach pretend proclaim prosecute punish purify reassign rehome relabel
    relaunch repopulate reprint resubmit retry rip salvage scatter scramble shuffle simmer snap spray squeeze stash storyboard straighten subclass sub-contract tether thread trap tuck twist upvote
    allot combine crowdsource declare detect differentiate disclose enlist entrust extrapolate
    familiarise fine-tune govern highlight instruct intercept invent invoke
    locate match observe open-source originate pair personalise pinpoint predict profile
    reframe resurface reveal spearhead specialise stress-test tutor uncover unearth
    aggregate amend apportion ascertain beautify brighten clone compute consider correlate counsel delineate
    demarcate depict derive detach disaggregate discontinue dismantle dispose distill divide duplicate earmark
    elicit embrace emulate enact encapsulate encode endow envision exclude exempt flatten forward freshen generalise
    harmonise hydrate hyperlink impose insert institutionalise interconnect
    interlink intervene magnify mainstream memoize minify mirror modify offload outfit overlay override oversee
    parameterise partition polish prefetch preload prescribe promulgate proofread propagate quantify
    query ratify recast recycle redeem
    refocus regenerate regulate reinstate relay
    reload remap repatriate replenish
    reroute reset reshape retag retool retrieve reuse revert sandbox
    seek segment service sift signpost situate solicit steer stockpile subdivide subsidise substitute
    supplement suspend swap synchronise syndicate synthesise systematise tailor
    trigger troubleshoot unbundle unpack unpublish vectorise virtualise watermark wipe wrangle
    zone
    reward invest advocate refer permit purge prune normalise replicate ingest cleanse attest accredit elect shortlist reskill canvass litigate mediate arbitrate moderate livestream typeset laminate unload excavate insulate electrify underwrite crowdfund fundraise disburse capitalise hypothesise ideate whiteboard timebox insource subcontract pivot incubate commercialise productise patent dissolve tinker rehearse memorise transpile polyfill finetune federate
    abstract accommodate adapt add adjust administer adopt advertise advise align allocate allowlist analyse
    analyze annotate announce anonymise apply appoint approve architect archive arrange articulate
    assemble assess assign attach attend audit author automate award backfill backport bake ban baseline begin
    benchmark blacklist blog bootstrap borrow brainstorm brand brew brief broadcast build bump bundle buy cache
    calculate calibrate carry catalog catalogue categorise centralise certify charter
    choose circulate clarify classify clothe coach code codify collaborate collate collect commence commission
    communicate compare compile complete compose compress conceptualise conclude conduct configure
    confirm connect consolidate construct consult containerise contract contribute convene cook
    coordinate craft crawl create curate customise debug decide decouple dedicate deduct
    dedupe define delegate delete deliver demo demonstrate deploy deprecate design detail determine
    develop devise deworm diagnose digitise disable discuss dispatch disseminate distribute dockerise
    document dogfood donate draft draw drill edit educate elaborate email embed employ encrypt enforce
    engineer enrol enroll enumerate equip erect establish estimate evacuate evaluate examine execute experiment
    explore export expose extract fabricate facilitate feature feed ferry fertilise file film filter
    finalise finance finish follow forbid fork form formalise format formulate found freeze
    fund furnish gather germinate give grant grind groom guard hand haul hire hold host house identify
    illustrate immunise implement import incorporate index inform initiate inject inoculate inspect
    install institute instrument integrate interview introduce inventory investigate invite irrigate isolate
    issue iterate join kick knit label launch lay learn lease lend leverage liaise license lint list lobby
    localise lock log manage mandate manufacture map mark market measure mentor merge migrate mill mint
    mobilise mock model modernise modularise monitor mount move name negotiate
    nominate notify obfuscate offboard open operationalise orchestrate organise orient
    outline outsource overhaul package paginate paint parallelise parse participate partner
    pasteurise patch patrol pave perform pick pilot pin ping pitch place plan plant poll populate port position
    post practice practise prep prepare present print prioritise procure produce productionise
    program promote propose prototype provide provision publicise publish pull purchase
    pursue push put read rebase rebuild recap reconcile record recruit
    redirect redo refactor refine refit refresh refurbish register rehabilitate reimburse
    release remind remunerate rename render renovate rent reopen
    repair replace replatform reply report repurpose request require rerun
    research reserve resettle restrict resume retire retrofit revamp review revise
    rewrite roll rotate run sample sanitise scaffold schedule scope scrape screen script seed
    select send sensitise separate sequence serialise set setup sew shard shelter ship
    showcase simulate sketch socialise sort source spec specify spike spin split sponsor staff
    standardise start stock strategise structure stub study submit summarise
    sunset supervise supply survey sync tabulate tag take target teach test throttle tick tidy tokenise
    track trade train transcribe transfer transition translate transport treat triage trial undertake unfreeze
    unify uninstall unlock update upgrade upload upskill use utilise vaccinate validate vendor verify
    version vet visit visualise volunteer waive water weave whitelist wire wireframe work workshop
    wrap write`,
  offer: `
    underpin constitute embody represent
    encompass
    comply comprise consist contain cover describe display explain expose feature include integrate list offer
    reflect reside run show sit support`,
  act: `
    transcend proliferate partake multitask overachieve converge permeate interoperate leapfrog recuperate militate
    admire adore age amuse ascend awake bother brag brake chew cling coexist command confess confide conform consent
    contend crave cry dance decay despair despise detest differ dine disappear disappoint disapprove discriminate dismiss
    dissent dwell elapse emigrate enthuse envy exhale faint falter flee flinch forgive giggle glance grieve heed hibernate
    immigrate indulge inhabit inhale insist lament lurk marvel mistake misunderstand mourn muse nap occupy obsess overhear
    pity reason reckon reconsider relapse relate relish reminisce repent resent retaliate retreat reunite revel
    revolt shop shrug sigh sing snore sob step sulk suppose sympathise undergo weep whisper whine wither wobble
    worship yawn unite
    represent hinder hamper hurt impair impede act await benefit bloom breathe chat cheer collapse compete comprehend confuse congratulate daydream deal descend deserve deviate disagree dislike diverge dodge doubt drift drown emerge endure
    envisage escape excel fear flash float foresee freeze grasp hope hurry idle ignore inherit interfere itch joke lag laugh leak lean leap lie matter mean misbehave nod obey oppose opt overestimate overlook overspend owe panic
    persevere ponder possess pray prevail proceed profit promise protest quarrel race realise rebel recall recur regret rejoice repay resemble resign resist resort ride roam rush sail scream shine shout sit smile sound
    stare starve stray stretch strive surf surrender suspect swear taste tend tire tolerate touch try vanish venture wander wish witness wonder worry yearn yell throw blink collide crash
    anticipate bike carpool concentrate consider converse cooperate debate embrace empathise entertain
    frequent imagine navigate persist play redeem relax reoffend respect retrieve seek suggest swim
    figure regard abandon accept access adopt agree appear apply appreciate arrive ask aspire attend attract bear become begin
    behave believe belong break breastfeed browse buy call cancel care catch celebrate champion choose churn
    cite click come commit commute complain complete conquer consume contact continue contribute cope cost cycle
    dare depend deploy discover disrupt dominate download dream drink eat encounter enjoy enrol enter escalate
    exhibit exist expect experience express face fail feel find finish fit flourish follow forget go graduate
    guess happen harvest have hear hesitate hold implement interact join know land lead learn leave like linger
    listen live load look lose love make master match mature mention migrate miss move need notice occur open
    operate outgrow own participate pass perceive point power practice practise prefer prosper prove purchase
    quit rate react read recognise recommend refer register reimagine reinvent reject release rely
    remember renew report rest resume rethink return revolutionise run say search see seem share
    ship skip sleep smoke sow speak spend spread stall stand start struggle stumble subscribe succeed suffer
    surface survive talk tell test think thrive trace travel trip trust understand use value view visit vote flow shape
    wait walk want wash waste watch wear welcome work`,
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

/** The classes of a verb's base form, its main one first; undefined for a word not known as a verb. "-ize" is "-ise". */
export function verbClasses(lemma: string): readonly VerbClass[] | undefined {
  return classes.get(lemma) ?? classes.get(lemma.replace(/ize$/, 'ise'));
}
