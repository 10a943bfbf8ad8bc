import type { PackRefusal } from '../domain/knowledge/pack.ts'
import type { Catalogue, Message } from './message.ts'

type RefusalMessages = Record<`packs.refused.${PackRefusal}`, Message>

/** Articles: found, suggested, read, passed on; and the packs that they come in. */
export const articleWords = {
  'articles.heading': { en: 'Articles', fr: 'Articles' },
  'articles.heading.count': { en: 'Articles ({count})', fr: 'Articles ({count})' },
  'articles.beside': { en: 'Story, cases and articles', fr: 'Historique, dossiers et articles' },
  'articles.search': { en: 'Find an article', fr: 'Trouver un article' },
  'articles.search.hint': { en: 'What the customer asks', fr: 'Ce que le client demande' },
  'articles.search.clear': { en: 'Clear the search', fr: 'Effacer la recherche' },
  'articles.filters': { en: 'Narrow the search', fr: 'Restreindre la recherche' },
  'articles.filter.queue': { en: 'Queue', fr: 'File' },
  'articles.filter.topic': { en: 'Topic', fr: 'Sujet' },
  'articles.filter.pack': { en: 'Pack', fr: 'Ensemble' },
  'articles.filter.all': { en: 'All', fr: 'Tous' },
  'articles.results': { en: 'Articles found', fr: 'Articles trouvés' },
  'articles.found': {
    en: '{count, plural, =0 {No article found. Try fewer or other words.} one {# article} other {# articles}}',
    fr: '{count, plural, =0 {Aucun article trouvé. Essayez moins de mots, ou d’autres.} one {# article} other {# articles}}',
  },
  'articles.indexing': { en: 'Articles are being made ready', fr: 'Préparation des articles' },
  'articles.indexing.about': {
    en: 'Until then, not all of them are found.',
    fr: 'D’ici là, ils ne sont pas tous trouvés.',
  },
  'articles.suggested': { en: 'For this conversation', fr: 'Pour cet échange' },
  'articles.suggested.none': {
    en: 'Articles that fit what is said or noted show here.',
    fr: 'Les articles qui correspondent à ce qui est dit ou noté s’affichent ici.',
  },
  'articles.dismiss': { en: 'Do not show here again', fr: 'Ne plus afficher ici' },

  'article.close': { en: 'Close the article', fr: 'Fermer l’article' },
  'article.back': { en: 'Back', fr: 'Retour' },
  'article.back.to': { en: 'to “{title}”', fr: 'à «\u00a0{title}\u00a0»' },
  'article.revised': {
    en: 'Revised on {day} · {pack}, version {version}',
    fr: 'Révisé le {day} · {pack}, version {version}',
  },
  'article.expired': {
    en: 'Out of date since {day}: check before you say it.',
    fr: 'Périmé depuis le {day}\u00a0: vérifiez avant de le dire.',
  },
  'article.language': {
    en: 'This article is only in {language}.',
    fr: 'Cet article n’existe qu’en {language}.',
  },
  'article.link.leads': { en: '(leads to {place})', fr: '(mène à {place})' },
  'article.link.copy': { en: 'Copy the address {place}', fr: 'Copier l’adresse {place}' },
  'article.insert.link': {
    en: 'Put the address {place} into the chat',
    fr: 'Mettre l’adresse {place} dans la conversation',
  },
  'article.insert.passage': { en: 'Into the chat', fr: 'Dans la conversation' },
  'article.insert.article': { en: 'All of it into the chat', fr: 'Tout dans la conversation' },
  'article.insert.selection': { en: 'Selected text into the chat', fr: 'Texte choisi dans la conversation' },
  'article.inserted': {
    en: 'It is in your message. Read it before you send it.',
    fr: 'C’est dans votre message. Relisez-le avant de l’envoyer.',
  },
  'article.report.out-of-date': { en: 'Out of date', fr: 'Périmé' },
  'article.report.did-not-help': { en: 'Did not help', fr: 'N’a pas aidé' },
  'article.report.label': { en: 'Tell its owner', fr: 'Avertir son responsable' },
  'article.report.words.out-of-date': {
    en: 'What is no longer right?',
    fr: 'Qu’est-ce qui n’est plus exact?',
  },
  'article.report.words.did-not-help': { en: 'What was missing?', fr: 'Que manquait-il?' },
  'article.report.about': {
    en: 'It goes to {owner} as a case. Write nothing about the customer.',
    fr: 'L’avis part à {owner} comme dossier. N’écrivez rien au sujet du client.',
  },
  'article.report.go': { en: 'Send', fr: 'Envoyer' },
  'article.report.cancel': { en: 'Do not send', fr: 'Ne pas envoyer' },
  'article.report.missing': { en: 'Say it in a few words.', fr: 'Dites-le en quelques mots.' },
  'article.report.failed': {
    en: 'It could not be written down. Try again.',
    fr: 'L’avis n’a pas pu être enregistré. Réessayez.',
  },
  'article.reported': {
    en: 'Told to {owner}: it waits as a case of theirs.',
    fr: 'Signalé à {owner}\u00a0: l’avis est un de ses dossiers.',
  },

  'packs.heading': { en: 'Knowledge', fr: 'Connaissances' },
  'packs.version': {
    en: '{pack}, version {version}: {articles, plural, one {# article} other {# articles}}, {guides, plural, one {# guide} other {# guides}}',
    fr: '{pack}, version {version}\u00a0: {articles, plural, one {# article} other {# articles}}, {guides, plural, one {# guide} other {# guides}}',
  },
  'packs.none': {
    en: '{name}: nothing on this computer yet',
    fr: '{name}\u00a0: rien encore sur cet ordinateur',
  },
  'packs.checked': { en: 'Checked {when}', fr: 'Vérifié {when}' },
  'packs.checked.never': { en: 'Never checked', fr: 'Jamais vérifié' },
  'packs.over': {
    en: 'Its last day of use was {day}.',
    fr: 'Son dernier jour d’utilisation était le {day}.',
  },
  'packs.refresh': { en: 'Check now', fr: 'Vérifier maintenant' },
  'packs.trouble': { en: 'Knowledge: see why', fr: 'Connaissances\u00a0: voir pourquoi' },
  'packs.refused.unreachable': {
    en: 'Its server cannot be reached: the version that is here goes on.',
    fr: 'Son serveur est injoignable\u00a0: la version d’ici reste en service.',
  },
  'packs.refused.damaged': {
    en: 'A newer version came damaged and was not taken.',
    fr: 'Une nouvelle version est arrivée endommagée et n’a pas été prise.',
  },
  'packs.refused.untrusted': {
    en: 'A newer version is not signed by anybody whom this desk trusts, and was not taken. Tell your IT.',
    fr: 'Une nouvelle version n’est pas signée par quelqu’un à qui ce poste se fie et n’a pas été prise. Avertissez l’informatique.',
  },
  'packs.refused.older': {
    en: 'The server has an older version, which was not taken.',
    fr: 'Le serveur a une version plus ancienne, qui n’a pas été prise.',
  },
  'packs.refused.newer-format': {
    en: 'A newer version needs a newer Foyer, and was not taken. Tell your IT.',
    fr: 'Une nouvelle version demande un Foyer plus récent et n’a pas été prise. Avertissez l’informatique.',
  },
  'packs.refused.wrong-name': {
    en: 'What the server has is another pack, and was not taken. Tell your IT.',
    fr: 'Le serveur a un autre ensemble, qui n’a pas été pris. Avertissez l’informatique.',
  },
  'packs.refused.too-large': {
    en: 'A newer version is too large, and was not taken. Tell your IT.',
    fr: 'Une nouvelle version est trop volumineuse et n’a pas été prise. Avertissez l’informatique.',
  },
  'packs.refused.unstored': {
    en: 'This computer’s disk did not take a newer version.',
    fr: 'Le disque de cet ordinateur n’a pas pris une nouvelle version.',
  },
} as const satisfies RefusalMessages & Catalogue
