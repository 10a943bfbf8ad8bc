import { TriangleAlert } from 'lucide-react'

import type { Say } from '../../../words/say.ts'
import { useSettled } from './use-settled.ts'
import type { Typed } from './use-typed.ts'

/** What stands under the field: a hint, or what would happen; what is urgent stands in its own frame instead. */
export function descriptionOf(say: Say, { text, meaning }: Typed, urgent: boolean): string {
  if (urgent) return ''
  return text === '' ? say('dial.hint') : meaning
}

/** Speaks what the field means once the typing rests; what must be known before a call is shown, and said at once. */
export function TypedNews({ typed, urgent }: { typed: Typed; urgent: boolean }) {
  const settled = useSettled(typed.text === '' ? '' : typed.meaning)
  return (
    <>
      <p role="status" className="visually-hidden">
        {urgent || settled !== typed.meaning ? '' : settled}
      </p>
      <div role="alert" className="dial-warning">
        {urgent && (
          <p>
            <TriangleAlert aria-hidden />
            {typed.meaning}
          </p>
        )}
      </div>
    </>
  )
}
