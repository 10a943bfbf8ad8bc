import { CalendarSearch } from 'lucide-react'
import { useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'

import type { StoryPlace } from '../../../services/story/story-desk.ts'
import { useWords } from '../../frame/words.tsx'
import { dateInWords } from '../case/date-in-words.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'

/** Shows the story around a day. */
export function GoToDay({ place }: { place: StoryPlace }) {
  const { say, language } = useWords()
  const { stories } = useDesk()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const go = (): void => {
    const day = Date.parse(`${text}T00:00`)
    setMissing(Number.isNaN(day))
    if (!Number.isNaN(day)) void stories.jumpTo(place, day)
  }
  const words = dateInWords(language, text)
  return (
    <form
      className="story-day-form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <TextField
        className="field"
        type="date"
        validationBehavior="aria"
        value={text}
        onChange={(day) => {
          setText(day)
          setMissing(false)
        }}
        isInvalid={isMissing}
      >
        <Label>{say('story.date')}</Label>
        <Input max="9999-12-31" />
        {words !== undefined && <Text slot="description">{words}</Text>}
        <FieldError>{say('story.date.missing')}</FieldError>
      </TextField>
      <CommandButton type="submit" className="button">
        <CalendarSearch aria-hidden />
        {say('story.date.go')}
      </CommandButton>
    </form>
  )
}
