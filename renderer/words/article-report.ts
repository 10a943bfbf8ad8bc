import type { Catalogue } from './message.ts'

/** What the owner of an article reads about it, as a case of theirs. */
export const articleReportWords = {
  'article-report.subject.out-of-date': {
    en: 'Out of date: {title}',
    fr: 'Périmé\u00a0: {title}',
  },
  'article-report.subject.did-not-help': {
    en: 'Did not help: {title}',
    fr: 'N’a pas aidé\u00a0: {title}',
  },
  'article-report.place': {
    en: 'Article {article} ({language}), revised on {revised}, in {pack} version {version}.',
    fr: 'Article {article} ({language}), révisé le {revised}, dans {pack} version {version}.',
  },
} as const satisfies Catalogue
