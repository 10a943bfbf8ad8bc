import { Leaf } from 'lucide-react'
import { useStore } from 'zustand'

import { clockTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import './day.css'

/** Two minutes after a hard contact: offered, waited for, or running. Takes no focus, and no customer waits for an answer. */
export function BreatherStrip() {
  const { say } = useWords()
  const { day } = useDesk().stores
  const offer = useStore(day, (state) => state.offer)
  const breather = useStore(day, (state) => state.breather)
  if (!offer && !breather) return null
  return (
    <section className="breather" aria-label={say('breather.label')}>
      <Leaf aria-hidden />
      {breather?.kind === 'now' ? (
        <Running until={breather.until} />
      ) : breather ? (
        <Planned />
      ) : (
        offer && <Offered because={offer.because} />
      )}
    </section>
  )
}

function Offered({ because }: { because: 'words' | 'blocked' }) {
  const { say } = useWords()
  const { wellBeing } = useDesk()
  return (
    <>
      <p role="status">{say(`breather.offer.${because}`)}</p>
      <CommandButton className="button" onPress={() => wellBeing.takeBreather()}>
        {say('breather.take')}
      </CommandButton>
      <CommandButton className="button quiet" onPress={() => wellBeing.declineBreather()}>
        {say('breather.decline')}
      </CommandButton>
    </>
  )
}

function Planned() {
  const { say } = useWords()
  const { wellBeing } = useDesk()
  return (
    <>
      <p role="status">{say('breather.planned')}</p>
      <CommandButton className="button quiet" onPress={() => wellBeing.declineBreather()}>
        {say('breather.cancel')}
      </CommandButton>
    </>
  )
}

function Running({ until }: { until: number }) {
  const { say } = useWords()
  const { wellBeing } = useDesk()
  const left = until - useNow()
  const isOver = left <= 0
  return (
    <>
      {!isOver && (
        <time className="clock" role="timer" aria-live="off" aria-label={say('breather.left')}>
          {clockTime(left)}
        </time>
      )}
      <p role="status">{say(isOver ? 'breather.over' : 'breather.now')}</p>
      <CommandButton className="button" onPress={() => void wellBeing.endBreather()}>
        {say('breather.end')}
      </CommandButton>
    </>
  )
}
