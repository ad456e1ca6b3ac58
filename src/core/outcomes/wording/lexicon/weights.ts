/**
 * Written by scripts/wording/fit.mjs: a feature of a title, and in hundredths how much it speaks for an outcome, an
 * output, and for neither. The line without a name is for every title; "~" goes before a single word.
 */
export const weightLines = `
a comparison|73|-72|0
a percentage|17|-35|11
an amount|61|-37|-17
built as clause|19|3|-29
built as phrase|-19|0|22
effect|104|-90|-7
from … to …|-1|-5|13
head activity|-12|0|19
head compared|49|-45|0
head counts work|-9|-1|17
head delivery|-2|28|-20
head measure|62|-78|9
head mechanism|10|-11|0
head movement|0|19|-12
head only a thing|-42|69|-21
head person|28|-34|0
head plural|26|-3|-16
head quality|-20|-25|52
head thing|-34|45|-5
head trouble|30|-16|-7
head unknown -ion|6|6|-18
head unknown -none|-17|0|14
head unknown -s|-16|19|0
head with number|41|-33|-1
head ~improvement|-15|29|-7
long|57|-31|-19
measured|60|-32|-21
middling|28|1|-37
money|23|-3|-13
no subject|20|-15|0
object activity|-33|1|25
object compared|-10|-5|22
object counted|9|-28|12
object counts work|-21|0|27
object delivery|-5|14|-2
object measure|58|-47|-4
object mechanism|0|21|-19
object only a thing|-25|42|-10
object person|17|-19|0
object plural|0|11|-8
object quality|0|-12|11
object thing|-18|37|-12
object unknown -er|-2|-17|26
object unknown -ing|21|-10|-4
object unknown -none|-5|19|-7
object unknown -s|-33|39|0
object with a|-13|0|15
object with number|0|27|-29
object with percent|15|-7|-1
object with the|-18|17|0
predicate active + measured|11|-6|0
predicate active + subject activity|14|-11|0
predicate active + subject counts work|14|-11|0
predicate active + subject mechanism|-12|0|8
predicate active + subject only a thing|0|-11|5
predicate active + subject person|25|-23|0
predicate active + subject plural|36|-30|0
predicate active + subject thing|3|-12|3
predicate active + subject unknown -none|-9|0|13
predicate active + subject with the|-8|0|11
predicate active|23|-41|11
predicate be + subject only a thing|-1|10|-2
predicate be + subject person|10|-8|0
predicate be + subject thing|-1|11|-3
predicate be + subject unknown -none|-10|14|0
predicate be|0|14|-19
predicate does act + subject only a thing|0|-11|15
predicate does act + subject person|19|-11|-1
predicate does act + subject plural|27|-19|-2
predicate does act + subject thing|0|-15|14
predicate does act + subject with the|0|-9|16
predicate does act|7|-15|1
predicate does change|20|-13|0
predicate does deliver + subject mechanism|-6|13|0
predicate does deliver + subject only a thing|-5|14|-2
predicate does deliver + subject person|9|-14|0
predicate does deliver + subject thing|-6|16|-3
predicate does deliver|-33|21|4
predicate does offer + subject only a thing|-5|10|0
predicate does offer + subject thing|-5|10|0
predicate does offer|-13|21|-1
predicate does reach|13|-10|0
predicate done change|4|-13|2
predicate done deliver + subject only a thing|-10|8|0
predicate done deliver + subject person|-17|22|0
predicate done deliver + subject plural|-13|13|0
predicate done deliver + subject with number|-11|18|0
predicate done deliver|-41|54|-7
predicate have|-11|19|0
predicate modal + subject person|17|-12|0
predicate modal + subject plural|17|-13|0
predicate modal|27|-19|-1
predicate participle + subject activity|0|-9|16
predicate participle + subject counted|2|-13|5
predicate participle + subject counts work|0|-9|16
predicate participle + subject only a thing|-16|15|0
predicate participle + subject person|-9|15|0
predicate participle + subject plural|-19|13|0
predicate participle + subject thing|-12|9|0
predicate participle + subject with number|-3|13|-3
predicate participle|-18|31|-6
purpose|0|38|-39
service level|17|-5|-5
short|-10|28|-12
some activity|-26|-5|38
some delivery|-30|30|0
some measure|38|-1|-30
some mechanism|-15|-2|24
some movement|14|-24|3
some person|26|9|-42
some quality|-31|-20|58
some thing|-9|81|-65
some trouble|23|12|-42
subject activity|12|-28|9
subject counted|2|-13|5
subject counts work|12|-28|9
subject measure|38|-21|-10
subject mechanism|-10|1|1
subject only a thing|-28|29|0
subject person|38|-20|-11
subject plural|29|-13|-9
subject thing|-26|27|0
subject unknown -none|-42|32|3
subject unknown -s|-8|16|-1
subject ~user|12|-9|0
vague|0|-75|75
verb act + no object|0|-7|10
verb act + object measure|-9|11|0
verb act + object only a thing|15|-14|0
verb act + object person|2|-11|2
verb act + object thing|15|-14|0
verb act + object with the|0|-26|27
verb act|-4|-22|33
verb also act|-13|11|0
verb assure|12|-4|-2
verb change + measured|-17|0|10
verb change + object activity|-25|0|19
verb change + object counted|4|-25|14
verb change + object counts work|-23|0|29
verb change + object measure|40|-21|-11
verb change + object only a thing|-16|0|10
verb change + object person|10|-1|-3
verb change + object plural|0|-8|10
verb change + object thing|-16|1|9
verb change + object unknown -s|0|-15|9
verb change + object with the|21|-12|-1
verb change|51|-79|21
verb clear + object plural|-11|12|0
verb clear + object with the|-10|16|0
verb deliver + measured|-12|26|-7
verb deliver + no object|-7|24|-10
verb deliver + object measure|-13|0|10
verb deliver + object mechanism|9|0|-16
verb deliver + object only a thing|7|0|-10
verb deliver + object person|-21|29|-1
verb deliver + object plural|-2|28|-19
verb deliver + object quality|-9|-1|17
verb deliver + object thing|0|5|-11
verb deliver + object unknown -none|-18|12|0
verb deliver + object unknown -s|-6|21|-8
verb deliver + object with number|-4|17|-6
verb deliver + object with the|-4|17|-6
verb deliver|-112|119|-1
verb enable + object person|0|-19|18
verb enable + object plural|0|-18|18
verb enable|0|-4|11
verb keep + object measure|18|-9|-2
verb polish + no object|10|-7|0
verb polish + object only a thing|-11|11|0
verb polish + object thing|-11|11|0
verb polish|34|-7|-20
verb reach + measured|-12|19|0
verb reach + object measure|4|-16|5
verb reach + object plural|12|-3|-3
verb reach + object unknown -none|16|-6|-3
verb reach + object with number|16|-2|-7
verb reach|32|-14|-11
verb shift|-11|12|0
verb ~achieve|17|-26|2
verb ~become|21|-30|2
verb ~build|3|-20|10
verb ~create|22|-18|0
verb ~deliver|15|-24|3
verb ~enable|-1|10|-2
verb ~ensure|12|-4|-2
verb ~implement|-18|22|0
verb ~improve|24|0|-24
verb ~launch|-3|-3|13
verb ~reach|11|-4|0
verb ~reduce|2|-13|5
verb ~strengthen|20|-7|-6
very short|-75|0|81
word ~access|-6|11|0
word ~achieve|20|-27|1
word ~active|42|-26|-8
word ~add|-16|24|-1
word ~api|-20|12|1
word ~available|-8|12|0
word ~average|18|-6|-6
word ~become|5|-40|28
word ~better|0|16|-11
word ~build|9|-18|2
word ~business|14|-16|0
word ~campaign|-10|20|-3
word ~capacity|0|10|-4
word ~child|12|-5|0
word ~ci|24|-16|-1
word ~class|-16|-33|56
word ~code|-34|-4|45
word ~collaboration|0|25|-18
word ~complete|-5|-1|13
word ~control|-6|10|0
word ~coverage|-49|-20|76
word ~create|24|-10|-7
word ~customer|3|-13|3
word ~custom|-8|13|0
word ~cut|13|-5|-1
word ~dashboard|-2|12|-4
word ~day|16|-13|0
word ~decrease|0|-16|22
word ~deliver|9|-19|3
word ~design|0|-18|22
word ~documentation|-22|0|22
word ~document|-11|18|0
word ~draft|-4|12|-1
word ~eliminate|23|-9|-8
word ~enable|-10|25|-8
word ~end|22|-18|0
word ~engineer|8|-16|1
word ~ensure|12|-3|-3
word ~environment|21|-12|-2
word ~establish|-5|14|-2
word ~exist|-5|13|-1
word ~experience|0|-31|27
word ~extension|24|-19|0
word ~family|0|-19|22
word ~feature|-1|14|-6
word ~feedback|0|11|-5
word ~feel|28|-17|-5
word ~fewer|35|-24|-5
word ~first|1|-33|25
word ~growth|-2|-3|12
word ~grow|12|-6|0
word ~half|14|-11|0
word ~help|14|-8|0
word ~higher|21|-10|-4
word ~implement|-22|33|-4
word ~improvement|-15|31|-8
word ~improve|51|-38|-6
word ~increase|14|-15|0
word ~integrate|-23|33|-3
word ~integration|-2|-6|15
word ~keep|14|-7|0
word ~launch|-16|5|5
word ~legal|-5|10|0
word ~level|11|-5|0
word ~local|13|-27|7
word ~maintain|-11|4|0
word ~make|13|0|-8
word ~meeting|14|-2|-5
word ~message|-15|20|0
word ~minutes|11|-9|0
word ~module|-15|5|4
word ~monitoring|-1|10|-2
word ~month|12|-8|0
word ~more|-15|-6|28
word ~new|0|-7|13
word ~number|0|-20|21
word ~onboarding|28|-15|-6
word ~page|0|9|-14
word ~partner|-1|10|-2
word ~platform|0|-15|22
word ~point|-11|-12|30
word ~practice|-7|21|-7
word ~prepare|-2|-15|24
word ~production|-3|18|-8
word ~product|-6|-14|27
word ~program|0|-19|25
word ~project|-20|3|10
word ~proportion|24|-10|-7
word ~public|5|1|-14
word ~quality|0|-31|31
word ~quarterly|0|11|-4
word ~quarter|-26|-12|44
word ~question|16|-13|0
word ~rate|14|-8|0
word ~reach|14|-7|-1
word ~reduce|52|-47|0
word ~release|14|-10|0
word ~reporting|11|-6|0
word ~return|-5|12|0
word ~roadmap|-6|12|0
word ~run|29|-17|-6
word ~sales|-16|0|10
word ~scale|-10|7|0
word ~search|15|-9|0
word ~security|-23|0|20
word ~service|-13|0|13
word ~session|0|10|-7
word ~share|-21|0|19
word ~ship|11|-7|0
word ~source|20|-7|-6
word ~start|-6|-23|36
word ~story|0|-15|22
word ~strengthen|27|-11|-9
word ~support|2|5|-14
word ~sustainable|-11|-40|57
word ~take|11|-7|0
word ~team|-18|0|22
word ~test|0|-27|26
word ~ticket|-10|13|0
word ~time|31|1|-40
word ~tool|-3|10|0
word ~train|-8|14|0
word ~trust|9|-10|0
word ~twice|10|-6|0
word ~understand|12|-4|-1
word ~unit|-17|-24|48
word ~upgrade|-8|12|0
word ~usage|-5|10|0
word ~use|39|-25|-8
word ~woman|13|-6|0
word ~work|-22|7|8
word ~zero|13|0|-6
|23|7|-30
`;
