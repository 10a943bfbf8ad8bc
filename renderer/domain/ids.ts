declare const brand: unique symbol

type Branded<Name extends string> = string & { readonly [brand]: Name }

/** One dialogue with one telephone, as long as it lasts. */
export type CallId = Branded<'CallId'>
/** One piece of work with a customer on any channel; lives on in the store. */
export type InteractionId = Branded<'InteractionId'>
/** A customer. */
export type ContactId = Branded<'ContactId'>
/** One case, on this desk and, once it has a number, in the case system too. */
export type CaseId = Branded<'CaseId'>
/** One thing that was written about a case here and is to reach the case system. */
export type EntryId = Branded<'EntryId'>
/** One chat with one customer, from the moment they ask until it is ended; named by its room. */
export type ConversationId = Branded<'ConversationId'>
/** One message of a chat: the id that its writer gave it (XEP-0359), or the archive's where they gave none. */
export type MessageId = Branded<'MessageId'>
/** One time that a chat is offered to this agent. */
export type ChatOfferId = Branded<'ChatOfferId'>
/** One time that a guide is followed. */
export type GuideRunId = Branded<'GuideRunId'>

export const asCallId = (text: string): CallId => text as CallId
export const asInteractionId = (text: string): InteractionId => text as InteractionId
export const asContactId = (text: string): ContactId => text as ContactId
export const asCaseId = (text: string): CaseId => text as CaseId
export const asEntryId = (text: string): EntryId => text as EntryId
export const asConversationId = (text: string): ConversationId => text as ConversationId
export const asMessageId = (text: string): MessageId => text as MessageId
export const asChatOfferId = (text: string): ChatOfferId => text as ChatOfferId
export const asGuideRunId = (text: string): GuideRunId => text as GuideRunId
