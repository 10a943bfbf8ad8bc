import { problem } from '../../domain/problem.ts'
import type { SharedFile } from '../../domain/message.ts'
import { largestSharedFile, typeOfBytes } from '../../domain/shared-file-kind.ts'
import type { Chat } from '../../ports/chat.ts'
import type { Problems } from '../problems.ts'

export interface ChatFileNeeds {
  readonly chat: Pick<Chat, 'fetchFile'>
  readonly problems: Problems
}

/** Files that others sent: fetched when the agent asks, and shown only as what their bytes say that they are. */
export function createChatFiles({ chat, problems }: ChatFileNeeds) {
  return {
    async fetchFile(file: SharedFile) {
      const bytes = problems.unwrap(await chat.fetchFile(file))
      if (!bytes) return undefined
      const type = bytes.length > largestSharedFile ? undefined : typeOfBytes(bytes)
      if (type) return { type, bytes }
      problems.show(problem('chat-file-refused'))
      return undefined
    },
  }
}
