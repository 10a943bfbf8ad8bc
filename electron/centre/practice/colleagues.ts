import type { PracticeColleague } from '../../../renderer/domain/practice.ts'
import type { SpokenScript } from './customers.ts'

/** Somebody at the centre who answers the telephone, says something, and listens. */
export interface ColleagueScript extends SpokenScript {
  readonly colleague: PracticeColleague
}

export const colleagueScripts: readonly ColleagueScript[] = [
  {
    colleague: { extension: '2000', name: 'Team lead', team: 'Foyer' },
    turns: ['en-lead-1', 'en-lead-2'],
    stays: true,
  },
  {
    colleague: { extension: '2001', name: 'Passports specialist', team: 'Passports' },
    turns: ['en-specialist-1', 'en-specialist-2'],
    stays: true,
  },
  {
    colleague: { extension: '2002', name: 'Spécialiste prestations', team: 'Prestations' },
    turns: ['fr-specialist-1', 'fr-specialist-2'],
    stays: true,
  },
]
