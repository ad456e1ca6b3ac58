/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome built -2 verb
outcome does -1 keep
outcome does 1 act change deliver
outcome does-also 1 act
outcome done -1 deliver
outcome done 1 serve
outcome first -2 the
outcome first 2 improv reduc
outcome head -1 activity deliverable mechanism quality
outcome head -3 delivery
outcome head 1 measure none
outcome head 2 number person
outcome head 3 plural
outcome head-of -1 activity quality thing
outcome head-of -2 mechanism
outcome head-of 1 person
outcome lean -10 whole
outcome lean -8 early
outcome object -1 a activity none
outcome object -2 other thing
outcome object 1 -ing delivery
outcome object 2 plural
outcome object 3 number
outcome object-of -1 activity delivery
outcome object-of -2 mechanism
outcome object-of 1 person praise
outcome object-of 2 thing
outcome rules -1 output-phrase unclear-verb
outcome rules -6 unclear
outcome rules -7 output
outcome rules 11 outcome
outcome rules 2 outcome-phrase
outcome said -1 have participle person
outcome said 1 other
outcome said 2 modal quality thing
outcome some -1 activity delivery quality
outcome some -2 mechanism
outcome some -3 vague
outcome some 1 -er -none money person trouble
outcome some 2 amount
outcome some 3 comparison threshold
outcome some 4 measure
outcome subject -1 -none other
outcome subject -2 none the
outcome subject 1 -s measure movement
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
outcome whole 2 effect long measured middling service
outcome word -2 overall qual team train
outcome word -3 coverag person
outcome word -4 work
outcome word 2 adopt collabor first mak minut search setup tim use user
outcome word 3 pipelin reduc
output does -2 deliver
output does 1 keep
output does-also -1 act
output done 1 clear
output done 3 deliver
output first -2 project
output head -1 -s counted measure none person quality
output head 1 -none activity comparative deliverable
output head 2 other thing
output head 3 delivery
output head-of 1 measure
output head-of 2 other
output lean 11 early whole
output object -1 counted the
output object -2 -s
output object 1 measure
output object 2 deliverable mechanism
output object 3 thing
output object 4 other
output object-of -1 praise
output object-of -2 thing
output object-of 1 delivery mechanism quality
output rules -1 outcome-phrase unclear
output rules -8 outcome
output rules 1 output-phrase
output rules 12 output
output said -1 quality
output said -2 modal thing
output said 1 have
output said 2 participle
output some -1 comparison measure
output some -2 quality threshold
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
output whole -5 measured
output whole 1 middling
output whole 3 title
output whole 6 purpose
output word -2 end engineer environ first pipelin platform project review school sourc
output word -3 use
output word 2 add enabl impl mentor person track year
output word 4 train
unclear built -1 clause
unclear built 1 verb
unclear done -1 deliver
unclear first -2 improv
unclear first 2 project
unclear head -1 movement number other thing
unclear head -2 plural
unclear head 3 quality
unclear head-of -1 other person
unclear head-of -2 measure
unclear head-of 1 activity quality
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
unclear rules 7 unclear
unclear some -1 comparison name
unclear some -2 amount code letters measure
unclear some -4 person trouble
unclear some -5 -none
unclear some -6 thing
unclear some 2 activity
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
unclear whole 8 tiny
unclear word -2 improv new tim
unclear word 2 class continuous test valu
unclear word 3 cod project qual work
unclear word 4 coverag team
`;
