/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome built -2 verb
outcome does -1 keep
outcome does 1 act deliver
outcome done -1 deliver
outcome done 1 serve
outcome first -2 the
outcome first 2 improv reduc
outcome head -1 activity deliverable mechanism quality
outcome head -3 delivery
outcome head 1 measure movement none
outcome head 2 person
outcome head 3 number
outcome head 4 plural
outcome head-of -1 activity quality thing
outcome head-of -2 mechanism
outcome head-of 1 person
outcome lean -10 whole
outcome lean -8 early
outcome object -1 activity
outcome object -2 a none other thing
outcome object 1 -ing delivery plural
outcome object 3 number
outcome object-of -1 delivery mechanism
outcome object-of -2 activity
outcome object-of 1 person praise
outcome object-of 2 thing
outcome rules -1 output-phrase
outcome rules -6 unclear
outcome rules -7 output
outcome rules 11 outcome
outcome rules 2 outcome-phrase
outcome said -1 have participle
outcome said 1 delivery measure other
outcome said 2 modal quality thing
outcome some -1 activity delivery quality
outcome some -2 mechanism
outcome some -3 vague
outcome some 1 -er -none person trouble
outcome some 2 amount threshold
outcome some 3 comparison
outcome some 4 measure
outcome subject -1 -none other work
outcome subject -2 none the
outcome subject 1 -s movement
outcome subject 3 person
outcome subject 4 plural
outcome subject-of -1 measure
outcome subject-of -2 other
outcome verb -1 -ing act keep
outcome verb -7 deliver
outcome verb 2 reach
outcome verb 3 change
outcome whole -1 capitals
outcome whole -2 purpose span title
outcome whole -4 tiny
outcome whole 2 effect long middling service
outcome whole 3 measured
outcome word -2 complet focus overall practic qual team
outcome word -3 coverag person train
outcome word -4 work
outcome word 2 activ adopt collabor first mak new rat search setup user
outcome word 3 minut pipelin reduc tim use
output does -2 deliver
output does-also -1 act
output done 1 act clear
output done 3 deliver
output first -2 project
output head -1 -s counted none number person quality
output head -2 measure
output head 1 -none activity comparative deliverable
output head 2 other thing
output head 3 delivery
output head-of 1 measure
output head-of 2 other
output lean 11 early whole
output object -1 the
output object -2 -s
output object 1 a measure plural
output object 2 deliverable mechanism
output object 3 thing
output object 4 other
output object-of -1 praise thing
output object-of 1 delivery mechanism other quality
output rules -1 outcome-phrase unclear
output rules -7 outcome
output rules 1 output-phrase output-verb
output rules 11 output
output said -1 measure quality
output said -2 thing
output said -3 modal
output said 2 have participle
output some -1 threshold
output some -2 quality
output some -4 percent
output some 1 code letters mechanism
output some 2 delivery person trouble
output some 3 -none
output some 6 thing
output subject -1 measure movement percent plural
output subject 1 trouble
output subject 2 -none other
output subject-of -1 activity
output subject-of 1 delivery other
output subject-of 2 measure
output verb -1 reach
output verb -3 change
output verb 1 -ing clear polish
output verb 6 deliver
output verb-also 1 act
output whole -1 effect
output whole -2 service tiny
output whole -6 measured
output whole 1 middling
output whole 3 title
output whole 6 purpose
output word -2 end engineer environ minut pipelin platform request review sourc
output word -3 project use
output word 2 avail enabl impl mentor person track year
output word 3 add
output word 4 train
unclear built -1 clause
unclear built 1 verb
unclear done -2 deliver
unclear first -2 improv
unclear first 2 project secur
unclear head -1 movement number other person thing
unclear head -3 plural
unclear head 3 quality
unclear head-of -1 other person
unclear head-of -2 measure
unclear head-of 1 activity quality
unclear lean -2 whole
unclear lean -3 early
unclear object -1 deliverable mechanism other
unclear object -2 measure number
unclear object -3 plural
unclear object 1 -none -s counted work
unclear object 2 activity none
unclear object-of -1 measure person quality
unclear object-of 1 activity
unclear rules -4 outcome output
unclear rules 1 unclear-verb
unclear rules 7 unclear
unclear said -1 quality
unclear some -1 amount name
unclear some -2 code comparison letters measure
unclear some -4 person trouble
unclear some -5 -none
unclear some -6 thing
unclear some 1 activity
unclear some 4 percent
unclear some 5 quality vague
unclear subject -2 person plural
unclear subject 1 deliverable none percent the
unclear verb -2 polish
unclear verb 1 keep
unclear verb 2 act
unclear whole -1 title
unclear whole -3 purpose
unclear whole -4 long middling
unclear whole 1 capitals span
unclear whole 2 measured
unclear whole 7 tiny
unclear word -2 improv reduc tim
unclear word 2 class continuous valu
unclear word 3 cod project qual test
unclear word 4 coverag team work
`;
