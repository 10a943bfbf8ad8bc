import { Frown, Meh, Smile } from 'lucide-react'

import type { Mood } from '../../../domain/sentiment/mood.ts'

/** Told apart by their shape; the words beside them say it in any case. */
export const moodIcons = { negative: Frown, neutral: Meh, positive: Smile } as const satisfies Record<
  Mood,
  unknown
>
