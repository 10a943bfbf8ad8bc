import { useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'

import type { InteractionId } from '../../../domain/ids.ts'
import type { Said } from '../../../domain/story/said.ts'
import { shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { MoodFlag } from './MoodFlag.tsx'
import { useGoneTo, useMoodKey } from './use-mood-key.ts'
import { useMoodOf } from './use-moods.ts'
import { useSaidKeys } from './use-said-keys.ts'

/** So many lines are shown at once; earlier ones are asked for. */
const most = 60

const nothing: readonly Said[] = []

/** What is said in the call in hand, where something writes it down. Never read out by itself: somebody is talking. */
export function SpokenWords({ interaction }: { interaction: InteractionId }) {
  const { say } = useWords()
  const said = useStore(useDesk().stores.moods, ({ spoken }) => spoken.get(interaction) ?? nothing)
  const [shown, setShown] = useState(most)
  const { box, onScroll } = useNewestInSight(said.length)
  useSaidKeys(box)
  if (said.length === 0) return null
  const earlier = Math.max(0, said.length - shown)
  return (
    <section className="spoken" aria-labelledby="spoken-heading">
      <h2 id="spoken-heading">{say('mood.spoken')}</h2>
      {/* What scrolls can be reached by keyboard (WCAG 2.1.1). */}
      <div
        ref={box}
        className="spoken-words"
        role="log"
        aria-live="off"
        aria-labelledby="spoken-heading"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
      >
        {earlier > 0 && (
          <CommandButton className="button" onPress={() => setShown(shown + most)}>
            {say('mood.spoken.earlier', { count: Math.min(earlier, most) })}
          </CommandButton>
        )}
        <ol>
          {said.slice(earlier).map((one) => (
            <SpokenLine key={one.id} said={one} />
          ))}
        </ol>
      </div>
    </section>
  )
}

function SpokenLine({ said }: { said: Said }) {
  const { say, language } = useWords()
  const place = useRef<HTMLLIElement>(null)
  const { id, interaction, at, by, body } = said
  const of = { interaction, said: id }
  const mood = useMoodOf(by.role === 'customer' ? of : undefined)
  useMoodKey(place, mood && { of, mood })
  const asked = useGoneTo(place)
  const who = by.role === 'me' ? say('transcript.you') : (by.name ?? say('mood.spoken.customer'))
  return (
    <li ref={place} className={`spoken-line ${by.role}`} {...(mood && { tabIndex: -1, 'data-said': id })}>
      <p>
        <strong>{who}</strong> <span className="quiet">{shortTime(language, at, { now: at })}</span>
      </p>
      {body.kind === 'text' && <p dir="auto">{body.text}</p>}
      {body.kind === 'left-out' && <p className="quiet">{say(`message.${body.why}`)}</p>}
      {mood && body.kind === 'text' && <MoodFlag {...{ text: body.text, mood, of, asked }} />}
    </li>
  )
}

/** Pixels from the end within which somebody follows the newest. */
const near = 48

/** Goes with what is new only for whoever was at the end. */
function useNewestInSight(count: number) {
  const box = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight
  }, [count])
  const onScroll = (): void => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {}
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < near
  }
  return { box, onScroll }
}
