import { Share2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'

import type { OpenChat } from '../../../state/chat-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { BesideCheck, BesideForm } from './BesideForm.tsx'
import { useChatPlaces } from './chat-places.tsx'
import type { BesideDraft } from './chat-places.tsx'
import { HandOnTargets, keyOf } from './HandOnTargets.tsx'
import { useHandOnChoices } from './use-hand-on-choices.ts'

/** To whom, with what note, and whether the agent stays. The customer reads nothing of it. */
export function HandOnForm({ chat, onClose }: { chat: OpenChat; onClose: () => void }) {
  const { say } = useWords()
  const { chats } = useDesk()
  const places = useChatPlaces()
  const { id } = chat.conversation
  const { text: note, isTicked: stays, chosen } = places.draft(id, 'hand-on')
  const fillIn = (change: Partial<BesideDraft> | undefined): void => places.fillIn(id, 'hand-on', change)
  const choices = useHandOnChoices()
  const [asked, setAsked] = useState(false)
  const group = useRef<HTMLDivElement>(null)
  const target = choices?.find((choice) => keyOf(choice.target) === chosen)?.target
  const submit = async (): Promise<void> => {
    setAsked(true)
    if (!target) group.current?.querySelector('input')?.focus()
    else if (await chats.handOn(id, target, note.trim(), stays)) {
      fillIn(undefined)
      onClose()
    }
  }
  return (
    <BesideForm heading={say('hand-on.heading')} onSubmit={() => void submit()} onClose={onClose}>
      {choices?.length === 0 && <p role="status">{say('hand-on.nobody')}</p>}
      <HandOnTargets
        {...{ group, choices, chosen }}
        isMissing={asked && !target}
        onChoose={(key) => fillIn({ chosen: key })}
      />
      <TextField className="field" value={note} onChange={(text) => fillIn({ text })} maxLength={2000}>
        <Label>{say('hand-on.note')}</Label>
        <TextArea rows={2} />
        <Text slot="description">{say('hand-on.note.hint')}</Text>
      </TextField>
      <div className="actions">
        <BesideCheck
          label={say('hand-on.stay')}
          isTicked={stays}
          onTick={(isTicked) => fillIn({ isTicked })}
        />
        <CommandButton type="submit" className="button primary">
          <Share2 aria-hidden />
          {say('hand-on.go')}
        </CommandButton>
      </div>
    </BesideForm>
  )
}
