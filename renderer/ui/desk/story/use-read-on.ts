import { useEffect } from 'react'

import { isFiltered } from '../../../domain/story/story-filter.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useDesk } from '../desk-context.tsx'
import { useShown } from './use-shown.ts'

/** Lines from an end of what was read at which more is read. */
const near = 15

export interface ReadOn {
  readonly place: StoryPlace
  /** The lines in sight. */
  readonly range: { readonly startIndex: number; readonly endIndex: number } | null
  readonly count: number
}

/** Reads on before the reader comes to an end of what was read. */
export function useReadOn({ place, range, count }: ReadOn): void {
  const { stories, stores } = useDesk()
  const [from, to] = [range?.startIndex ?? -1, range?.endIndex ?? -1]
  const loading = useShown(place, (shown) => shown.loading)
  useEffect(() => {
    const shown = stores.story.getState()[place]
    if (!shown || from < 0 || loading !== undefined) return
    // How far back somebody looks for something, they say themselves.
    if (shown.hasOlder && to >= count - near && !isFiltered(shown.filter)) void stories.more(place, 'older')
    else if (shown.hasNewer && from < near) void stories.more(place, 'newer')
  }, [stories, stores, place, from, to, count, loading])
}
