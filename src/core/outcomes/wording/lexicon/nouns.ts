/**
 * What a noun names. A noun may be in several lists.
 *
 * - person: somebody who can want or do something, organisations included
 * - measure: a quantity or quality that can rise and fall, troubles included
 * - thing: something that is made, held or handed over
 * - mechanism: inner workings; bettering them is work, not yet a change for anybody
 * - activity: counts of work done, vanity as a measure
 * - quality: an abstract state, too vague to be either
 * - delivery: the act of making something ("implementation")
 * - other: known as a noun, and no more
 * - trouble: what people are glad to be rid of
 * - movement: a change itself ("reduction"), of what follows "in" or "of"
 */
const lists = {
  person: `
    advisor alliance consortium tourist
    academic activist agronomist athlete attacker beginner bicyclist biologist bookkeeper bystander campaigner
    caretaker carrier caseworker chemist cofounder commissioner congress
    conservationist consultancy coordinator county coworker crew dean dependant dependent dietitian ecologist
    employer enumerator faculty founder freshman grad grader grandchild greeter housemate isv laborer labourer
    landowner lobbyist minor minority mobiliser mobilizer msp neighborhood neighbourhood newbie novice nutritionist
    offender ombudsman paralegal parliament patron pentester philanthropist physicist physiotherapist podcaster
    police presenter programmer psychiatrist registrar relative rep roommate salespeople salesperson scaleup
    schoolchild smoker spammer steward sysadmin triager vaccinator veterinarian victim villager workgroup
    representative attorney requester performer collaborator folk hygienist recruiter hacker coalition workforce talent changemaker bachelor undergraduate postgraduate superintendent returnee guild msme cso cbo fpo authority integrator
    rigger fisherman streamer gamer backer fundraiser staker regulator policymaker legislator prosecutor inmate prisoner orphan widow adolescent teen paramedic surgeon radiologist psychologist lecturer professor headteacher rancher forester pastoralist wholesaler manufacturer courier dispatcher sailor inspector surveyor architect plumber welder janitor chef cook waiter influencer blogger journalist moderator curator archivist historian diplomat senator mayor councillor secretary treasurer trustee president vp cfo cio ciso cpo cmo coo sdr bdr statistician economist facilitator maintainer regular household
    account accountant actor admin administrator adopter adult advertiser advocate ae agency agent ally alumnus
    ambassador analyst anybody anyone applicant apprentice artisan association attendee audience auditor author
    baby bank beekeeper beneficiary borrower boy breeder business buyer candidate caregiver carer cashier ceo
    champion charity child citizen city claimant clerk client clinic clinician coach colleague
    college committer community commuter company competitor consultant consumer contractor contributor coop
    cooperative council counsellor counselor country couple creator crowd csm cto customer cyclist dad delegate
    dentist department designer detractor dev developer devops director distributor district doctor donor driver
    dweller editor educator elder electrician employee engineer enterprise entrepreneur evangelist everybody
    everyone executive expert family fan farm farmer father fellow firefighter firm fisher follower foreman
    freelancer friend funder girl goer government graduate grandparent grantee group grower guardian guest
    herder hiker hire holder homeowner hospital host hotel human immigrant individual infant
    inhabitant institution instructor insurer intern investor islander joiner judge kid landlord lawyer lead
    leader learner lender lgu librarian listener maker man manager marketer mechanic mediator member
    mentee mentor merchandiser merchant midwife migrant miner ministry mom mother motorist mum municipality
    nation neighbor neighbour network newborn newcomer ngo nobody nurse officer official operator organisation
    owner parent participant partner party passenger patient payer pedestrian peer pensioner people
    person persona pharmacist physician planner player pm population practitioner principal producer
    professional promoter prospect provider province publisher pupil reader receptionist recruit refugee region
    renter researcher reseller resident respondent responder restaurant retailer retiree reviewer rider rival
    scholar school scientist seeker seller senior shareholder shop shopper smallholder sme soldier someone
    speaker specialist sponsor spouse squad sre staff stakeholder starter startup student subscriber supervisor
    supplier survivor taxpayer teacher team teammate technician teenager tenant tester therapist toddler town
    trader trainee trainer traveler traveller tribe union university user utility vendor veteran viewer village
    visitor volunteer voter woman worker writer youth`,
  measure: `
    caseload citation disability pregnancy
    sleep breakeven cleanliness compatibility competitiveness complexity concentration connectivity
    contraception creativity determinism eligibility enjoyment equality ergonomics excitement expectancy expulsion
    fidelity freedom ghg homelessness idempotency illiteracy inclusiveness livability liveability
    longevity marketshare mastery modularity moisture opinion optimism parallelism punctuality readership recidivism
    reproducibility robustness self-esteem sickness sophistication tourism verbosity viewership
    wellness
    progress success volatility continuity acceptance recurrence adaptability debuggability testability portability durability affordability welfare dignity momentum traction prominence presence credibility prestige involvement
    wasting immunity positivity throughput acv tcv cpc cpm cpa reach esat spoilage breakage fatality near-miss jitter staleness drift hallucination toxicity co2 runoff rainfall famine hypertension diabetes depression loneliness isolation truancy gpa percentile underemployment remittance gdp inflation cashflow leverage dso deflection containment fcr flake stickiness deliverability violation damage
    abandonment absenteeism abuse access accessibility accident accuracy achievement activation adherence
    admission adoption age amount anaemia anemia aov arpu arr arrears attainment attendance attitude attrition
    availability awareness backlog balance bandwidth basket behavior behaviour belief belonging benefit bias
    bill biodiversity birth bmi booking bottleneck bounce breach breastfeeding budget bug burden burnout cac
    call capacity capex capital carbon cart cash ces chance chargeback cholesterol churn claim clarity click
    click-through clv cogs cohesion comfort competence competency complaint completeness completion compliance
    comprehension confidence conflict confusion congestion consensus consideration consistency consumption
    contribution convenience conversation conversion correctness cost coverage cpu crash credit crime csat ctor
    ctr cure curiosity dau day deal death debt default defect deforestation delay delinquency demand
    density dependence deposit detection deviation diagnosis discoverability disease displacement disruption
    distance diversity dollar dominance donation dora download downtime drinking drop-off dropout drought
    duration dwell earnings ease ebitda effectiveness efficacy efficiency effort electricity emission
    employability employment endorsement energy engagement enps enquiry enrollment enrolment equity erosion
    error escalation euro expenditure expense exposure failure fairness fatigue fault fcf fee fertility
    findability fine fitness flakiness flooding fluency follow-up footfall footprint fps fraud frequency
    freshness friction frustration fuel gap gift glucose gmv grade graduation growth grr habit happiness harvest
    headcount health hour hunger hygiene illness immunisation impact impression incidence incident
    inclusion income index inequality infection injury inquiry install intake intensity interaction
    interoperability interruption intrusion inventory iops job knowledge lag latency lateness lead
    leadtime leak leakage level lifespan lifetime likelihood liquidity literacy livelihood loss loyalty ltr ltv
    maintainability malnutrition mape margin mark mau membership memory minute mobility morale morbidity
    mortality motivation mql mrr mtbf mttd mttr no-show noise nps nrr number numeracy nutrition obesity
    occupancy odds opex opportunity order outage outcome overhead overstock pageview pain parity participation
    payback payment penalty percent percentage perception performance pledge pollution popularity poverty power
    practice precision predictability preference preparedness pressure prevalence price probability production
    productivity proficiency profit profitability proportion purchase qps quality queue ram ranking rate rating
    ratio reachability readability readiness readmission recall recognition referral refund registration
    regression reliability reliance remission renewal repayment reply representation reputation reservation
    resilience resistance responsiveness result retention return revenue rework risk roas roi rpo rps rto runway
    safety salary sale sales sanitation satisfaction saving scalability score security sentiment session share
    shrinkage signup simplicity size skill sla slo smoking solvency spam speed spend spending spread sql
    stability standing star stargazer stay step stockout stress stunting subscription suppression survival sus
    temperature tenure theft ticket time timeliness toil tolerance tps traffic transaction
    transmission transparency trust ttfv ttv turnaround turnout turnover uncertainty understanding unemployment
    upsell uptake uptime usability usage use utilisation vacancy vaccination value variance velocity
    view vigour violence visibility visit vitality volume vote vulnerability wacc wage wait waiting waste wau
    wealth weight wellbeing willingness workload worth yield`,
  trouble: `
    deprivation eviction exploitation homicide hospitalisation
    injustice offence offense overdose racism
    robbery self-harm suicide suspension trauma truancy
    addiction bankruptcy blackout blight bloat brownout burglary clutter complication cruft cve deadlock distrust
    epidemic exploit fragmentation homelessness illiteracy indebtedness insecurity misconfiguration mistrust
    nuisance outbreak overcrowding pandemic recidivism segregation tampering vandalism
    malaria diarrhoea diarrhea cancer cleft caries tuberculosis hiv cholera measles polio pneumonia sepsis harassment exclusion corruption phishing malware ransomware impediment redundancy misinformation rumor overload typo double-charge contamination shock emergency hazard disaster flood poaching trafficking bullying inequity disparity
    spoilage breakage fatality near-miss jitter staleness drift hallucination toxicity runoff famine hypertension diabetes depression loneliness isolation underemployment violation damage flake leak
    abuse accident ambiguity anxiety backlog barrier blocker bottleneck bug burden burnout chaos churn complaint
    confusion congestion constraint crash death debt defect delay dependency discrimination disease distraction
    downtime drop-off duplicate duplication emission error failure fear flakiness fraud friction frustration gap
    guesswork handoff hassle hunger hurdle incident inefficiency inequality injury interruption issue
    jank lag leakage loss malnutrition mistake misunderstanding misuse no-show noise obstacle outage
    overhead pain pollution poverty problem queue regression rework risk shortage silo spam stigma stress
    suffering surprise theft threat toil uncertainty violence vulnerability waste worry`,
  movement: `
    acceleration boost cut decline decrease doubling downturn drop elimination eradication fall gain growth
    halving improvement increase jump maximisation minimisation recovery reduction
    rise shortening slowdown surge tripling uplift uptick upturn`,
  other: `
    background
    example information reference status type stage basis section portion zone corner detail element aspect factor reason consequence difference
    air area back bottom break case cause change country end face fall feed field fire food hand head house
    label land lead level light look mark name part patch phase place point position sequence side sound spike
    split staff start stock talk target term top track trade transport trial view water way wire word world wrap`,
  thing: `
    analyzer backend frontend reference dive appraisal bench briefing bulb
    chapter check comparison debrief
    instance intersection lighting mandate
    mentorship notice offboarding pathway pesticide
    recipe record recording room roster shelf shelving
    summary sync
    treaty unit wheelchair workbook workstation yard
    interface abac abstraction accessory accord accordion acl activity actuator allocator amendment android attestation
    bathroom bikeway blogpost bootloader breaker bursary bylaw calculator carousel changeset clause compression
    computer convention crosswalk daemonset datagrid datalake datasheet declaration decorator definition description
    desktop dialogue directive disclosure docker documentary drain drainage dropdown dtype enhancement enum expo
    extranet facility filing footpath game garage grammar graphql grpc guidebook hashing histogram
    homescreen hypervisor hypothesis indicator infographic interceptor intranet ios iphone kernel keybinding
    kubernetes lakehouse launcher ldap legend legislation levy limiter lockfile masterclass modem monologue monorepo
    mortgage mysql offering oidc optimizer ordinance organizer parameter parking parquet partial
    partitioning passkey pattern popover postgres postmortem primitive projector protobuf
    provenance rbac redis reducer repl requirement restroom roadway runloop sbom scim selector sewer sewerage
    sharding shed slider snackbar sparkline statute stepper street streetlight struct style stylesheet submodule
    subpage suggestion supplement syntax terminology terraform textarea timesheet toolbar trait tui typeahead
    ultrasound vlog washroom webapp webkit webpage websocket whiteboard wordpress yaml zoning
    solution technique method mechanism priority goal territory resource furniture layer feedback metric media guardrail rule checkbox hotkey canvas column row diagram derivative picture sheet runtime commandment instruction pdf csv json xml html css collider swarm hash blob dht relay tractor cattle livestock crop storage
    gui toast trailer creative headline sop brief patent trademark medal trophy pallet van scooter car plane robot gauge sink shower inverter substation transformer boiler furnace oven mill loom kiln depot ward barn tunnel crossing signal sign fountain statue mural trail hangar nft validator chain rollup oracle subgraph testnet mainnet devnet faucet relayer sequencer mempool rpc mock stub interpreter lexer tokenizer tracer logger collector executor controller callback middleware handler resolver scraper prompt embedding vector classifier regressor notebook dag tenancy
    2fa accelerator action ad adapter addon adr advert advertisement agenda agent agreement aid airport
    alert alerting algorithm almanac alpha ambulance analysis anchor animation annotation announcement antenna
    apartment api app application apprenticeship archive artefact article artifact artwork assessment asset
    assistant atlas attachment audit auth authentication authorization autocomplete autosave avatar award
    backfill backlink backup badge bag bank banner barcode baseline basket battery bed bednet benchmark beta bi
    bicycle bid bike bikeshare billboard binary blog blueprint board boat boilerplate bonus book booklet
    bookmark bootcamp booth borehole bot box branch breadcrumb bridge brochure broker browser budget build
    builder building bulletin bundle bus button cable cache caching cadence calendar camera camp
    campaign canal canteen cap capability caption card cart catalog catalogue category cd cdn center centre
    ceremony certificate certification chair challenge changelog channel charger chart charter chat chatbot
    cheatsheet check-in checklist checkout checkpoint ci cinema circle cistern class classroom cli
    clinic clip clipboard club cluster cms code codeowner cohort comment committee commodity competition
    compiler component composer conference config configuration configurator connector console container content
    contest contract control converter cookbook copilot copy corpus council coupon course court coworking crate
    crawler credential crm cron cronjob curriculum cutover daemon dam dashboard database dataset debugger deck
    decree deliverable demo deployment design designer desk device dialog dictionary diff digest diploma
    directory discount disk doc document documentation domain door dormitory dossier dpa drive driver drone drug
    dyke ebook edit editor egress elevator email emoji emulator encryption endpoint engine entity
    environment epic episode equipment erp escalator etl evaluation event exam excursion executable exercise
    exhibit exhibition explorer export exporter expression extension factory factsheet failover fair fallback
    faq favorite favourite feature fellowship fence ferry fertiliser fertilizer festival fiber fibre field file
    film filter findings firewall firmware fix fixture flag flashcard flat floor flow flyer folder font footer
    forecast form format formatter formula forum framework freezer fridge function functionality fund funnel
    gallery gantt garden gate gateway gem generator gesture gift glossary glove grant graph greenhouse grid
    group guarantee guidance guide guideline gym hackathon handbook handover handpump harbor harbour hardware
    harness hatchery header healthcheck heartbeat heatmap helm helmet helpdesk highlight hint hire
    home homepage hook hostel hotfix hotline house housing hris hub iam icon ide illustration image import
    importer inbox incubator index indexer infra infrastructure ingress initiative installer insurance
    integration internship interview invoice irrigation item jar jd jingle journal kanban key keyboard keynote
    kiosk kit kitchen kpi lab label laboratory lake lamp landing lane laptop latrine law lawsuit layout
    leaderboard leaflet lecture ledger lesson letter levee lexicon library licence license lift limit line link
    linter list listing llm lms loader loan localisation logging login logo machine machinery macro
    magazine mailing manifesto manual manuscript map march marketplace mask mast material mattress meal medicine
    meeting meetup memo memorandum mention menu merchandise merger mesh message meter metro mfa microservice
    microsite migration milestone minisite minutes mirror mockup modal mode model module monitor monitoring
    moodboard motorcycle mou mouse movie museum mvp namespace narrative navigation nda net network news
    newsletter node notification nursery oauth objective observability observatory ocr offer office offsite okr
    onboarding one-on-one ontology operator option orchard orm outbox outlet outreach pack package packet page
    pager pagination palette pamphlet pan pane panel paper parade parity park parser partition partnership party
    patch patchset pavement payout payroll paywall pension perk permission persona petition phone photo picker
    pier pilot pipe pipeline pitch placeholder plan plant platform playbook player playground playlist pledge
    plugin poc pod podcast policy poll pool popup port portal portfolio pos position post poster presentation
    press-release preview primer printer prize probe procedure process prod product profile profiler program
    programme project promotion proposal protocol prototype proxy pump puzzle pwa questionnaire queue quickstart
    quiz quota quote radio raffle rail railway rally ramp ration reaction readme receipt recommendation redesign
    redirect redo refactor refrigerator regex register registry regulation release reminder renderer
    rendering repair replica repo report repository request research reservoir residency retreat retro
    retrospective retry review reward rewrite rfc rfi rfp ritual road roadmap role rollback rollout roof rota
    rotation roundup router routine rubric runbook runner saml sample sandbox satellite scaffold scan scanner
    schedule scheduler schema scheme scholarship scoreboard scorecard screen screening script scroll sdk search
    secret seed seedling segment seminar sensor series server service session setting shard shelter ship shop
    shortcut show showcase sidebar sidecar sidewalk siem sign-on signature simulator site sitemap skin sku slide
    sms snapshot snippet software song sort source sow spa spec specification speech spot
    spreadsheet sso stadium staging stall stand standard standup starter statement station sticker stipend store
    storefront story storyboard stove strategy stream structure study subdomain subnet subsidy subtitle subway
    suite summit supply support survey swag swap swimlane switch syllabus system t-shirt tab table tablet tag
    talk tank tap tarball task taskforce taxonomy teardown telemetry template tender tent terminal
    terrace test testimonial textbook theater theatre theme thesaurus thread throttle thumbnail ticketing tier
    timeline timeout toggle toilet token tool toolbox toolkit tooltip topic tour tournament tower
    townhall tracing track tracker train training tram transcript transfer translation translator tree trial
    trigger trip truck turbine tutorial ui undo uniform update upgrade url vaccine valve variable vault vehicle
    ventilator version video viewer vigil visualisation vm vocabulary voucher vpc vpn walkthrough
    wall wallet warehouse warranty watchlist watermark webhook webinar website well wheel whitepaper
    widget wiki window wireframe wishlist wizard workflow worksheet workshop workspace zoom`,
  mechanism: `
    alerting algorithm analytics api app architecture attribution auth authentication automation backend
    branding build catalog catalogue checklist ci cli cluster code codebase component config configuration
    content curriculum dashboard data database dataset design doc documentation email endpoint engine
    environment export extension feature filter flow form framework frontend functionality governance guide
    handbook handling handover import infra infrastructure instrumentation integration interface layout library
    logging login menu message messaging model module monitoring navigation newsletter notification page parser
    permission permissions pipeline plan platform plugin policy procedure process program programme query readme
    release reporting roadmap scheduler schema screen script sdk server setup site strategy structure suite
    support system telemetry template test tool tooling tracking training ui ux website wiki workflow`,
  activity: `
    activity
    article blog build call campaign card commit coverage demo deploy deployment doc document email epic event
    experiment feature hour interview issue line loc meeting merge merge-request mr newsletter page point post
    pr presentation pull-request push release report request retro review session sli slo sprint standup story
    story-point task test training tweet velocity video view webinar workshop`,
  quality: `
    agriculture atmosphere choice commitment competitiveness connection democracy entrepreneurship ethics industry
    justice peace politics professionalism relation responsibility solidarity stewardship technology tradition
    context insight evidence intelligence perspective direction life tie bond workplace campus generation community city ambition ethos norm education science society economy climate nature landscape relationship
    accountability agility ai alignment approach autonomy brand clarity collaboration commerce communication
    compliance cooperation craft craftsmanship culture decision delight development digitalisation
    ecosystem empowerment excellence experience focus foundation future governance growth
    identity inclusion innovation integrity journey joy leadership making maturity mindset mission ml model
    modernisation operation ownership partnership passion philosophy pillar pride principle
    privacy purpose readiness respect sharing spirit sustainability synergy thinking transformation transparency
    trust value vision voice way world`,
  delivery: `
    accounting acquisition administration allocation amendment archiving arrangement authoring batching benchmarking
    billing blogging bookkeeping bundling campaigning canvassing cataloging cataloguing checkpointing chunking
    clustering commissioning composting computation copywriting counseling counselling decomposition deduplication
    deliberation digitising digitizing dispatching diversification dockerisation expansion extraction filtering
    formatting invoicing labeling labelling landscaping licensing linting localising localizing minification
    mirroring mitigation modification modularisation operationalisation parallelisation
    parsing patching planting podcasting prefetching prep preservation purchasing rearchitecture
    reconfiguration reconstruction recycling refactorisation refinement refurbishment reintegration reorganisation
    reprocessing retrieval reuse routing sandboxing scanning scraping segmentation sequencing
    simulation sourcing staffing storytelling streaming subtitles subtitling summarisation supplementation
    synchronisation syndication tagging teaching transcribing tuning tutoring unification uploading
    vendoring versioning wiring
    remediation transcription reconciliation canonicalisation correction sequestration restoration personalisation gamification experimentation demonstration consultation intervention serialisation tokenisation containerisation virtualisation orchestration replication archival purge cleanup upkeep maintenance calibration inspection accreditation enforcement surveillance reforestation afforestation triage sponsorship
    adaptation advertising advocacy analysis annotation approval articulation assessment audit automation
    awareness-raising building buildout caching capacity-building categorisation
    centralisation certification classification coaching collection compilation completion
    conduct configuration consolidation construction coordination creation curation customisation
    debugging decommissioning delivery demarcation deployment deprecation design development digitalisation
    digitisation discovery dissemination distribution documentation drafting editing
    elaboration enablement establishment evaluation excavation exchange execution exploration extension
    facilitation formation formulation fundraising handling harmonisation hiring identification
    implementation indexing inoculation installation integration introduction investigation kickoff
    launch lobbying management mapping marketing mentoring migration mobilisation modeling
    modelling moderation monitoring negotiation networking optimisation organisation
    outreach overhaul packaging planning preparation prioritisation processing procurement
    production profiling promotion proofreading prototyping provision provisioning publication purchase
    ratification rebrand rebranding recruitment redesign refactor refactoring rehabilitation relaunch release
    relocation removal rendering renovation repair replacement reporting research resettlement revamp review
    rewrite rewriting roll-out rollout scheduling scoping selection sensitisation set-up setup
    signing signoff standardisation study supervision support survey testing tracking
    training translation update upgrade validation verification visit writing`,
} as const satisfies Record<string, string>;

export type NounClass = keyof typeof lists;

/** Made for the first word that is looked up: a window that is opened again may ask for none. */
let classes: ReadonlyMap<string, ReadonlySet<NounClass>> | undefined;

/** The classes of a noun's singular; undefined for a word not known as a noun. "-ization" is "-isation". */
export function nounClasses(singular: string): ReadonlySet<NounClass> | undefined {
  classes ??= classesByNoun();
  return classes.get(singular) ?? classes.get(singular.replace(/ization$/, 'isation'));
}

function classesByNoun(): ReadonlyMap<string, ReadonlySet<NounClass>> {
  const found = new Map<string, ReadonlySet<NounClass>>();
  for (const [kind, words] of Object.entries(lists) as [NounClass, string][]) {
    const alone = new Set([kind]);
    for (const word of words.trim().split(/\s+/)) {
      const known = found.get(word);
      found.set(word, known ? new Set([...known, kind]) : alone);
    }
  }
  return found;
}
