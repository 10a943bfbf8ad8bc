import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useStore } from 'zustand'

import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

export interface QueueFieldProps {
  readonly queue: string
  readonly missing: boolean
  readonly onQueue: (queue: string) => void
}

/** Where the new case goes; its queue says what else is asked. */
export function QueueField({ queue, missing, onQueue }: QueueFieldProps) {
  const { say } = useWords()
  const queues = useStore(useDesk().stores.cases, (state) => state.queues)
  if (queues.length === 0) return <p className="composer-nobody">{say('new-case.queue.none')}</p>
  return (
    <Select
      className="field"
      value={queue === '' ? null : queue}
      placeholder={say('new-case.queue.choose')}
      isInvalid={missing}
      onChange={(key) => onQueue(String(key))}
    >
      <Label>{say('new-case.queue')}</Label>
      <Button className="button select">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <FieldError>{say('new-case.queue.missing')}</FieldError>
      <Popover className="popover">
        <ListBox className="menu case-menu" items={queues.map(({ name }) => ({ id: name }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item" textValue={id}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
