import { longestMessage } from '../../../domain/message.ts'
import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useFiles } from '../case/use-files.ts'
import { useDesk } from '../desk-context.tsx'
import { unfilledIn } from './quick-choices.ts'
import { useComposing } from './use-composing.ts'

/** What is written and chosen, and how it leaves. */
export function useSending({ draft, conversation: { id } }: OpenChat) {
  const { chats } = useDesk()
  const composing = useComposing(id)
  const files = useFiles(`chat ${id}`)
  const fault = useFault(draft)

  const put = (text: string): void => {
    chats.draft(id, text)
    composing.typed(text)
  }

  /** `false` when there was nothing to send, or something of it is still here. */
  const send = async (): Promise<boolean> => {
    if (fault !== undefined || (draft.trim() === '' && files.chosen.length === 0)) return false
    if (draft.trim() !== '' && !(await chats.send(id, draft))) return false
    for (const file of files.chosen) {
      if (!(await chats.share(id, file))) return false
      files.remove(0)
    }
    return true
  }

  return { files, fault, composing, put, send }
}

/** Why this draft cannot be sent as it stands. */
function useFault(draft: string): string | undefined {
  const { say } = useWords()
  const over = draft.length - longestMessage
  if (over > 0) return say('composer.too-long', { count: over })
  const unfilled = unfilledIn(draft).map((name) => say(`replies.field.${name}`))
  return unfilled.length > 0 ? say('replies.missing', { names: unfilled.join(', ') }) : undefined
}
