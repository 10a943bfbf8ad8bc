import { Coffee, Headphones, Stethoscope } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'

import { focusHome } from '../frame/use-kept-focus.ts'
import { useWords } from '../frame/words.tsx'
import { EquipmentCheck } from './check/EquipmentCheck.tsx'
import { CommandButton } from './CommandButton.tsx'
import { useDesk } from './desk-context.tsx'
import { History } from './history/History.tsx'
import { MoodQuestionCard } from './mood/MoodQuestionCard.tsx'
import { shortcuts } from './shortcuts.ts'
import { useFocusIfLost } from './use-focus-if-lost.ts'

/** Between interactions: what the desk waits for, and what was done last. */
export function IdlePane() {
  const { say } = useWords()
  const { stores } = useDesk()
  const available = useStore(stores.shift, (state) => state.agent.kind === 'available')
  const [checking, setChecking] = useState(false)
  const Icon = available ? Headphones : Coffee
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusIfLost(heading, available)
  return (
    <div className="idle">
      <section className="idle-card" aria-labelledby="idle-heading">
        <Icon aria-hidden />
        <div>
          <h1 id="idle-heading" ref={heading} tabIndex={-1} {...focusHome}>
            {say(available ? 'idle.available.heading' : 'idle.not-ready.heading')}
          </h1>
          <p>
            {available ? say('idle.available.body', { key: shortcuts.answer }) : say('idle.not-ready.body')}
          </p>
        </div>
        {/* Not while a customer may ring at any moment: the test uses the same microphone and headset. */}
        {!available && !checking && (
          <CommandButton className="button" onPress={() => setChecking(true)}>
            <Stethoscope aria-hidden />
            {say('check.open')}
          </CommandButton>
        )}
      </section>
      {!available && checking && <EquipmentCheck onClose={() => setChecking(false)} />}
      <MoodQuestionCard />
      <History />
    </div>
  )
}
