import type { Language } from '../../../domain/language.ts'

/** First what stands for all of them, then forms that no rule of endings leads there; folded. */
const families: Readonly<Record<Language, string>> = {
  en: `
    pay paid
    child children kid kids
    lose lost losing loss
    steal stole stolen stealing
    send sent sending
    die died dies dying dead death deaths deceased
    birth born
    buy bought
    find found
    forget forgot forgotten
    write wrote written writing
    bring brought
    leave left leaving
    lend lent
    break broke broken
    choose chose chosen
    give gave given giving
    take took taken taking
    come came coming
    keep kept
    make made making
    see saw seen
    speak spoke spoken
    wife wives
    person people
    man men
    woman women
    marry married marriage
    sick ill illness
    cheque cheques check checks
  `,
  fr: `
    perdre perd perds perdu perdue perdus perdues perte pertes
    recevoir recois recoit recu recue recus recues reception
    mourir mort morte morts mortes meurt deces decede decedee decedes
    naitre ne nee nes nees naissance
    envoyer envoie envoies envoient envoi envois
    payer paie paies paient paye payes
    vendre vend vendu vendue
    attendre attends attend attendu attente
    rendre rend rendu rendue
    ecrire ecrit ecrite ecrits
    ouvrir ouvre ouvert ouverte ouverture
    remettre remis remise
    mettre mis mise
    prendre prends prend pris prise
    venir viens vient venu venue
    cheval chevaux
    oeil yeux
    travail travaux
    enfant enfants
    courriel courriels email emails mail mails
    demenager demenage demenagement
    malade malades maladie
  `,
}

const bases = (lines: string): ReadonlyMap<string, string> =>
  new Map(
    lines
      .split('\n')
      .map((line) => line.trim().split(' '))
      .flatMap(([base = '', ...forms]) => forms.map((form) => [form, base] as const)),
  )

/** What no ending tells: `paid` is of `pay`. */
export const irregularForms: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: bases(families.en),
  fr: bases(families.fr),
}
