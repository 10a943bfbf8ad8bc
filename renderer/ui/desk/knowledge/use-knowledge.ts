import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import type { Guide } from '../../../domain/knowledge/guide.ts'
import type { PackNow } from '../../../domain/knowledge/pack.ts'
import { knowledgeOf, runInHand } from '../../../state/knowledge-store.ts'
import type { KnowledgeInHand } from '../../../state/knowledge-store.ts'
import { useDesk } from '../desk-context.tsx'

/** Some centres have no packs: then nothing of them is on the screen. */
export const useHasKnowledge = (): boolean =>
  useStore(useDesk().stores.knowledge, ({ packs }) => packs.length > 0)

export const usePacks = (): readonly PackNow[] => useStore(useDesk().stores.knowledge, ({ packs }) => packs)

export const useInHand = (interaction: InteractionId): KnowledgeInHand =>
  useStore(useDesk().stores.knowledge, (state) => knowledgeOf(state, interaction))

/** The guide that is followed in an interaction now. */
export const useRun = (interaction: InteractionId) =>
  useStore(useDesk().stores.knowledge, (state) => runInHand(state, interaction))

/** A guide of a pack, by both names. */
export const findGuide = (packs: readonly PackNow[], pack: string, guide: string): Guide | undefined =>
  packs.find(({ name }) => name === pack)?.pack?.guides.find(({ id }) => id === guide)
