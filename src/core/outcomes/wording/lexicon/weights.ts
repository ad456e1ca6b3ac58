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
outcome first 2 reduc
outcome head -1 activity deliverable mechanism quality
outcome head -3 delivery
outcome head 2 none number person
outcome head 4 plural
outcome head-of -1 activity mechanism praise quality
outcome head-of -2 thing
outcome head-of 1 person
outcome lean -10 whole
outcome lean -9 early
outcome object -1 a activity mechanism none
outcome object -2 other thing
outcome object 1 delivery measure plural
outcome object 3 number
outcome object-of -1 activity delivery
outcome object-of -2 mechanism
outcome object-of 1 person praise
outcome object-of 2 thing
outcome rules -1 output-phrase
outcome rules -7 output unclear
outcome rules 12 outcome
outcome rules 3 outcome-phrase
outcome said -1 have participle person
outcome said 1 modal other
outcome said 2 quality thing
outcome some -1 activity delivery quality
outcome some -2 mechanism
outcome some -3 vague
outcome some 1 -er -none money person trouble
outcome some 2 amount
outcome some 3 comparison threshold
outcome some 4 measure
outcome subject -1 -none other
outcome subject -2 none the
outcome subject 1 -s measure
outcome subject 3 person
outcome subject 4 plural
outcome subject-of -1 measure
outcome subject-of -2 other
outcome verb -1 -ing keep
outcome verb -2 act
outcome verb -7 deliver
outcome verb 2 change reach
outcome whole -1 capitals short span
outcome whole -2 purpose title
outcome whole -5 tiny
outcome whole 1 effect
outcome whole 2 long measured middling service
outcome word -2 coverag overall qual team train
outcome word -3 person
outcome word -4 work
outcome word 2 activ collabor first mak minut new search setup tim user
outcome word 3 pipelin reduc use
output does -2 deliver
output does 1 keep
output does-also -1 act
output done 1 clear
output done 3 deliver
output first -2 project
output head -1 -s counted measure none person quality
output head 1 -none activity comparative deliverable other
output head 2 delivery thing
output head-of 2 measure other
output lean 11 early whole
output object -1 counted the work
output object -2 -s
output object 1 measure plural
output object 2 deliverable
output object 3 mechanism thing
output object 4 other
output object-of -1 praise
output object-of -2 thing
output object-of 1 delivery mechanism quality
output rules -1 unclear
output rules -2 outcome-phrase
output rules -8 outcome
output rules 1 output-phrase
output rules 12 output
output said -1 quality
output said -2 modal thing
output said 1 have
output said 2 participle
output some -1 measure vague
output some -2 threshold
output some -3 quality
output some -4 percent
output some 1 code letters mechanism
output some 2 delivery person trouble
output some 3 -none
output some 6 thing
output subject -1 measure percent plural
output subject 1 trouble
output subject 2 -none other
output subject-of -1 activity
output subject-of 1 other
output subject-of 2 measure
output verb -1 reach
output verb -3 change
output verb 1 -ing clear polish
output verb 5 deliver
output whole -1 effect
output whole -2 service tiny
output whole -4 measured
output whole 1 middling
output whole 3 title
output whole 6 purpose
output word -2 end engineer environ first pipelin platform project review sourc
output word -3 use
output word 2 add enabl impl mentor person track year
output word 4 train
unclear built -1 clause
unclear built 1 verb
unclear done -1 deliver
unclear first -2 improv
unclear first 2 project
unclear head -1 movement number other thing
unclear head -3 plural
unclear head 3 quality
unclear head-of -1 measure other person
unclear head-of 1 activity quality thing
unclear lean -1 whole
unclear lean -2 early
unclear object -1 deliverable mechanism other thing
unclear object -2 measure number
unclear object -3 plural
unclear object 1 -none counted work
unclear object 2 activity none
unclear object-of -1 person quality
unclear object-of 1 activity
unclear rules -4 outcome output
unclear rules 1 unclear-verb
unclear rules 8 unclear
unclear some -1 comparison name
unclear some -2 amount code letters measure
unclear some -3 person
unclear some -4 trouble
unclear some -5 -none
unclear some -6 thing
unclear some 1 activity
unclear some 3 percent
unclear some 4 quality
unclear some 5 vague
unclear subject -2 person plural
unclear subject 1 deliverable percent the
unclear verb -2 polish
unclear verb 1 keep
unclear verb 2 act
unclear whole -1 title
unclear whole -2 purpose
unclear whole -3 long
unclear whole -4 middling
unclear whole 1 capitals span
unclear whole 2 measured
unclear whole 7 tiny
unclear word -2 improv tim
unclear word 2 class continuous project test valu
unclear word 3 cod qual work
unclear word 4 coverag team
`;
