import { contactIdsOf } from '../../domain/contact.ts'
import type { Contact } from '../../domain/contact.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Language } from '../../domain/language.ts'
import type { Message } from '../../domain/message.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { saidWithin, shareOf } from '../../domain/story/said-in.ts'
import type { Said } from '../../domain/story/said.ts'
import type { Utterance } from '../../domain/story/utterance.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { CustomerWords, StoryMoods } from '../moods/story-moods.ts'
import { readBack } from '../chats/read-back.ts'

/** Messages of a chat that are read at a time, and how far back at most: nobody reads more in one piece. */
const [messagesAtOnce, mostMessages] = [200, 2000]
/** One conversation has few interactions, and they are near each other. */
const nearest = 20

export interface SaidNeeds {
  readonly chats: Pick<ChatStore, 'conversation' | 'messages'>
  readonly story: Pick<StoryStore, 'interactionsBeside' | 'utterances'>
  readonly moods: StoryMoods
}

/** What was said, and in which language where somebody knows. */
export interface Heard {
  readonly said: Said
  readonly language: Language | undefined
}

type Outcome<T> = Promise<Result<T, Problem>>

export type StorySaid = ReturnType<typeof createStorySaid>

/** What was said in an interaction, on whatever channel: read when it is unfolded, or looked through. */
export function createStorySaid({ chats, story, moods }: SaidNeeds) {
  async function inChat(
    interaction: Interaction,
    id: ConversationId,
    contact: Contact,
  ): Outcome<readonly Heard[]> {
    const contacts = contactIdsOf(contact)
    const of = interaction.offeredAt
    const [before, after, known] = await Promise.all([
      story.interactionsBeside({ contacts, towards: 'older', of, limit: nearest }),
      story.interactionsBeside({ contacts, towards: 'newer', of: of - 1, limit: nearest }),
      chats.conversation(id),
    ])
    if (!before.ok) return before
    if (!after.ok) return after
    const share = shareOf(interaction, [...before.value.interactions, ...after.value.interactions])
    const read = await messagesOf(chats, id, share.from)
    if (!read.ok) return read
    const language = (known.ok ? known.value?.customer.language : undefined) ?? contact.language
    return ok(saidWithin(read.value, share).map((one) => ({ said: ofMessage(interaction, one), language })))
  }

  async function inCall(interaction: Interaction, contact: Contact): Outcome<readonly Heard[]> {
    const read = await story.utterances(interaction.id)
    if (!read.ok) return read
    return ok(
      read.value.map((one) => ({
        said: ofUtterance(one, contact.name),
        language: one.language ?? contact.language,
      })),
    )
  }

  /** Oldest first. */
  const of = (interaction: Interaction, contact: Contact): Outcome<readonly Heard[]> =>
    interaction.conversation === undefined
      ? inCall(interaction, contact)
      : inChat(interaction, interaction.conversation, contact)

  return {
    /** With the moods of the customer's own words. */
    async of(interaction: Interaction, contact: Contact): Outcome<readonly Said[]> {
      const heard = await of(interaction, contact)
      if (!heard.ok) return heard
      const words = heard.value.flatMap(ofCustomer)
      moods.worked(interaction, words)
      return ok(heard.value.map((one) => flagged(moods, one)))
    },
    /** The same words, with their moods as they are now. */
    again: (said: readonly Said[], contact: Contact): readonly Said[] =>
      said.map((one) => flagged(moods, { said: one, language: one.mood?.language ?? contact.language })),
    heard: of,
    /** What the customer said alone. */
    async words(interaction: Interaction, contact: Contact): Promise<readonly CustomerWords[] | undefined> {
      const heard = await of(interaction, contact)
      return heard.ok ? heard.value.flatMap(ofCustomer) : undefined
    },
  }
}

async function messagesOf(
  chats: SaidNeeds['chats'],
  id: ConversationId,
  from: number,
): Outcome<readonly Message[]> {
  let messages: readonly Message[] = []
  for (;;) {
    const wanted = { before: messages[0]?.place, to: undefined, atOnce: messagesAtOnce }
    const read = await readBack(chats, id, wanted)
    if (!read.ok) return read
    messages = [...read.value.messages, ...messages]
    const isEnough = messages.length >= mostMessages || (messages[0]?.at ?? 0) <= from
    if (isEnough || !read.value.hasOlder) return ok(messages)
  }
}

const ofMessage = ({ id: interaction }: Interaction, { id, at, from, body }: Message): Said => ({
  ...{ id, interaction, at, by: from, body, mood: undefined },
})

const ofUtterance = ({ id, interaction, at, side, text }: Utterance, customer: string): Said => ({
  ...{ id, interaction, at, body: { kind: 'text', text }, mood: undefined },
  by: side === 'me' ? { role: 'me', name: undefined } : { role: 'customer', name: customer },
})

function ofCustomer({ said: { id, at, by, body }, language }: Heard): readonly CustomerWords[] {
  return by.role === 'customer' && body.kind === 'text' ? [{ said: id, at, text: body.text, language }] : []
}

function flagged(moods: StoryMoods, { said, language }: Heard): Said {
  const { id, interaction, by, body } = said
  if (by.role !== 'customer' || body.kind !== 'text') return said
  return { ...said, mood: moods.flagged({ interaction, said: id }, body.text, language) }
}
