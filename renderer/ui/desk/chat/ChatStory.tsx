import { useWords } from '../../frame/words.tsx'
import { HandOverCard } from './HandOverCard.tsx'
import { useChatOfStory } from './use-chats.ts'

/** What the agent should know of the chat in hand before they write, and in the call that goes on from it: what was asked, who handed it on, what a bot found. */
export function ChatStory() {
  const { say } = useWords()
  const conversation = useChatOfStory()?.conversation
  if (!conversation) return null
  const { customer, from, handOver, reason } = conversation
  return (
    <>
      {reason !== 'new' && <p className="tag warn">{say(`chat.reason.${reason}`)}</p>}
      {customer.question !== undefined && (
        <blockquote className="chat-question">{customer.question}</blockquote>
      )}
      {from && from.note !== '' && (
        <section className="chat-note">
          <h3>{say('chat.note-from', { name: from.name })}</h3>
          <p>{from.note}</p>
        </section>
      )}
      {handOver && <HandOverCard handOver={handOver} />}
    </>
  )
}
