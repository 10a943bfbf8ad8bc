import type { ChatRole } from '../domain/conversation.ts'
import type { IdentityCheck } from '../domain/story/story-head.ts'
import type { Catalogue, Message } from './message.ts'

/** A story that is printed or written to a file. */
export const storyExportWords = {
  'story-export.title': { en: 'The story of {name}', fr: 'Historique de {name}' },
  'story-export.numbers': { en: 'Numbers: {numbers}', fr: 'Numéros\u00a0: {numbers}' },
  'story-export.addresses': { en: 'Addresses: {addresses}', fr: 'Adresses\u00a0: {addresses}' },
  'story-export.hold': {
    en: 'On legal hold since {when}: {reason}',
    fr: 'Conservation légale depuis le {when}\u00a0: {reason}',
  },
  'story-export.case.open': { en: 'Open: {case}', fr: 'Ouvert\u00a0: {case}' },
  'story-export.promise': { en: 'Promised by {when}: {what}', fr: 'Promis pour le {when}\u00a0: {what}' },
  'story-export.contacts': {
    en: 'Contacts in 30 days: {count}',
    fr: 'Échanges en 30 jours\u00a0: {count}',
  },
  'story-export.identity.passed': {
    en: 'Identity confirmed on {when}: {checked}',
    fr: 'Identité confirmée le {when}\u00a0: {checked}',
  },
  'story-export.identity.failed': {
    en: 'Identity not confirmed on {when}: {checked}',
    fr: 'Identité non confirmée le {when}\u00a0: {checked}',
  },
  'story-export.identity.not-finished': {
    en: 'Identity check not finished on {when}: {checked}',
    fr: 'Vérification d’identité inachevée le {when}\u00a0: {checked}',
  },
  'story-export.guide': { en: 'Guide: {title}', fr: 'Guide\u00a0: {title}' },
  'story-export.mood': {
    en: 'Mood of the customer’s words: {mood}',
    fr: 'Ton des propos du client\u00a0: {mood}',
  },
  'story-export.unsent': { en: 'not sent yet', fr: 'pas encore envoyé' },
  'story-export.file': { en: 'File: {name}', fr: 'Fichier\u00a0: {name}' },
  'story-export.role.customer': { en: 'Customer', fr: 'Client' },
  'story-export.role.bot': { en: 'Bot', fr: 'Robot' },
  'story-export.role.me': { en: 'Agent', fr: 'Agent' },
  'story-export.role.colleague': { en: 'Colleague', fr: 'Collègue' },
  'story-export.role.lead': { en: 'Team lead', fr: 'Chef d’équipe' },
  'story-export.role.centre': { en: 'Centre', fr: 'Centre' },
} as const satisfies Record<
  `story-export.role.${ChatRole}` | `story-export.identity.${IdentityCheck['outcome']}`,
  Message
> &
  Catalogue
