import { strengths, wordSet } from '../turning-words.ts'
import type { TurningWords } from '../turning-words.ts'

/** The second half of the French negation negates by itself, since the first is often dropped in speech. */
export const french: TurningWords = {
  negators:
    wordSet(`pas pa plus pus jamais rien aucun aucune guère personne point nullement aucunement sans ni non
    pantoute`),
  strength: strengths(
    `très trop vraiment tellement si super hyper ultra extrêmement complètement totalement absolument particulièrement
    fort ben bien vachement carrément franchement sincèrement infiniment tout toute énormément beaucoup incroyablement
    archi plus grave trop raide profondément entièrement parfaitement terriblement horriblement sacrément`,
    `peu moins presque légèrement plutôt assez quasi quasiment relativement vaguement parfois seulement`,
  ),
  buts: wordSet('mais cependant pourtant toutefois néanmoins sauf'),
  common:
    wordSet(`le la les l' un une des du de d' et ou à au aux en dans sur pour par avec chez est sont était être
    suis es c' ça ce cet cette ces j' je tu il elle on nous vous ils elles me m' te t' se s' moi toi lui leur mon ma mes
    ton ta tes son sa ses notre nos votre vos qui que qu' quoi dont où quand comment combien quel quelle ai as a avons
    avez ont avait fait faire dit y ne n' pis là si comme plus pas même puis donc alors aussi tout tous toute deux faut
    peux veux voulais`),
  asking: wordSet(
    'quel quelle quels quelles qui quand comment combien où est-ce pourquoi puis dois peut lequel',
  ),
  courtesy:
    wordSet(`merci merciii beaucoup bien ok okay parfait super d' accord bonne bon journée soirée fin semaine
    de la pour votre aide l' information ben là à vous au revoir bye madame monsieur oui c' est noté bonjour cordialement
    salutations d'avance avance et je vais faire ça compris entendu bonsoir tout dac avez été gentil très infos info
    réponse le les weekend`),
}
