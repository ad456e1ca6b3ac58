/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -3 clause
built 2 verb
command -3 achieve be become
command -1 add foster reduce take
command 1 assist encourage fix have hire identify measure publish understand
command 3 better meet
command -8 build
command -6 create
command -5 deliver help make
command 2 engage expand offer
command -4 ensure
command -2 establish improve transform
command 4 implement
command -7 invest
command 6 onboard
does -7 act
does -4 change
does 3 offer
does-also -6 act
done -6 act
done -2 change
done 17 deliver
done 4 enable
done 1 offer
done-also -1 act
first -1 achiev add end farmer foster improv ship successful
first 6 all
first 1 assist candid commun encourag fix identif integr launch measur of person publish rust tim understand we
first -3 be becom ensur fewer mak
first 3 better meet onboard
first -9 build
first -5 class cre deliver help number
first -2 establish new peerpad product reduc to transform user zero
first 2 expand have
first -7 invest no
first -4 nail
head 1 -ing
head 2 a
head -9 comparative
head -3 counted person
head 11 deliverable
head 6 delivery thing
head -10 measure
head -2 none
head -7 number
head -4 quality trouble
head -1 the
head-of 3 measure mechanism
head-of 1 person
head-of -6 praise
head-of 2 thing
next 3 #_, #_De Ac_j Ac_ms De_? De_and De_for P_to Re_De Re_with T_j T_ps Ts_$ Ts_P Ts_T ^_% ^_Se ^_ms ^_y by_p in_m j_y m_q ms_M o_P of_j p_$ ps_P ps_ps to_De
next -3 #_P #_in +_P ,_J ?_P ?_o Ac_J Ac_to J_? M_P P_j T_that Ts_De ^_As and_Po by_? m_Ac m_m of_?
next 9 #_Ts M_De
next -4 #_ms #_of +_T ?_Se Ch_T P_% Re_m Ts_Re ^_# ^_Po ^_ps in_j m_ps ms_P p_m that_Ch
next 1 #_p +_ms ,_T ?_J Ac_P Ac_vs As_j De_# De_Ac De_P De_T De_Ts De_ms De_of P_? P_Po P_p T_Re ^_r and_Ac for_De for_j for_ps in_T j_? j_De j_P j_r m_De m_T m_o o_T o_q p_? p_Ts p_p q_, r_T to_? to_Ac vs_$ vs_,
next 5 #_ps ?_De ?_M ?_to De_p Re_P ^_? and_De in_# ms_, of_T
next -2 %_$ ?_and Ac_Ts As_? Ch_Ac De_, De_J J_$ J_, J_Ts M_M M_y P_# Re_for Re_in Se_? T_and T_m T_y ^_J ^_to and_J and_Ke and_Ts and_v d_$ ps_d ps_m ps_y that_vs y_De
next -1 +_Ts +_for ,_Ts ,_and ,_y ?_Ac ?_in ?_q Ac_$ Ac_m Ac_ps Cl_y J_P Ke_j M_Ac M_Se M_m P_Ts Po_j Po_p Re_o Re_ps Sh_T Ts_? Ts_J ^_Re and_Ch and_p d_q in_? in_p j_in m_$ m_, m_rs m_v ms_$ ms_T p_Ac p_ps ps_, q_$ q_P q_of v_$ with_p y_, y_j
next 7 +_j Ts_to d_of p_T
next 2 ,_# ?_$ ?_, ?_p ?_ps ?_with De_De De_m En_De P_De Po_T T_Cl T_d T_in T_of T_with ^_Of ^_d ^_p and_# and_T and_d d_P d_T d_rs j_d j_p m_? m_in m_vs m_with ms_in r_Ts that_De with_T with_ps y_#
next 4 ?_? ?_d ?_y M_T P_in P_q Po_? T_, ^_j and_j
next -5 ?_Re Ch_m De_ps M_J in_d j_ps j_q of_p ps_to
next 6 De_$ T_$ T_T T_for T_vs Ts_for and_? for_# to_Ch
next -7 De_y P_J j_and
next -6 J_to ^_+ m_P
next -8 P_T y_Ac
next -10 Re_#
next 8 T_to
next -9 ^_Ch ps_M
next 11 ^_De
next -11 m_of
object 1 -ance other the
object 6 -none mechanism
object 2 -s activity trouble
object -1 a
object -7 comparative
object 7 deliverable
object -9 measure
object -3 none
object -6 person
object 5 plural
object -4 quality
object 4 thing
object-of 4 activity
object-of 5 measure
object-of 3 other
object-of 2 person
object-of -4 praise
object-of 6 quality
object-of -2 thing
said -10 active
said 3 activity
said 7 delivered have participle
said -7 modal
said -2 not other person
said -6 quality
said 2 thing
some 1 -ance -er
some 3 -ion code
some -1 -ity movement
some -3 -none
some -2 -s letters measure threshold
some -4 amount
some -6 comparison quality
some 6 delivery
some -8 money
some 5 name
some -7 percent
some 9 thing
some -9 vague
subject 2 -none percent
subject -4 activity delivery
subject -8 counted
subject 5 deliverable
subject -3 measure plural
subject 1 mechanism number the
subject -2 none person trouble
subject 7 thing
subject -5 work
subject-of -1 measure
subject-of 5 mechanism
verb -7 act
verb -4 assure
verb -11 change
verb 16 deliver
verb 4 offer
verb 3 ours serve
verb 1 unknown
whole -1 capitals
whole -18 effect
whole -11 measured
whole 10 purpose
whole -2 service
whole 5 short
whole -13 title
word -3 access averag baselin block contribut devic eas efficient environ extension feel fewer global hit oper partnership platform predict q3 rat reader run sell target traffic workforc
word -8 achiev number reduc
word -2 activ agricultural align applic busi cadenc champion chang clos contributor cre deplo economic empower ensur feed finish help hous ipf larg lin los mor partner pattern pay peerpad quest reli review search strong transform trust truth unblock x zero
word 1 ae cach candid capac captur channel chao commcomm commun cor databas defin dependenc developer effort enterpr equip export facilitator fix identif improv internal key legal list mak membership nod optim performanc playbook portal print production-read progress short speak stabl sur territor track up-to-d upload usag valu view workshop
word 2 agre alumnus api articl attendanc bas cas conduct ear epic error group hour imag institutional present renewal shar tab team templ valid
word 6 alloc collabor enabl train
word -1 artifact best binar comfort connect contact cultur decision earn easier employe engineer even financ flat go-ipf good hospital incremental issu lif mil newsletter oee person posit priorit process pull qual reduct releas reliabil repo revenu saf scal school secret singl smb solid sourcegraph stabil start stat stream structur successful support veloc webhook young
word 4 assist benefit complet cours educ if implement modul monitor provid replac step typ
word 3 avail basic campaign cluster custom default document exampl measur messag migr need offer onlin owner public research
word -4 b2b customer experienc fast goal grow keep nail product sourc
word -5 becom compan coverag day deliver end increas invest prepar program servic spac student
word 5 better citizen data docu expand histor impl initiat larger meet
word -6 build cost decreas
word -11 class
word -7 design minut retain tak use
word 7 exist interfac
word -10 sustain
`;
