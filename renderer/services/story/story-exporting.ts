import type { Contact } from '../../domain/contact.ts'
import type { ContactId } from '../../domain/ids.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import type { Problems } from '../problems.ts'
import { createStoryExport } from './story-export.ts'
import type { ExportNeeds } from './story-export.ts'
import type { createStoryHead } from './story-head.ts'
import type { StoryWalk } from './story-walk.ts'

export interface ExportingNeeds extends ExportNeeds {
  readonly story: Pick<StoryStore, 'contactNow'>
  readonly head: ReturnType<typeof createStoryHead>
  readonly walkOf: (contact: Contact) => StoryWalk
  readonly state: StoryStateStore
  readonly problems: Problems
}

/** Writes one story down at a time, and says how far it has come. */
export function createStoryExporting(needs: ExportingNeeds) {
  const { story, head, walkOf, state, problems } = needs
  const write = createStoryExport(needs)
  let run = 0

  async function textOf(id: ContactId, isMine: () => boolean): Promise<string | undefined> {
    const contact = problems.unwrap(await story.contactNow(id))
    if (!contact) return undefined
    const walk = walkOf(contact)
    const known = problems.unwrap(await head({ walk, contact, inHand: undefined }))
    if (!known || !isMine()) return undefined
    const onShare = (share: number): boolean => {
      if (isMine()) state.setState({ exporting: share })
      return isMine()
    }
    const text = problems.unwrap(await write({ walk, contact, head: known, onShare }))
    return isMine() ? text : undefined
  }

  return {
    async text(id: ContactId): Promise<string | undefined> {
      const mine = ++run
      const isMine = (): boolean => run === mine
      state.setState({ exporting: 0 })
      const text = await textOf(id, isMine)
      if (isMine()) state.setState({ exporting: undefined })
      return text
    },
    stop(): void {
      run += 1
      state.setState({ exporting: undefined })
    },
  }
}
