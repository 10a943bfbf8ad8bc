import type { ConversationId } from '../../../domain/ids.ts'
import type { ChatState, OpenChat } from '../../../state/chat-store.ts'
import type { Say } from '../../../words/say.ts'

export interface ChatNewsMeans {
  readonly say: Say
  readonly nameOf: (chat: OpenChat) => string
  /** The chat before the agent's eyes: its own log is read. */
  readonly shown: ConversationId | undefined
}

/** What has changed between two moments, in words: what the eyes would see in the rail and in the bar. */
export function chatNews(means: ChatNewsMeans, before: ChatState, after: ChatState): readonly string[] {
  if (before.site === undefined || after.site === undefined) return []
  return [...linkNews(means.say, before, after), ...changed(means, before, after)]
}

function linkNews(say: Say, before: ChatState, after: ChatState): readonly string[] {
  const [was, is] = [before.link.kind === 'up', after.link.kind === 'up']
  return [
    ...(was && !is ? [say('chat.announce.lost')] : []),
    ...(!was && is && before.chats.size > 0 ? [say('chat.announce.back')] : []),
    ...(before.queueIsThere && !after.queueIsThere ? [say('chat.queue.gone')] : []),
  ]
}

function changed(means: ChatNewsMeans, before: ChatState, after: ChatState): readonly string[] {
  if (before.chats === after.chats) return []
  return [...after.chats].flatMap(([id, chat]) => {
    const earlier = before.chats.get(id)
    return earlier && earlier !== chat ? ofChat(means, earlier, chat) : []
  })
}

function ofChat({ say, nameOf, shown }: ChatNewsMeans, before: OpenChat, after: OpenChat): readonly string[] {
  const { id, unread, end } = after.conversation
  const refused = ({ messages }: OpenChat): number =>
    messages.filter(({ delivery }) => delivery === 'refused').length
  const name = nameOf(after)
  return [
    // Once until it is looked at: whoever writes a hundred messages a second is one piece of news.
    ...(id !== shown && unread > 0 && before.conversation.unread === 0
      ? [say('chat.announce.message', { name })]
      : []),
    ...(before.messages !== after.messages && refused(after) > refused(before)
      ? [say('chat.announce.refused', { name })]
      : []),
    ...(before.state !== 'ended' && after.state === 'ended' && end !== undefined
      ? [say('chat.announce.ended', { name, why: say(`chat.over.${end}`) })]
      : []),
  ]
}
