import { languages } from '../../../renderer/domain/language.ts'
import type { PracticeAgent, PracticeOrder } from '../../../renderer/domain/practice.ts'
import { practiceQueues } from './customers.ts'

/** An agent as the centre's plan of numbers has them. */
export interface RosteredAgent extends PracticeAgent {
  readonly extension: string
}

const onlyAgent: PracticeAgent = { user: 'agent', queues: practiceQueues, languages }

const firstExtension = 1001

/** Everybody who works here, with extensions from 1001 on in the order of the order. */
export function rosterOf({ agents = [onlyAgent] }: Pick<PracticeOrder, 'agents'>): readonly RosteredAgent[] {
  return agents.map((agent, index) => ({ ...agent, extension: String(firstExtension + index) }))
}
