import { useStore } from 'zustand'

import type { Call } from '../../domain/call.ts'
import type { InHand } from '../../state/work-store.ts'
import { useWords } from '../frame/words.tsx'
import { CallBar } from './CallBar.tsx'
import { useDesk } from './desk-context.tsx'
import { NoteField } from './NoteField.tsx'
import { callerName, interactionName } from './who.ts'
import { WrapUpForm } from './WrapUpForm.tsx'
import type { AfterWrapUp } from './WrapUpForm.tsx'

/** The one interaction in hand: the call with its controls, the note, and then the wrap-up. */
export function InteractionPane({ inHand, call }: { inHand: InHand; call: Call | undefined }) {
  const { say } = useWords()
  const { writeUp } = useDesk()
  const { interaction, contact, saved } = inHand
  return (
    <div className="interaction">
      {call ? (
        <CallBar call={call} name={callerName(say, call.caller, contact)} />
      ) : (
        <EndedHeading inHand={inHand} name={interactionName(say, interaction, contact)} />
      )}
      <NoteField interaction={interaction.id} note={interaction.note} saved={saved} onChange={writeUp.note} />
      {!call && <WrapUp inHand={inHand} />}
    </div>
  )
}

function EndedHeading({ inHand: { interaction, call }, name }: { inHand: InHand; name: string }) {
  const { say } = useWords()
  return (
    <section className="call-bar ended">
      <title>{say('wrapup.title')}</title>
      <div className="call-who">
        <h1>{name}</h1>
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
  const { stores, writeUp, availability } = useDesk()
  const wrappingUp = useStore(stores.shift, (state) => state.agent.kind === 'wrap-up')
  const then: readonly AfterWrapUp[] = wrappingUp ? ['available', 'break'] : ['close']
  const finish = async (next: AfterWrapUp): Promise<void> => {
    if ((await writeUp.finish()) && next !== 'close') await availability.endWrapUp(next)
  }
  return (
    <WrapUpForm
      key={interaction.id}
      disposition={interaction.disposition}
      then={then}
      onDisposition={writeUp.disposition}
      onFinish={(next) => void finish(next)}
    />
  )
}
