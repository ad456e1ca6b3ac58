/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -2 clause
built 1 verb
command -2 achieve be become reduce
command -1 add establish foster improve transform
command 2 better expand measure meet
command -7 build
command -5 create
command -4 deliver help invest make
command 1 enable engage fix have hire identify offer reach
command -3 ensure
command 3 implement onboard
does -6 act
does -3 change
does 3 offer
does -1 serve
does-also -5 act
done -4 act
done -2 change
done 14 deliver
done 2 enable
done 1 offer
done-also -1 act
first -1 achiev add amount establish foster product project sustain to transform zero
first 5 all
first -2 be becom ensur improv mak new reduc user
first 2 better expand measur meet onboard we
first -7 build
first -3 class fewer
first 1 commun enabl engag featur fix have identif impl integr launch of
first -4 cre deliver help invest no number
head 1 -s a activity movement
head -7 comparative
head -2 counted person
head 10 deliverable
head 5 delivery
head -9 measure
head -1 mechanism none the
head -6 number
head -4 quality
head 6 thing
head -3 trouble
head-of 2 measure mechanism thing
head-of 1 person
head-of -4 praise
head-of -2 quality
next 1 #_$ #_De #_p ,_T ,_p ?_$ ?_, ?_J ?_m Ac_j Ac_ms De_# De_De De_T De_m De_ms De_o De_of De_with En_De P_? P_De P_Po P_m P_p Re_T T_in Ts_P ^_Of ^_T ^_p ^_r by_m d_P d_and for_T for_j j_De j_P j_T j_y m_T m_o m_q m_with ms_M ms_for ms_to o_T o_q p_, p_p ps_P q_, q_Ts q_p r_T r_Ts that_De to_? to_Ac vs_$ with_ps
next 2 #_, ,_# ?_d ?_p ?_with ?_y De_? De_P De_Ts De_for Of_j P_in P_to Po_? Po_T Re_with T_d T_j T_of T_ps T_with Ts_$ Ts_T ^_% ^_Se ^_d ^_y and_# and_T and_d by_p for_ps in_T j_p m_? m_in m_vs ms_in o_P of_j p_$ ps_ps to_De vs_, with_T y_#
next -1 #_P +_for ,_and ,_y ?_Ac ?_q Ac_and Ac_m Ac_to As_? Ch_j De_, J_P Ke_j M_Ac M_Se M_m P_Ac Po_j Re_% Re_in Sh_T T_? T_Ts T_and Ts_? Ts_that ^_M ^_to and_Ch and_Po d_$ d_? in_p j_in j_qs m_$ m_by m_ps m_rs of_ps p_q ps_Ac q_$ q_m r_P rs_P v_$ y_, y_De y_j
next 7 #_Ts M_De
next -2 #_in %_$ +_T ?_P ?_Se ?_and ?_o ?_that Ac_J Ac_Ts Ch_Ac Ch_T De_J J_$ J_, J_? M_P P_# Re_m T_m Ts_De Ts_Re ^_As ^_J ^_Re and_J and_Ke and_v by_T in_d m_Ac m_m of_Ts ps_d ps_to ps_y that_vs
next -3 #_ms #_of +_P ,_J ?_in De_ps M_y P_% P_j T_that ^_# ^_Po in_j ms_P of_p p_m
next 4 #_ps +_j ?_De ?_to Re_P T_for T_vs Ts_for ^_ms in_m to_Ch
next 5 ?_? ?_M De_p T_$ ^_? for_# p_T
next -4 Ch_m De_y P_J ^_ps j_and j_q that_Ch
next 6 De_$ T_T T_to Ts_to d_of
next 3 De_and M_T P_q Re_De T_, ^_j and_? and_De and_j d_T in_# j_? j_d ms_, of_T
next -6 J_to P_T m_P
next -5 M_J ^_+ j_ps y_Ac
next -7 Re_#
next -9 ^_Ch m_of
next 11 ^_De
next -8 ps_M
object 1 -ance -s other the trouble
object -1 -ing a
object 6 -none deliverable
object 2 activity
object -4 comparative person
object -7 measure
object 5 mechanism thing
object -2 none
object 4 plural
object -3 quality
object-of 3 activity other
object-of 5 measure quality
object-of -3 praise
object-of -1 thing
said -9 active
said 2 activity thing
said 5 delivered have
said 1 delivery mechanism
said -1 measure person
said -4 modal quality
said -2 not other
said 7 participle
some 1 -ance
some -2 -none -s letters movement threshold
some -4 amount
some 3 code
some -7 comparison
some 6 delivery
some -3 measure
some -6 money percent
some 4 name
some -5 quality
some 9 thing
some -8 vague
subject 1 -none mechanism percent the
subject -2 activity measure none trouble
subject -5 counted
subject 4 deliverable
subject -3 delivery person plural
subject 2 number
subject 5 thing
subject -4 work
subject-of 1 delivery
subject-of -2 measure
subject-of 3 mechanism
verb -5 act
verb -3 assure
verb -9 change
verb 15 deliver
verb 2 offer ours serve
whole -2 capitals service
whole -14 effect
whole -9 measured
whole 8 purpose
whole 4 short
whole -13 title
word -1 abl agricultural ai align applic appoint artifact best binar block brows cadenc champion ci clos consistent contact contributor cultur cut deplo devic earn easier economic effect employe engineer extension feed financ good half hit hospital hous inclus ipf issu larg lin month newsletter partner pattern peerpad person posit predict q3 reader reliabil requir retent revenu review scal school secret sell solv sourcegraph start stor strong structur successful traffic transform unblock univers workforc x zero
word -2 access activ averag baselin busi chang contribut cre eas efficient empower environ feel finish global goal help los miss mor oper partnership pay qual quest run saf search spac target trust
word 1 accountabil agre api attendanc basic branch candid captur channel chao commun conduct cor databas developer ear enhanc equip error export fix flag group hour identif imag improv integr internal interop key legal list mak manager membership nod optim performanc playbook portal practic present progress provider quarter research roadmap shar stabl sur system tab templ up-to-d upd upload valid view well workshop
word -6 achiev build design number reduc use
word 2 articl assist cas citizen cluster cours custom default document educ exampl if implement institutional larger measur messag migr modul need offer onlin owner public replac step team typ usag
word 3 avail campaign complet data expand histor impl initiat monitor provid renewal
word -3 becom compan cost coverag decreas ensur fewer grow invest keep platform prepar product rat servic sourc student tak
word 4 benefit collabor docu exist interfac meet
word 5 better enabl train
word -7 class sustain
word -4 customer deliver end experienc fast minut program retain
word -5 day increas
`;
