import { PhoneOutgoing } from 'lucide-react'
import { useRef } from 'react'
import { useStore } from 'zustand'

import type { ChosenReason } from '../../domain/agent-state.ts'
import type { Call } from '../../domain/call.ts'
import type { InHand } from '../../state/work-store.ts'
import { focusHome } from '../frame/use-kept-focus.ts'
import { useWords } from '../frame/words.tsx'
import { CallBar } from './call/CallBar.tsx'
import { ChatHead } from './chat/ChatHead.tsx'
import { ChatPage } from './chat/ChatPage.tsx'
import { chatNoteId } from './chat/focus-chat.ts'
import { NoteFold } from './chat/NoteFold.tsx'
import { useChat } from './chat/use-chats.ts'
import { CommandButton } from './CommandButton.tsx'
import { useDesk } from './desk-context.tsx'
import { CallBackButton } from './history/CallBackButton.tsx'
import { GuidePlace } from './knowledge/GuidePlace.tsx'
import { MoodAlert } from './mood/MoodAlert.tsx'
import { MoodInHand } from './mood/MoodOfInteraction.tsx'
import { MoodQuestionCard } from './mood/MoodQuestionCard.tsx'
import { SpokenWords } from './mood/SpokenWords.tsx'
import { NoteField } from './NoteField.tsx'
import { SpeechFacts } from './story/SpeechFacts.tsx'
import { useFocusIfLost } from './use-focus-if-lost.ts'
import { useWho } from './who.ts'
import { WrapUpClock } from './WrapUpClock.tsx'
import { WrapUpForm, wrapUpWords } from './WrapUpForm.tsx'
import type { AfterWrapUp } from './WrapUpForm.tsx'

/** The call behind a page, while it lasts. */
function useCallOf({ call }: InHand): Call | undefined {
  return useStore(useDesk().stores.calls, ({ calls }) => call && calls.get(call))
}

/** Who is in hand: the call with its controls, or what came of it. */
export function InteractionHead({ inHand }: { inHand: InHand }) {
  const who = useWho()
  const call = useCallOf(inHand)
  const { interaction, contact } = inHand
  const chat = useChat(interaction.conversation)
  if (chat) return <ChatHead key={interaction.id} chat={chat} />
  return call ? (
    <CallBar key={call.id} call={call} name={who.party(call.party, contact)} />
  ) : (
    <EndedHeading inHand={inHand} name={who.interaction(interaction, contact)} />
  )
}

/** What the agent writes about it: the note, and then the wrap-up. */
export function InteractionPage({ inHand }: { inHand: InHand }) {
  const { writeUp } = useDesk()
  const call = useCallOf(inHand)
  const { interaction, saved } = inHand
  const chat = useChat(interaction.conversation)
  const goesOn = call !== undefined || (chat !== undefined && chat.state !== 'ended')
  const note = (
    <NoteField
      // Undoing in one note must not bring another's text back.
      key={interaction.id}
      interaction={interaction.id}
      note={interaction.note}
      saved={saved}
      onChange={(text) => writeUp.note(interaction.id, text)}
      {...(chat && { id: chatNoteId, rows: 3 })}
    />
  )
  return (
    <>
      <MoodAlert interaction={interaction.id} />
      <GuidePlace key={`guide ${interaction.id}`} page={inHand} />
      {chat && <ChatPage chat={chat} />}
      {chat ? (
        <NoteFold chat={chat} note={interaction.note}>
          {note}
        </NoteFold>
      ) : (
        note
      )}
      <SpokenWords key={`spoken ${interaction.id}`} interaction={interaction.id} />
      {!goesOn && <SpeechFacts interaction={interaction} />}
      {!goesOn && <WrapUp inHand={inHand} />}
      {!goesOn && <MoodQuestionCard />}
    </>
  )
}

function EndedHeading({ inHand: { interaction, call }, name }: { inHand: InHand; name: string }) {
  const { say } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(heading, interaction.id)
  return (
    <section className="call-bar ended" aria-labelledby="ended-name">
      <div className="call-who">
        <h1 id="ended-name" ref={heading} tabIndex={-1} {...focusHome}>
          {name}
        </h1>
        <p>
          <span className="call-state">{say(wrapUpWords[interaction.channel])}</span>
          {call === undefined
            ? say('wrapup.unfinished')
            : interaction.endCause && say(`end.${interaction.endCause}`)}
          <MoodInHand />
        </p>
      </div>
      <WrapUpClock />
      {interaction.number !== undefined && (
        <CallBackButton interaction={interaction} name={name}>
          <PhoneOutgoing aria-hidden />
        </CallBackButton>
      )}
    </section>
  )
}

/** Whoever was not ready and called somebody meanwhile goes back to what they were doing. */
const afterWrapUp = (resume: ChosenReason | undefined): readonly AfterWrapUp[] =>
  resume === undefined
    ? ['available', 'break']
    : [{ stay: resume }, 'available', ...(resume === 'break' ? [] : (['break'] as const))]

function WrapUp({ inHand: { interaction } }: { inHand: InHand }) {
  const { stores, writeUp, availability } = useDesk()
  const { say } = useWords()
  const wrappingUp = useStore(stores.shift, (state) => state.agent.kind === 'wrap-up')
  // What comes next is asked once, on the last call's page: chats go on beside calls, and are no reason to wait.
  const last = useStore(
    stores.work,
    ({ pages }) =>
      pages.every(({ interaction: other }) => other.id === interaction.id || other.channel === 'chat') &&
      (interaction.channel === 'call' || pages.length === 1),
  )
  const resumeReason = useStore(stores.shift, (state) => state.resumeReason)
  const then = wrappingUp && last ? afterWrapUp(resumeReason) : (['close'] as const)
  const finish = async (next: AfterWrapUp): Promise<void> => {
    if (!(await writeUp.finish(interaction.id)) || next === 'close') return
    await availability.endWrapUp(typeof next === 'string' ? next : next.stay)
  }
  return (
    <>
      <WrapUpForm
        key={interaction.id}
        channel={interaction.channel}
        disposition={interaction.disposition}
        then={then}
        onDisposition={(disposition) => writeUp.disposition(interaction.id, disposition)}
        onFinish={(next) => void finish(next)}
      />
      {!wrappingUp && (
        <CommandButton className="button put-aside" onPress={() => writeUp.putAside(interaction.id)}>
          {say('wrapup.put-aside')}
        </CommandButton>
      )}
    </>
  )
}
