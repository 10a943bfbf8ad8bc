import { UserRound, UsersRound, X } from 'lucide-react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { Text } from 'react-aria-components/Text'
import { useStore } from 'zustand'

import type { DialSuggestion } from '../../../services/dialling.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { useWho } from '../who.ts'
import { useSuggestions } from './use-suggestions.ts'

const icons = { contact: UserRound, colleague: UsersRound } as const satisfies Record<
  DialSuggestion['kind'],
  unknown
>

/** Where the key for calling puts the cursor. */
export const dialFieldId = 'dial-text'

/** A number, or a name with the people found for it below: arrows go through them while the cursor stays in the field. */
export function DialField({ description }: { description: string }) {
  const { say } = useWords()
  const { stores, dialling } = useDesk()
  const text = useStore(stores.dial, (state) => state.text)
  // Whoever has been chosen stands in the field: Enter calls them, and does not choose them again.
  const suggestions = useSuggestions(text).filter(({ dial }) => dial !== text)
  return (
    <Autocomplete inputValue={text} onInputChange={(typed) => dialling.setText(typed)} disableAutoFocusFirst>
      <SearchField className="field dial-field">
        <Label>{say('dial.field')}</Label>
        <div className="dial-input">
          <Input data-first-focus id={dialFieldId} inputMode="text" autoComplete="off" maxLength={200} />
          {text !== '' && (
            <Button className="button quiet icon-only" aria-label={say('dial.clear')}>
              <X aria-hidden />
            </Button>
          )}
        </div>
        <Text slot="description" className="dial-meaning">
          {description}
        </Text>
      </SearchField>
      {suggestions.length > 0 && <Suggestions people={suggestions} />}
    </Autocomplete>
  )
}

function Suggestions({ people }: { people: readonly DialSuggestion[] }) {
  const { say } = useWords()
  const { dialling } = useDesk()
  const who = useWho()
  return (
    <ListBox
      className="suggestions"
      aria-label={say('dial.suggestions')}
      items={people.map((person, id) => ({ ...person, id }))}
      onAction={(key) => {
        const person = people[Number(key)]
        if (person) dialling.setText(person.dial)
      }}
    >
      {({ id, name, dial, detail, kind }) => {
        const Icon = icons[kind]
        return (
          <ListBoxItem id={id} className="menu-item suggestion" textValue={name}>
            <Icon aria-hidden />
            <span>
              <strong>{name}</strong>
              <span className="quiet">
                {say(`dial.suggestion.${kind}`)} · {who.number(detail === '' ? dial : detail)}
              </span>
            </span>
          </ListBoxItem>
        )
      }}
    </ListBox>
  )
}
