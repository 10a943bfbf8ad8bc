import type { InteractionId } from '../../domain/ids.ts'
import type { Said } from '../../domain/story/said.ts'
import type { Utterance } from '../../domain/story/utterance.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import { isPrivateNow } from '../../state/knowledge-store.ts'
import type { KnowledgeStore } from '../../state/knowledge-store.ts'
import type { MoodStore } from '../../state/mood-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import { pageOf } from '../../state/work-store.ts'

export interface SpokenNeeds {
  readonly state: MoodStore
  readonly work: WorkStore
  readonly knowledge: KnowledgeStore
  readonly store: Pick<StoryStore, 'utterances'>
}

/** The words of the calls that are open, as far as somebody writes them down; also where no moods are read. */
export function createSpokenWords({ state, work, knowledge, store }: SpokenNeeds) {
  /** Calls whose words of before a restart were looked for. */
  const looked = new Set<InteractionId>()

  const saidOf = (utterance: Utterance, isPrivate: boolean): Said => {
    const { id, interaction, side, at, text } = utterance
    const contact = pageOf(work.getState(), interaction)?.contact
    return {
      ...{ id, interaction, at, mood: undefined },
      by: side === 'me' ? { role: 'me', name: undefined } : { role: 'customer', name: contact?.name },
      body: isPrivate ? { kind: 'left-out', why: 'private' } : { kind: 'text', text },
    }
  }

  /** Each once, in the order in which they were begun. */
  function add(utterances: readonly Utterance[], isPrivate: boolean): void {
    const [first] = utterances
    if (!first) return
    state.setState(({ spoken }) => {
      const before = spoken.get(first.interaction) ?? []
      const ids = new Set(before.map(({ id }) => id))
      const added = utterances.filter(({ id }) => !ids.has(id)).map((one) => saidOf(one, isPrivate))
      if (added.length === 0) return {}
      const all = [...before, ...added].sort((a, b) => a.at - b.at)
      return { spoken: new Map(spoken).set(first.interaction, all) }
    })
  }

  function forget(open: ReadonlySet<InteractionId>): void {
    for (const id of looked) if (!open.has(id)) looked.delete(id)
    const { spoken } = state.getState()
    if ([...spoken.keys()].some((id) => !open.has(id)))
      state.setState({ spoken: new Map([...spoken].filter(([id]) => open.has(id))) })
  }

  return {
    hear: (utterance: Utterance): void =>
      add([utterance], isPrivateNow(knowledge.getState(), utterance.interaction)),

    /** Reads those of calls that were open before a restart; and what stood beside a page goes with it. */
    async follow(): Promise<void> {
      const { pages } = work.getState()
      forget(new Set(pages.map(({ interaction }) => interaction.id)))
      for (const { interaction } of pages) {
        if (interaction.channel !== 'call' || looked.has(interaction.id)) continue
        looked.add(interaction.id)
        const read = await store.utterances(interaction.id)
        if (read.ok && pageOf(work.getState(), interaction.id)) add(read.value, false)
      }
    },
    clear: (): void => looked.clear(),
  }
}
