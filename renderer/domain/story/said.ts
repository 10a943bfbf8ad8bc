import type { ChatRole } from '../conversation.ts'
import type { InteractionId } from '../ids.ts'
import type { FlaggedMood } from '../moods/flagged-mood.ts'
import type { MessageBody } from '../message.ts'

/** One thing that was said in an interaction, on whatever channel: a message of a chat, or words of a call. */
export interface Said {
  /** Of the message or the utterance: unique within the interaction. */
  readonly id: string
  readonly interaction: InteractionId
  /** Epoch milliseconds. */
  readonly at: number
  readonly by: { readonly role: ChatRole; readonly name: string | undefined }
  readonly body: MessageBody
  /** Of the customer's own words alone; `undefined` for what others said and where moods are switched off. */
  readonly mood: FlaggedMood | undefined
}
