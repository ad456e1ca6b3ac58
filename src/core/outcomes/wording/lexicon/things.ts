/** Nouns for something that is made, held or handed over. */
export const things = `
  2fa abac abstract abstraction accelerator accessory accommodation accord accordion acl act action activity actuator
  ad adapter adaptor addon address adr advert advertisement advice agenda agent agreement aid airport aisle alert
  alerting algorithm alley allocator almanac alpha alphabet alternative ambulance amendment amenity analysis analyzer
  anchor android animation anniversary annotation announcement antenna anthology apartment api app appeal appendix
  application appraisal apprenticeship apron arch archive arena artefact article artifact artwork aspiration
  assessment asset assignment assistant assumption atlas attachment attestation attic attraction attribute auction
  audit auth authentication authorization autocomplete autosave avatar avenue award backend backfill backlink backup
  badge bag balcony ball ballot band bank banner barcode barn baseline basin basket batch bathroom battery beach beam
  bean bed bednet bell belt bench benchmark beta beverage bi bibliography bicycle bid bike bikeshare bikeway billboard binding
  bin binary binder birthday biscuit blanket blob block blockchain blog blogpost blueprint board boat boiler
  boilerplate bonus book booklet bookmark bookshelf bootcamp booth bootloader borehole bot bottle bounty bowl box
  bracelet branch bread breadcrumb breaker breakfast brick bridge brief briefing brochure broker browser brush bucket
  budget buffer build builder building bulb bulletin bundle bursary bus bush button bylaw bypass cabin cabinet cable
  cache caching cadence cake calculator calendar callback camera camp campaign canal candle canteen canvas cap
  capability capacitor caption car caravan card carousel carpet cart castle catalog catalogue category cattle cd cdn
  celebration cell cemetery center centre cereal ceremony certificate certification chain chair challenge changelog
  changeset channel chapel chapter charcoal charger chart charter charterhouse chat chatbot cheatsheet check check-in
  checkbox checklist checkout checkpoint cheese chocolate choir ci cinema circle circuit cistern class classifier
  classroom clause clay cli clinic clip clipboard clock closure cloth cloud club cluster cms coal coat code codeowner
  coffee cohort coin collector collider column combination comedy command commandment comment committee commodity
  communique comparison compartment competition compiler complement component composer compost compression compromise
  computer concept concert conclusion conference config configuration configurator confirmation connector console
  constitution container content contest continent contract control controller convention converter cookbook cookstove
  copilot copper copy copyright cord core corpus corridor cottage council counter coupon course court courtyard
  covenant coworking crane crate crawler creative credential crm cron cronjob crop crossing crossroads crosswalk crown
  cruise crystal css csv cta cube culvert cup cupboard curriculum curtain cushion cutover cylinder daemon daemonset dag
  dairy dam dance dapp dashboard database datagrid datalake dataplane datapoint dataset datasheet deadline debate
  debrief debugger deck declaration decoration decorator decree definition degree deliverable demo demographics
  deployment depot derivative description design designer desk desktop dessert destination detour device devnet dht
  diagnostics diagram dialog dialogue dictionary diet diff digest dinner diploma directive directory disclosure
  discount dish disk dispatch dissertation dive division doc docker doctrine document documentary documentation doll
  domain door dormitory dose dossier dpa draft drain drainage drawer drawing drill drive driver drone dropdown drug dtype
  dump dyke ebook edit edition editor egress electronics elevator email embassy embedding emoji emulator encryption
  endpoint engine enhancement entity entrance entry enum envelope environment epic episode equation equipment erp
  escalator essay estate estimate etl evaluation event exam examination exception excursion executable executor
  exercise exhibit experiment exhibition expectation expedition explanation explorer expo export exporter expression extension
  extract extranet eyeglass fabric facility factory factsheet failover fair fallback faq fare faucet favorite
  favourite feature feed federation feedback fellowship fence ferry fertiliser fertilizer festival fiber fibre field figure
  file filing film filter findings fireplace firewall firmware fix fixture flag flashcard flat fleet flight floor flow
  flower flyer folder font football footer footpath forecast forest form format formatter formula forum fountain
  fraction fragment frame framework freezer fridge frontend fruit function functionality fund funnel furnace furniture
  gallery game gantt garage garden garment gate gateway gathering gauge gem gene generator gesture gift glass glossary
  glove goal gown grammar grant graph graphql gravel greenhouse grid group grpc guarantee guardrail gui guidance guide
  guidebook guideline guitar gun gym habitat hackathon hackfest hall hallway handbook handler handover handpump
  handrail handshake hangar harbor harbour hardware harness hash hashing hatchery header headline healthcheck
  heartbeat heater heatmap helm helmet helpdesk hierarchy highlight highway hint hire histogram history home homepage
  homescreen homework hook hostel hostname hotfix hotkey hotline house housing hris html hub hut hydrant hypervisor
  hypotheses hypothesis iam icon ide idea illustration image import importer inbox incubator index indexer indicator
  info infographic infra infrastructure ingredient ingress initiative inn input installer instance instruction
  insurance integer integration interceptor interface internals internet internship interpretation interpreter
  intersection interval interview intranet inverter invoice ios iphone iron irrigation island item iteration itinerary
  jacket jail jar jd jet jingle journal json juice kanban kernel key keybinding keyboard keynote keyword kiln kiosk
  kit kitchen knife kpi kubernetes lab label laboratory lake lakehouse lamp landfill landing landmark lane language
  laptop laser latrine launcher laundry law lawn lawsuit layer layout ldap leaderboard leaf leaflet league lecture
  ledger legend legislation lens lesson letter levee levy lexer lexicon library licence license lid lift lightbulb
  lighting limit limiter line link linter list listing liveblog livestock llm lms loader loan locale localisation
  location locker lockfile log logger logging login logistics logo lookup loom lottery lounge lunch machine machinery
  macro magazine mailbox mailing mainnet makerspace makeup mandate manifest manifesto mannequin mansion manual
  manuscript map march marker marketplace markup marsh mask mast masterclass material mathematics matrix mattress maze
  meal mechanism medal media medication medicine meeting meetup melody memo memorandum memorial mempool mention
  mentorship menu merch merchandise merger mesh message messenger metadata meter method methodology metric metro mfa
  microgrid microservice microsite middleware migration milestone mill mineral minisite minutes mirror missile mixture
  mock mockup modal mode model modem module monitor monitoring monologue monorepo moodboard mortgage motive motor
  motorcycle mou mountain mouse movie mural museum music mvp mysql myth namespace napkin narrative navigation nda
  nerve nest net network news newsfeed newsletter newsroom nft node notation note notebook notice notification novel
  nursery oauth object objective obligation observability observatory ocean ocr offboarding offer offering office
  offsite oidc okr onboarding one-on-one ontology opera operator optimizer option oracle orchard orchestra ordinance
  organizer orm outbox outfit outlet outline output outreach oven overlay overview pack package packet pad page pager
  pagination painting pair palace palette pallet pamphlet pan pane panel paper parade paragraph parameter parcel
  parity park parking parlour parquet parser partial partition partitioning partnership party passage passkey patch
  patchset patent path pathway pattern pavement pavilion payload payout payroll paywall pdf pen pencil pension perk
  permission persona pesticide petition phone photo phrase piano picker picnic picture pie pier pill pillow pilot pipe
  pipeline pitch placeholder placement plan plane planet planner plant plaque plate platform playbook player
  playground playlist pledge plot plug plugin poc pocket pod podcast poem pole policy poll pond pool popover popup
  port portal portfolio pos position post postcode poster postgres postmortem pot potato pothole prediction prefix
  premise presentation press-release preview pricing primer primitive printer priority prison prize probe procedure
  process prod product profile profiler program programme project projector promotion prompt proof propeller property
  proposal protobuf protocol prototype provenance proxy pub pump puppet puzzle pwa qualification quarry quest question
  questionnaire queue quickstart quiz quota quote rack radio raffle rail railing railway rainwater rally ramp ration
  rbac reaction readme rear recap receipt receiver recess recipe recommendation record recording redesign redirect
  redis redo reducer refactor reference referendum refrigerator refuge regex register registry regressor regulation
  relay relayer release reminder renderer rendering repair repl replay replica repo report repository request
  requirement research reservoir residency resolver resort resource response restriction restroom retreat retro
  retrospective retry review reward rewrite rfc rfi rfp ribbon rice ride ring ritual river road roadmap roadway robe
  robot rock rocket rod role rollback rollout rollup roof room rope roster rota rotation round roundup route router
  routine row rpc rubric rug rule rulebook ruling runbook runloop runner runtime safeguard salad saml sample sanctuary
  sandbox sandwich satellite sauce sbom scaffold scan scanner scenario scene schedule scheduler schema scheme
  scholarship scim scooter scope scoreboard scorecard scraper screen screencast screening script scroll sculpture sdk
  seal search seat secret section seed seedling segment selector semantics seminar sensor sentence sequence sequencer series
  server service session setting settlement sewer sewerage shade shampoo shard sharding shed sheet shelf shell shelter
  shelving shield ship shirt shoe shop shore shortcut shot show showcase shower shrub sidebar sidecar sidewalk siege
  siem sign sign-on signage signal signature simulator sink site sitemap skin skirt sku slice slide slider slogan sms
  snack snackbar snapshot snippet soap sofa software soil solution solver song sop sort soundtrack soup source sow spa
  space sparkline spear spec specification specimen speech spell sphere sport spot spray spreadsheet square sso stable
  stack stacktrace stadium staging stair stake stall stamp stand standard standup starter statement station statistic
  statistics statue statute stem stepper sticker stipend stool storage store storefront story storyboard storybook
  stove strand stratagem strategy straw stream street streetlight string strip struct structure stub study style
  stylesheet subagent subdomain subgraph subject submission submodule subnet subpage subsidy substation subsystem
  subtitle suburb subway sugar suggestion suite summary summit supplement supply support surcharge surgery survey swag
  swap swarm swimlane switch syllabus symbol sync syntax system t-shirt tab table tablet tactic tag tale talk tank tap
  tarball tarp task taskforce tax taxi taxonomy tea teardown technique telehealth telemetry template temple tenancy
  tender tent term terminal terminology terrace terraform territory test testbed testimonial testnet text textarea textbook
  theater theatre theme therapy thesaurus thesis thread threshold throne throttle thumbnail ticketing tier tile timber
  timeline timeout timesheet timetable timezone tissue title toast toggle toilet token tokenizer tool toolbar toolbox
  toolchain toolkit tooltip topic topology torch tour tournament towel tower townhall toy trace tracer tracing track
  tracker tractor trademark trail trailer train training trait tram transcript transfer transformer translation
  translator tray treasure treatment treaty tree trial tribute tricycle trigger trip trolley trophy truck tube tui
  tune tunnel turbine tutorial tweak tweet typeahead typography ui ultrasound umbrella undo uniform unit update
  upgrade uploader url vaccine vacuum validator valley valve van variable variant vault vector vegetable vehicle
  ventilator venue verdict verse version vest video viewer vigil villa vine visual visualisation visualizer vitamin
  vlog vm vocabulary voucher vpc vpn walkthrough wall wallet ward wardrobe warehouse warranty washroom watch watchlist
  watermark wave weapon webapp webhook webinar webkit webpage webshop website websocket weld well wheel wheelchair
  whistle whiteboard whitepaper widget wiki window wing wireframe wishlist wizard wood wool wordpress workaround
  workbench workbook workflow worksheet workshop workspace workstation worktree wreath xml yaml yard zipper zoning
  zoom`;
