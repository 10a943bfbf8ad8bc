import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { useStore } from 'zustand'

import type { FieldValue } from '../../../domain/case-field.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

export interface OwnerFieldProps {
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
}

/** Whose case it is: the agent takes it, or gives it back to the team. */
export function OwnerField({ value: [owner], onChange }: OwnerFieldProps) {
  const { say } = useWords()
  const user = useStore(useDesk().stores.cases, (state) => state.user)
  const isOwn = owner !== undefined && owner === user
  return (
    <>
      <span className="case-field-label">{say('case.field.owner')}</span>
      <div className="case-owner">
        <span>
          {owner === undefined ? say('case.owner.nobody') : isOwn ? say('case.owner.you', { owner }) : owner}
        </span>
        {isOwn ? (
          <CommandButton className="button" onPress={() => onChange([])}>
            <UserRoundX aria-hidden />
            {say('case.owner.give-back')}
          </CommandButton>
        ) : (
          user !== undefined && (
            <CommandButton className="button" onPress={() => onChange([user])}>
              <UserRoundCheck aria-hidden />
              {say(owner === undefined ? 'case.owner.take' : 'case.owner.take-over')}
            </CommandButton>
          )
        )}
      </div>
    </>
  )
}
