import type { Caller } from '../../domain/call.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Interaction } from '../../domain/interaction.ts'
import type { Say } from '../../words/say.ts'

/** What to call somebody: the name that the desk knows, else what the network says, else the number. */
export const callerName = (say: Say, caller: Caller, contact: Contact | undefined): string =>
  contact?.name ?? caller.name ?? caller.number ?? say('caller.unknown')

export const interactionName = (say: Say, { number }: Interaction, contact: Contact | undefined): string =>
  contact?.name ?? number ?? say('caller.unknown')
