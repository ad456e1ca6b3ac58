/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -1 clause
built 1 verb
command -3 be ensure help
command -4 become create deliver invest make
command -7 build
command 3 implement
command 4 onboard
does -6 act
does -3 change
does -1 enable serve
does 3 offer
does-also -5 act
done -4 act
done -2 change
done 13 deliver
done 2 enable
done 1 offer
first 5 all
first -3 be class fewer help
first -4 becom cre deliver invest no number
first 3 better onboard
first -7 build
head 1 -s plural
head -5 comparative
head -2 counted
head 10 deliverable
head 4 delivery
head -10 measure
head 2 movement
head -1 none the
head -6 number
head -3 person quality
head 6 thing
head -4 trouble
head-of 3 measure
head-of 2 mechanism thing
head-of -1 movement praise
head-of 1 person trouble
head-of -2 quality
next 1 #_$ #_, #_? #_De #_p ,_# ,_T ,_p ?_$ ?_, ?_m ?_ps ?_with ?_y Ac_P Ac_j Ac_ms De_De De_m De_o De_with En_De P_De P_m P_p P_y Po_? Re_T T_in Ts_of ^_p ^_r ^_y a_P and_d d_P d_and for_T for_j in_T j_P j_T j_m j_p j_y m_? m_T m_in m_o m_vs m_with ms_M ms_for ms_to o_P o_T o_q p_, p_p q_, q_Ts q_to r_T to_Ac to_ps vs_$ with_T with_ps
next -1 #_P #_m +_for +_m ,_and ,_y ?_Ac ?_and ?_o ?_q Ac_$ Ac_and Ac_to As_? De_, J_? J_m Ke_j M_Ac M_Ch M_Se M_m Of_# P_Ac Po_j Re_% Re_in Re_ps Sh_T T_? T_Ts T_and Ts_? Ts_that ^_M ^_Re ^_to and_Ch and_Po d_? j_in m_$ m_, m_by m_rs ms_De o_? of_Ts p_and p_q ps_Ac ps_to q_$ q_m r_P rs_P v_$ y_, y_De
next 6 #_Ts De_$ T_T T_to d_of p_T
next -2 #_in #_of %_$ ,_J ?_Se ?_in ?_that Ac_J Ac_Ts Ch_Ac Ch_T De_J J_$ J_, M_P P_# P_j Re_m T_m Ts_De Ts_Re ^_# ^_As ^_J ^_Po and_J and_Ke and_v by_T d_$ in_d in_p m_Ac m_m of_p ps_d ps_y that_vs y_j
next -3 #_j #_ms +_P +_T ?_P De_ps M_y P_% T_that in_j ms_P p_m
next 4 #_ps +_j T_for ^_ms for_# in_m to_Ch
next 5 ?_? ?_M De_p T_$ Ts_for Ts_to ^_?
next 3 ?_De ?_p ?_to De_and P_q P_to Re_De Re_P T_vs ^_Se ^_j and_? and_De and_j in_# j_? j_d ms_, of_T y_#
next 2 ?_d De_# De_? De_P De_Ts De_for M_T Of_j P_in Po_T Re_with T_, T_d T_j T_of T_ps T_with Ts_$ Ts_P Ts_T ^_% ^_T ^_d and_# and_T by_p d_T for_ps j_De m_q ms_in of_j p_$ ps_P ps_ps r_Ts to_? to_De vs_,
next -4 Ch_m De_y M_J P_J ^_ps j_and j_q that_Ch
next -6 J_to P_T Re_# m_P
next 7 M_De
next -5 ^_+ j_ps y_Ac
next -8 ^_Ch
next 11 ^_De
next -9 m_of
next -7 ps_M
object -1 -ing a none
object 5 -none thing
object 1 -s activity other the
object -4 comparative person
object 6 deliverable
object -8 measure
object 4 mechanism plural
object -3 quality
object 2 trouble
object-of 2 activity other
object-of 5 measure quality
object-of -3 praise
object-of -1 thing
said -8 active
said 1 activity delivery mechanism thing
said 5 delivered have
said -2 measure not other
said -4 modal
said 6 participle
said -5 quality
some 1 -ance -er -ion
some -2 -none letters movement threshold
some -3 -s measure
some -4 amount
some 4 code name
some -7 comparison
some 6 delivery
some -6 money percent
some -5 quality
some 9 thing
some -8 vague
subject 1 -none mechanism other percent the
subject -2 activity delivery measure person
subject -5 counted
subject 4 deliverable
subject -1 none trouble
subject 2 number
subject -3 plural
subject 6 thing
subject -4 work
subject-of 2 delivery
subject-of -2 measure
subject-of 3 mechanism
subject-of 1 person
verb -5 act
verb -3 assure
verb -9 change
verb 16 deliver
verb 1 offer
verb 2 ours serve
verb-also 1 act
whole -2 capitals service
whole -14 effect title
whole -9 measured
whole -1 middling
whole 8 purpose
whole 4 short
word -6 achiev design number
word -5 becom day increas use
word 5 better enabl train
word -7 build class reduc sustain
word 4 collabor docu exist meet
word -4 customer deliver end experienc fast minut platform program retain
`;
