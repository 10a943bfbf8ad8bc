import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useDesk } from '../desk-context.tsx'

/** The interaction on whose page the agent works. */
export const usePageInHand = (): InteractionId | undefined =>
  useStore(useDesk().stores.work, (state) => pageInHand(state)?.interaction.id)
