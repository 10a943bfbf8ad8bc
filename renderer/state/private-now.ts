import type { CaseId } from '../domain/ids.ts'
import { isPrivateNow } from './knowledge-store.ts'
import type { KnowledgeState } from './knowledge-store.ts'
import type { WorkState } from './work-store.ts'

/**
 * Nothing may be written about this case now: the customer in hand says what must not be kept, which could be typed
 * anywhere; or the case is that of somebody who does. Of a case that is being begun there is no id yet.
 */
export const isPrivateFor = (
  { pages, shown }: Pick<WorkState, 'pages' | 'shown'>,
  knowledge: Pick<KnowledgeState, 'inHand'>,
  id: CaseId | undefined,
): boolean =>
  pages.some(
    ({ interaction }) =>
      (interaction.id === shown || (id !== undefined && interaction.case === id)) &&
      isPrivateNow(knowledge, interaction.id),
  )
