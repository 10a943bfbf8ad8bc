import { useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import { liveCall } from '../../state/call-store.ts'
import type { InHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { CallBar } from './CallBar.tsx'
import { useDesk } from './desk-context.tsx'
import { NoteField } from './NoteField.tsx'
import { useFocusIfLost } from './use-focus-if-lost.ts'
import { callerName, interactionName } from './who.ts'
import { WrapUpForm } from './WrapUpForm.tsx'
import type { AfterWrapUp } from './WrapUpForm.tsx'

/** Who is in hand: the call with its controls, or what came of it. */
export function InteractionHead({ inHand }: { inHand: InHand }) {
  const { say } = useWords()
  const { stores } = useDesk()
  const call = useStore(stores.calls, liveCall)
  const { interaction, contact } = inHand
  return call && call.id === inHand.call ? (
    <CallBar call={call} name={callerName(say, call.caller, contact)} />
  ) : (
    <EndedHeading inHand={inHand} name={interactionName(say, interaction, contact)} />
  )
}

/** What the agent writes about it: the note, and then the wrap-up. */
export function InteractionPage({ inHand }: { inHand: InHand }) {
  const { stores, writeUp } = useDesk()
  const call = useStore(stores.calls, liveCall)
  const { interaction, saved } = inHand
  return (
    <>
      <NoteField interaction={interaction.id} note={interaction.note} saved={saved} onChange={writeUp.note} />
      {call?.id !== inHand.call || !call ? <WrapUp inHand={inHand} /> : null}
    </>
  )
}

function EndedHeading({ inHand: { interaction, call }, name }: { inHand: InHand; name: string }) {
  const { say } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(heading, interaction.id)
  return (
    <section className="call-bar ended" aria-labelledby="ended-name">
      <title>{say('wrapup.title')}</title>
      <div className="call-who">
        <h1 id="ended-name" ref={heading} tabIndex={-1}>
          {name}
        </h1>
        <p>
          <span className="call-state">{say('wrapup.heading')}</span>
          {call === undefined
            ? say('wrapup.unfinished')
            : interaction.endCause && say(`end.${interaction.endCause}`)}
        </p>
      </div>
    </section>
  )
}

function WrapUp({ inHand: { interaction } }: { inHand: InHand }) {
  const { say } = useWords()
  const { stores, writeUp, availability } = useDesk()
  const wrappingUp = useStore(stores.shift, (state) => state.agent.kind === 'wrap-up')
  const then: readonly AfterWrapUp[] = wrappingUp ? ['available', 'break'] : ['close']
  const finish = async (next: AfterWrapUp): Promise<void> => {
    if ((await writeUp.finish()) && next !== 'close') await availability.endWrapUp(next)
  }
  return (
    <>
      <WrapUpForm
        key={interaction.id}
        disposition={interaction.disposition}
        then={then}
        onDisposition={writeUp.disposition}
        onFinish={(next) => void finish(next)}
      />
      {!wrappingUp && (
        <Button className="button put-aside" onPress={writeUp.putAside}>
          {say('wrapup.put-aside')}
        </Button>
      )}
    </>
  )
}
