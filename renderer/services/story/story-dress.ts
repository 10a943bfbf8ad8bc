import { storyCaseOf } from '../../domain/story/case-lines.ts'
import type { Contact } from '../../domain/contact.ts'
import type { CaseId } from '../../domain/ids.ts'
import type { InteractionLine } from '../../domain/story/interaction-line.ts'
import type { StoryCase, StoryItem } from '../../domain/story/story-item.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import type { StoryMoods } from '../moods/story-moods.ts'
import type { StorySaid } from './story-said.ts'

export interface DressNeeds {
  readonly chats: Pick<ChatStore, 'conversation'>
  readonly guides: Pick<GuideStore, 'runsOf'>
  readonly cases: Pick<CaseStore, 'case'>
  readonly moods: StoryMoods
  readonly said: Pick<StorySaid, 'words'>
}

export type StoryDress = ReturnType<typeof createStoryDress>

/** Gives the lines of a story what belongs to them and lies elsewhere. What cannot be read is left out. */
export function createStoryDress({ chats, guides, cases, moods, said }: DressNeeds) {
  async function caseOf(id: CaseId): Promise<StoryCase | undefined> {
    const read = await cases.case(id)
    return read.ok ? read.value && storyCaseOf(read.value) : undefined
  }

  async function dressed(line: InteractionLine, ofCase: typeof caseOf): Promise<InteractionLine> {
    const { id, conversation, case: tied } = line.interaction
    const [chat, runs, one] = await Promise.all([
      conversation === undefined ? undefined : chats.conversation(conversation),
      guides.runsOf(id),
      tied === undefined ? undefined : ofCase(tied),
    ])
    return {
      ...line,
      conversation: chat?.ok ? chat.value : undefined,
      guides: runs.ok ? runs.value : [],
      case: one,
    }
  }

  const withLetter = (line: StoryItem, { language }: Contact): StoryItem =>
    line.kind === 'event' && line.event.kind === 'message'
      ? { ...line, mood: moods.flagged(undefined, line.event.text, language) }
      : line

  return {
    /** All but the moods of interactions: those may have to be worked out. */
    dress(lines: readonly StoryItem[], contact: Contact): Promise<readonly StoryItem[]> {
      const known = new Map<CaseId, Promise<StoryCase | undefined>>()
      const once = (id: CaseId): Promise<StoryCase | undefined> => {
        const read = known.get(id) ?? caseOf(id)
        known.set(id, read)
        return read
      }
      return Promise.all(
        lines.map(async (line) =>
          line.kind === 'interaction' ? dressed(line, once) : withLetter(line, contact),
        ),
      )
    },
    /** The interactions among the lines, with their moods. */
    async moods(lines: readonly StoryItem[], contact: Contact): Promise<readonly InteractionLine[]> {
      const ofInteractions = lines.flatMap((line) => (line.kind === 'interaction' ? [line] : []))
      if (ofInteractions.length === 0 || !moods.isOn()) return []
      const read = await moods.ofInteractions(
        ofInteractions.map(({ interaction }) => interaction),
        (interaction) => said.words(interaction, contact),
      )
      return ofInteractions.map((line) => ({ ...line, mood: read.get(line.interaction.id) }))
    },
  }
}
