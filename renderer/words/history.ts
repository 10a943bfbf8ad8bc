import type { CallOutcome } from '../domain/call-history.ts'
import type { Direction } from '../domain/call.ts'
import type { Catalogue, Message } from './message.ts'

type HistoryMessages = Record<`outcome.${CallOutcome}` | `direction.${Direction}`, Message>

/** The list of calls: which way each went, and what came of it. */
export const historyWords = {
  'recent.heading': { en: 'Your recent calls', fr: 'Vos appels récents' },
  'recent.none': {
    en: 'No calls yet on this computer.',
    fr: 'Aucun appel sur cet ordinateur pour l’instant.',
  },
  'recent.none.such': { en: 'No such calls.', fr: 'Aucun appel de ce genre.' },
  'recent.now': { en: 'Going on now', fr: 'En cours' },
  'recent.unfinished': { en: 'Wrap-up not finished', fr: 'Travail après appel à terminer' },
  'recent.open': { en: 'Finish the wrap-up', fr: 'Terminer le travail après appel' },
  'recent.duration': { en: 'lasted {time}', fr: 'durée {time}' },
  'recent.filter': { en: 'Show', fr: 'Afficher' },
  'recent.filter.all': { en: 'All', fr: 'Tous' },
  'recent.filter.missed': { en: 'Missed', fr: 'Manqués' },
  'recent.filter.made': { en: 'Made by me', fr: 'Effectués par moi' },
  'recent.call-back': { en: 'Call back', fr: 'Rappeler' },
  'recent.call-again': { en: 'Call again', fr: 'Appeler de nouveau' },

  'direction.incoming': { en: 'Incoming', fr: 'Entrant' },
  'direction.outgoing': { en: 'Outgoing', fr: 'Sortant' },

  'outcome.talked': { en: 'Talked', fr: 'Conversation' },
  'outcome.missed': { en: 'Missed: it rang and nobody answered', fr: 'Manqué\u00a0: sonnerie sans réponse' },
  'outcome.refused': { en: 'Refused by you', fr: 'Refusé par vous' },
  'outcome.never-rang': { en: 'Never rang here', fr: 'N’a jamais sonné ici' },
  'outcome.answered-elsewhere': { en: 'Answered by somebody else', fr: 'Pris par un autre poste' },
  'outcome.no-answer': { en: 'No answer', fr: 'Pas de réponse' },
  'outcome.busy': { en: 'Line busy', fr: 'Ligne occupée' },
  'outcome.declined': { en: 'Turned down', fr: 'Décliné' },
  'outcome.not-reached': { en: 'Could not be reached', fr: 'Injoignable' },
  'outcome.given-up': { en: 'You hung up first', fr: 'Vous avez raccroché avant' },
  'outcome.failed': { en: 'The connection broke', fr: 'Communication coupée' },
} as const satisfies HistoryMessages & Catalogue
