import { strengths, wordSet } from '../turning-words.ts'
import type { TurningWords } from '../turning-words.ts'

/** After VADER's lists of negations and boosters (Hutto and Gilbert 2014), with what is typed in haste. */
export const english: TurningWords = {
  negators:
    wordSet(`not no never none nobody nothing nowhere neither nor without hardly barely scarcely rarely seldom
    cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont
    won't wouldnt wouldn't couldnt couldn't shouldnt shouldn't hasnt hasn't havent haven't hadnt hadn't aint ain't
    needn't mustn't lacks lack lacking`),
  strength: strengths(
    `very really so extremely absolutely completely totally utterly incredibly too deeply truly super most such more
    highly especially remarkably unbelievably awfully terribly dead proper bloody well wicked pure entirely fully
    hugely particularly quite exceptionally seriously genuinely damn fucking freaking real`,
    `slightly somewhat bit little fairly rather kinda kind sorta sort partly almost nearly mildly less occasionally
    marginally moderately only`,
  ),
  buts: wordSet('but however though although yet except nevertheless nonetheless'),
  common:
    wordSet(`the a an and or of to in on at for from with by is are was were be been am it its it's this that
    these those i i'm i've i'd i'll you you're your my me we our us he she his her they them their there here what
    which who when where how why if then than as so do does did have has had will would can could should may might
    just about up out over after before because into any some all one get got go going need know not don't`),
  asking:
    wordSet(`what which who when where how why can could would is are do does did may should will am whats hows
    wheres whos have has`),
  courtesy:
    wordSet(`thanks thank thankyou thx ta ty cheers you very much ok okay k alright right great good perfect
    fine lovely brilliant super then bye goodbye for that the your help a lot so many have nice day evening one
    weekend appreciate it no worries got grand now yes yeah sure cool will do all kindly regards best kind hi hello
    in advance and again mate love dear sir madam and i that's thats it's is everything understood noted`),
}
