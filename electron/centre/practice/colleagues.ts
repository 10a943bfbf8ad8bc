import type { PracticeColleague } from '../../../renderer/domain/practice.ts'
import type { SpokenScript } from './customers.ts'

/** Somebody at the centre who answers the telephone, says something, and listens. */
export interface ColleagueScript extends SpokenScript {
  readonly colleague: PracticeColleague
}

/** Their teams are written in both languages, since the desk shows them as they are. */
export const colleagueScripts: readonly ColleagueScript[] = [
  {
    colleague: { extension: '2000', name: 'Anil Nair', team: 'Team lead · Chef d’équipe' },
    turns: ['both-lead-1', 'both-lead-2'],
    stays: true,
  },
  {
    colleague: { extension: '2001', name: 'Dana Roy', team: 'Passports · Passeports' },
    turns: ['en-specialist-1', 'en-specialist-2'],
    stays: true,
  },
  {
    colleague: { extension: '2002', name: 'Claire Bergeron', team: 'Benefits · Prestations' },
    turns: ['fr-specialist-1', 'fr-specialist-2'],
    stays: true,
  },
]
