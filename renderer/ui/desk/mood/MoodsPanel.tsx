import { useStore } from 'zustand'

import type { ErrorRate } from '../../../domain/moods/error-rate.ts'
import { useWords } from '../../frame/words.tsx'
import { BesideCheck } from '../chat/BesideForm.tsx'
import { useDesk } from '../desk-context.tsx'
import { Panel } from '../panel/Panel.tsx'
import { useHasMoods } from './use-moods.ts'

/** What is read of moods and what never is, what the agent chooses of it, and how often it is wrong. */
export function MoodsPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const { stores, moods } = useDesk()
  const isOn = useHasMoods()
  const { choices, errors } = useStore(stores.moods)
  if (!isOn) return null
  return (
    <Panel heading={say('mood.panel')} close={say('mood.panel.close')} onClose={onClose}>
      <p>{say('mood.panel.read')}</p>
      <p>{say('mood.panel.never')}</p>
      <div className="mood-choices">
        <BesideCheck
          label={say('mood.panel.alert')}
          isTicked={choices.alert}
          onTick={(alert) => void moods.choose({ alert })}
        />
        <BesideCheck
          label={say('mood.panel.prompts')}
          isTicked={choices.prompts}
          onTick={(prompts) => void moods.choose({ prompts })}
        />
      </div>
      <section>
        <h3>{say('mood.panel.rate')}</h3>
        <Rate errors={errors} />
      </section>
    </Panel>
  )
}

function Rate({ errors }: { errors: ErrorRate | undefined }) {
  const { say } = useWords()
  if (!errors || errors.asked === 0) return <p className="quiet">{say('mood.panel.rate.none')}</p>
  const { asked, wrong, from, to } = errors
  return <p>{say('mood.panel.rate.some', { asked, wrong, share: wrong / asked, from, to })}</p>
}
