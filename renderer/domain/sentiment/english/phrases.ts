import type { Phrases } from '../phrase.ts'

/**
 * What customers say in so many words. Each line: a weight, then patterns between semicolons. `a|b` is either; `#` a
 * number or a count ("third"); `*` up to two words. Weights as in the words; a phrase's words are weighed together,
 * whatever they mean alone, and no negation turns them.
 */
export const phrases: Phrases = {
  threat: `
-2.5 never again
-2 never using|use|calling|call|coming|trust|trusting|deal|dealing
-2.2 make|making|file|filing|lodge|lodging|raise|raising a|an|my * complaint
-2.2 formal|official complaint; complaint is|goes|will
-2.2 take|taking|taken this|it further|higher|elsewhere; taking legal; legal action
-2.2 i'll|i|will|shall|i'm|am|see|my lawyer|lawyers|solicitor|solicitors
-2 see you in court; small claims court; take|taking you to court|tribunal; sue|suing you|them
-2 ombudsman; ombudsperson; my mp; my mpp; the press; the papers; local paper
-2.2 go|going|talk|talking|speak|write|writing to the media|press|papers|news|minister|ombudsman|mp
-2 close|closing|cancel|cancelling my account; leave|leaving a review; bad review; one star
-2 last time i; last chance; report|reporting you|them; done with you|this
-2 hear|hearing from my|our; hold you responsible|accountable|liable; heads will roll
  `,
  complaint: `
-2.5 hung|hang|hangs|hanging up on me|us|him|her; cut|cuts|cutting me|us off; line went|goes dead
-2.2 nobody|no-one|noone|anyone|anybody cares|answers|listens|bothered|bothers|helps|knows|calls
-2.2 no one cares|answers|listens|bothered|helps|knows|has|can|will; nobody can|will|has|ever|is
-2.2 don't|dont|doesn't|didn't|not give a damn|toss|hoot|monkey's; can't be bothered
-2.4 a joke; beyond a joke; taking the mick|mickey|piss; wits end; wit's end; having a laugh
-2.4 not good enough; sick of; sick and tired; fed up; had enough; enough is enough; sick to
-2.2 how dare; what on earth; what the hell|heck|fuck; how on earth; are you kidding|joking|serious
-2.2 shame on; you people; you lot; so called; call this|that|yourselves|yourself
-2 waste of time|money|space; wasted my|our|a; passed|bounced|sent|shunted around|about|pillar
-2 pillar to post; round in circles; going in circles; brick wall; in the dark; wild goose
-1.8 makes no sense; doesn't|does not make * sense; your fault|mistake|error; messed up; screwed up
-1.8 doesn't|does|don't|do|didn't|won't|isn't|not work|working; stopped working; keeps|kept logging|crashing
-2 treated like; like a criminal|number|liar|dirt|idiot|beggar|fool|child; talked|spoke|spoken down to
-1.6 what am i|we supposed|meant; supposed to eat|live|pay|survive|do; how am i|we supposed|meant
-1.6 should have been; shouldn't have to; no reply|answer|response|explanation|warning|apology|record|trace
-1.6 still no|not|nothing|none; nothing has|have|ever|happens|happened|works|but; too late
-1.6 can't|cannot|couldn't|unable get|reach through|anyone|anybody|you|hold; no way to; to no avail
  `,
  waiting: `
-1.8 still waiting; been waiting; waited|waiting # weeks|months|hours|days|years|minutes|mins|hrs
-1.6 # weeks|months|hours|years later|now|ago|and; over a|an hour|month|year; for|after # months|years
-1.6 on hold|hold for; for hours|weeks|months|ages|years; keep|keeps|kept waiting|asking|telling|saying
-1.4 how much longer; how long must; not heard; haven't|hasn't heard|received; hold music
  `,
  again: `
-2 third|fourth|fifth|sixth|seventh|tenth|umpteenth|hundredth time; # times; every single time
-1.8 yet again; over and over; again and again; time and time; same thing|story|question|form|letter
-1.8 how many times; keep|keeps * repeating; told * # times; another letter|form|delay|month|week|six
  `,
  despair: `
-2.2 what is the point; what's the point; no point; don't|do not know what|where|who to|else
-2.2 give|giving|given up; no longer care; can't|cannot go on; can't|cannot cope|sleep|take|afford|breathe
-2 at the end of; no hope; nothing left; that's that; doesn't matter anymore; no use; in tears
-1.8 i suppose|guess that|this|it; never mind; whatever; forget it; nothing|none will change; why bother
-1.8 at my age; all alone; on my own; nobody left; too old; too tired
  `,
  irony: `
-2 oh great|good|lovely|wonderful|brilliant|perfect|fantastic|joy|super; just great|perfect|wonderful|what
-2 thanks|thank for nothing|you so much for nothing; how lovely|nice|kind|wonderful|generous of|to
-1.8 so much for; good luck; well done; congratulations on|to; yeah|sure right|great; nice work|job|one
-1.8 slow clap; bravo to; my favourite|favorite; do convey|tell|pass; world class; of course it|you
  `,
  thanks: `
2 thank|thanks you * so|very much|kindly; thanks a million|so|ever|again|loads; many thanks; so much
2 thank|thanks * for your|the|being|all|sorting|helping|listening|everything|turning|making|calling
2.2 can't|cannot|couldn't thank|praise|fault; much appreciated; really|truly|greatly|deeply appreciate
2.4 made my|our|her|his day|week|year; above and beyond; life saver; saved my|our|the; over the moon
2.4 hats off; credit to; well done to; first class; top notch|marks; spot on; big thank|thanks
2.2 god bless; bless you|her|him|them|your; worth every; could not|couldnt be|have happier|better|asked
2.2 couldn't have|be|ask * better|happier|nicer|kinder|for; nothing but praise; no complaints; not bad
2 weight off; on cloud; happy tears; good news; so glad|happy|pleased|kind|helpful|patient|relieved
2 sorted it|me|everything|us; keep up the; no trouble|hassle|fuss|problem|problems|bother|worries at
2 first time i; at long last; at last; finally got|have|here|came|arrived|done|sorted; i'm in
  `,
  relief: `
2.2 thank god|goodness|heavens|christ; what a relief; such a relief; i was dreading; so relieved
2 thought|feared|expected|worried * but; turns out; turned out; can breathe|sleep; sleep tonight|better
1.8 in the end; after all; false alarm; nothing to worry; back to normal; breathe again
  `,
  asking: `
0 i'd|i|we|we'd|would like to; could|can|would|may|might you|i|we|someone|it; do|does|did i|you|we|it|he|she|my
0 what is|are|was|time|date|form|documents|number|happens|do|does|counts; what's the|a|your; when is|does|do|will
0 how do|long|much|many|can|soon|often|would|does|far; where do|can|is|should|does; which form|one|office|of
0 is it|there|that|this|the|my; are there|you|the|we; wanted|want|need|trying to ask|know|check|change|update
0 i|we am|are calling|ringing|phoning|writing|enquiring; i'm calling|ringing|phoning|writing|just
0 please confirm|find|send|advise|note
0 my * number|postcode|address|reference is; date of birth; should i; who do|is|should; am i; no problem
0 just|only checking|wondering|asking|curious|confirming; i have|has attached|moved|changed; what kind
0 no rush|hurry
  `,
}
