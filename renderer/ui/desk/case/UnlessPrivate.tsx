import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'

import type { CaseId } from '../../../domain/ids.ts'
import { isPrivateFor } from '../../../state/private-now.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

export interface UnlessPrivateProps {
  /** `undefined` for one that is being begun. */
  readonly case: CaseId | undefined
  readonly children: ReactNode
}

/**
 * What writes about a case, out of the way while a customer says what must not be kept: it would be kept here. What was
 * written before is there again afterwards.
 */
export function UnlessPrivate({ case: id, children }: UnlessPrivateProps) {
  const { say } = useWords()
  const { stores } = useDesk()
  const inHand = useStore(stores.knowledge, (state) => state.inHand)
  const isPrivate = useStore(stores.work, (state) => isPrivateFor(state, { inHand }, id))
  return (
    <>
      {isPrivate && (
        <p className="case-private">
          <Lock aria-hidden />
          {say('case.private')}
        </p>
      )}
      <div className="unless-private" hidden={isPrivate}>
        {children}
      </div>
    </>
  )
}
