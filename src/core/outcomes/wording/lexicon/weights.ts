/**
 * Written by scripts/wording/fit.mjs: a feature of a title, and in hundredths how much it speaks for an outcome, an
 * output, and for neither. The line without a name is for every title; "~" goes before a single word.
 */
export const weightLines = `
a comparison|72|-72|0
a percentage|17|-34|10
an amount|58|-35|-16
built as clause|17|6|-30
built as phrase|-16|-1|24
effect|105|-91|-7
from … to …|-1|-4|13
head activity|-11|0|18
head compared|49|-44|0
head counts work|-9|-1|17
head delivery|-2|30|-21
head measure|62|-77|8
head mechanism|9|-10|0
head movement|0|19|-13
head only a thing|-42|71|-22
head person|36|-39|0
head plural|24|-2|-14
head quality|-21|-23|51
head thing|-33|46|-6
head trouble|30|-15|-7
head unknown -ion|5|6|-18
head unknown -none|-5|-9|21
head unknown -s|-33|29|0
head with number|32|-24|-1
head ~improvement|-15|29|-7
long|58|-33|-18
measured|62|-34|-21
middling|32|0|-34
money|29|-10|-12
no subject|20|-14|0
object activity|-32|0|25
object compared|-10|-5|22
object counted|9|-28|12
object counts work|-19|-1|27
object delivery|-2|11|-2
object measure|57|-46|-4
object mechanism|0|18|-19
object only a thing|-29|46|-10
object person|12|-14|0
object plural|0|12|-8
object quality|0|-13|11
object thing|-20|39|-12
object unknown -er|-2|-16|25
object unknown -ing|21|-10|-4
object unknown -none|-6|20|-7
object unknown -s|-20|25|0
object with a|-12|0|14
object with number|0|22|-28
object with percent|13|-5|-1
object with the|-18|18|0
predicate active + measured|11|-6|0
predicate active + subject activity|14|-11|0
predicate active + subject counts work|14|-11|0
predicate active + subject mechanism|-11|0|7
predicate active + subject only a thing|0|-11|4
predicate active + subject person|27|-24|0
predicate active + subject plural|34|-28|0
predicate active + subject thing|3|-13|2
predicate active + subject unknown -none|-9|0|12
predicate active + subject with the|-8|0|11
predicate active|22|-40|11
predicate be + subject person|10|-8|0
predicate be + subject thing|-1|11|-3
predicate be + subject unknown -none|-12|16|0
predicate be|0|15|-19
predicate does act + subject only a thing|0|-11|15
predicate does act + subject person|19|-11|-1
predicate does act + subject plural|28|-19|-2
predicate does act + subject thing|0|-15|14
predicate does act + subject with the|0|-9|16
predicate does act|8|-16|1
predicate does change|20|-13|0
predicate does deliver + subject mechanism|-6|12|0
predicate does deliver + subject only a thing|-5|13|-2
predicate does deliver + subject person|11|-15|0
predicate does deliver + subject thing|-5|15|-3
predicate does deliver|-33|22|4
predicate does offer + subject only a thing|-6|11|0
predicate does offer + subject thing|-6|11|0
predicate does offer|-13|21|-1
predicate does reach|11|-8|0
predicate done change|4|-12|2
predicate done deliver + subject only a thing|-10|7|0
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
predicate participle + subject only a thing|-15|15|0
predicate participle + subject person|-10|16|0
predicate participle + subject plural|-19|13|0
predicate participle + subject thing|-11|9|0
predicate participle + subject with number|-3|13|-3
predicate participle|-18|31|-6
purpose|0|36|-38
service level|16|-5|-4
short|-11|30|-12
some activity|-25|-5|38
some delivery|-29|31|0
some measure|38|0|-32
some mechanism|-13|-4|24
some movement|13|-22|2
some person|28|9|-44
some quality|-32|-18|57
some thing|-16|89|-66
some trouble|22|14|-43
subject activity|12|-28|8
subject counted|2|-13|5
subject counts work|12|-28|8
subject measure|38|-21|-10
subject only a thing|-27|28|0
subject person|38|-20|-11
subject plural|28|-12|-9
subject thing|-24|27|0
subject unknown -none|-43|34|2
subject unknown -s|-11|18|-1
subject ~user|12|-9|0
vague|0|-74|74
verb act + no object|0|-5|10
verb act + object measure|-10|12|0
verb act + object only a thing|17|-16|0
verb act + object person|2|-11|2
verb act + object thing|17|-16|0
verb act + object with the|0|-26|27
verb act|-5|-20|32
verb also act|-12|11|0
verb assure|13|-4|-2
verb change + measured|-16|0|10
verb change + object activity|-25|0|20
verb change + object counted|4|-25|14
verb change + object counts work|-22|0|29
verb change + object measure|40|-21|-12
verb change + object only a thing|-14|0|10
verb change + object person|11|-1|-3
verb change + object plural|0|-7|10
verb change + object thing|-14|0|9
verb change + object unknown -s|0|-11|9
verb change + object with the|20|-12|-2
verb change|50|-78|21
verb clear + object plural|-12|13|0
verb clear + object with the|-13|18|0
verb deliver + measured|-17|32|-7
verb deliver + no object|-7|24|-10
verb deliver + object measure|-12|0|10
verb deliver + object mechanism|11|0|-16
verb deliver + object only a thing|9|0|-10
verb deliver + object person|-20|28|-1
verb deliver + object plural|-2|29|-20
verb deliver + object quality|-9|-1|17
verb deliver + object thing|0|3|-11
verb deliver + object unknown -none|-17|11|0
verb deliver + object unknown -s|-11|27|-9
verb deliver + object with number|-4|17|-6
verb deliver + object with the|-3|16|-6
verb deliver|-114|122|-2
verb enable + object person|0|-19|19
verb enable + object plural|0|-18|18
verb enable|0|-4|11
verb keep + object measure|18|-9|-2
verb polish + no object|10|-7|0
verb polish|34|-7|-20
verb reach + measured|-5|10|0
verb reach + object measure|2|-14|5
verb reach + object only a thing|-10|17|0
verb reach + object plural|15|-6|-1
verb reach + object unknown -none|15|-5|-3
verb reach + object with number|19|-6|-6
verb reach|35|-19|-9
verb shift|-10|12|0
verb ~achieve|17|-25|1
verb ~become|22|-31|2
verb ~build|3|-21|11
verb ~create|23|-18|0
verb ~deliver|15|-25|3
verb ~ensure|13|-4|-2
verb ~implement|-19|22|0
verb ~improve|23|0|-23
verb ~launch|-3|-3|13
verb ~reduce|2|-13|4
verb ~strengthen|20|-7|-6
very short|-78|0|78
word ~achieve|19|-26|0
word ~active|36|-22|-7
word ~add|-16|24|-1
word ~api|-20|12|1
word ~available|-8|12|0
word ~average|20|-6|-6
word ~become|6|-40|27
word ~better|0|16|-11
word ~build|9|-18|2
word ~business|13|-15|0
word ~campaign|-10|20|-3
word ~capacity|0|10|-4
word ~child|12|-5|0
word ~ci|24|-16|-2
word ~class|-16|-34|57
word ~code|-34|-4|45
word ~collaboration|0|26|-18
word ~complete|-4|-2|13
word ~coverage|-49|-20|76
word ~create|25|-11|-7
word ~customer|2|-12|3
word ~custom|-8|13|0
word ~cut|13|-5|-1
word ~dashboard|-1|12|-4
word ~day|16|-13|0
word ~decrease|-1|-14|22
word ~deliver|9|-20|4
word ~design|0|-18|22
word ~documentation|-22|0|22
word ~document|-12|19|-1
word ~eliminate|23|-9|-8
word ~enable|-10|25|-8
word ~end|22|-17|0
word ~engineer|7|-14|0
word ~ensure|12|-3|-3
word ~environment|21|-12|-2
word ~establish|-5|14|-2
word ~exist|-6|14|-1
word ~experience|0|-31|27
word ~extension|24|-20|0
word ~family|0|-18|22
word ~feature|-2|15|-6
word ~feedback|0|12|-5
word ~feel|27|-16|-5
word ~fewer|36|-24|-5
word ~first|0|-31|25
word ~growth|-2|-4|12
word ~grow|12|-5|0
word ~half|14|-11|0
word ~help|16|-10|0
word ~higher|21|-10|-4
word ~implement|-23|33|-4
word ~improvement|-15|30|-9
word ~improve|51|-37|-7
word ~increase|14|-14|0
word ~integrate|-24|34|-3
word ~integration|-2|-6|14
word ~keep|14|-7|0
word ~launch|-17|6|4
word ~least|-5|10|0
word ~local|14|-27|6
word ~maintain|-11|4|0
word ~make|13|0|-8
word ~meeting|14|-2|-5
word ~message|-15|20|0
word ~minutes|11|-9|0
word ~module|-15|5|4
word ~monitoring|-1|10|-2
word ~month|12|-8|0
word ~more|-14|-6|27
word ~new|0|-7|13
word ~number|0|-19|21
word ~onboarding|29|-16|-6
word ~page|0|10|-15
word ~partner|-1|10|-2
word ~platform|-4|-12|23
word ~point|-11|-11|30
word ~practice|-8|22|-7
word ~prepare|-3|-14|23
word ~production|-2|17|-8
word ~product|-6|-14|27
word ~program|0|-20|25
word ~project|-18|3|8
word ~proportion|24|-11|-7
word ~public|5|1|-13
word ~quality|0|-30|31
word ~quarterly|0|10|-4
word ~quarter|-18|-20|45
word ~question|16|-12|0
word ~rate|14|-8|0
word ~reach|13|-6|0
word ~reduce|52|-46|0
word ~release|14|-10|0
word ~reporting|10|-5|0
word ~report|0|10|-5
word ~return|-5|12|0
word ~roadmap|-6|12|0
word ~run|29|-16|-6
word ~sales|-16|0|10
word ~search|14|-8|0
word ~security|-24|0|20
word ~service|-13|0|12
word ~session|0|10|-7
word ~share|-21|0|20
word ~ship|11|-7|0
word ~source|21|-8|-6
word ~start|-7|-22|36
word ~story|0|-15|22
word ~strengthen|27|-11|-9
word ~support|2|5|-14
word ~sustainable|-11|-39|57
word ~take|11|-7|0
word ~team|-20|0|23
word ~technical|-3|10|0
word ~test|0|-27|25
word ~ticket|-9|13|0
word ~time|30|2|-40
word ~top|6|0|-10
word ~train|-9|15|0
word ~trust|8|-10|0
word ~twice|10|-6|0
word ~understand|12|-3|-2
word ~unit|-17|-24|48
word ~upgrade|-8|12|0
word ~usage|-5|10|0
word ~use|37|-22|-8
word ~woman|12|-6|0
word ~work|-22|7|8
word ~zero|14|-1|-7
|27|-2|-25
`;
