import type { Language } from '../../../domain/language.ts'

const listed = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''))

/**
 * Words that say nothing about what a text is about, folded: articles, pronouns, prepositions, auxiliaries, what apostrophes
 * leave (l’, d’, ’s, ’ll), and how a question begins (How can I…, Est-ce que je peux…).
 */
export const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: listed(`
    a an the this that these those
    i me my mine myself we us our ours you your yours he him his she her hers it its they them their theirs
    somebody someone anybody anyone something anything thing things one ones
    who whom whose which what when where why how
    and or but nor so if then than as because while until though although
    of at by for with about into onto to from in on up out off over under again there here
    am is are was were be been being isn aren wasn weren
    have has had having haven hasn hadn do does did doing done don doesn didn
    can could cannot couldn will would won wouldn shall should shouldn may might must ought
    s t d m ll re ve not no yes
    get gets got getting go goes going gone want wants wanted need needs needed like just please
    any some all each every other such only own same too very also still yet already now
    say says said tell tells told ask asks asking know knows ok hello hi thanks thank sorry
  `),
  fr: listed(`
    le la les l un une des du de d au aux ce cet cette ces c ca cela ceci
    je j me m moi mon ma mes tu te t toi ton ta tes il elle on se s soi son sa ses
    nous notre nos vous votre vos ils elles leur leurs lui eux y en
    qui que qu quoi quel quelle quels quelles dont ou quand comment pourquoi combien lequel laquelle
    et mais donc or ni car si comme lorsque lorsqu puisque puisqu quoique jusque jusqu parce alors
    a dans par pour sur avec sans sous vers chez entre depuis pendant avant apres contre
    suis es est sommes etes sont ete etre etait etaient etais sera seront serait soit soient
    ai as avons avez ont avoir avait avais avaient aura auront aurait eu ayant
    fais fait faites font faire faut peux peut pouvez peuvent pouvoir pourrait pourrais
    dois doit devez doivent devoir devrait veux veut voulez veulent vouloir voudrais voudrait
    vais va allez vont aller
    ne n pas plus non oui aucun aucune rien tout toute tous toutes meme memes autre autres
    tres trop aussi encore deja bien juste seulement ici la puis
    quelqu quelque quelques chose choses dit dire dites sais savoir aujourd hui
    bonjour merci svp stp desole
  `),
}
