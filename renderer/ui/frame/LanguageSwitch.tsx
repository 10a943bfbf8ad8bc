import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { useWords } from './words.tsx'

/** Each language under its own name, so that whoever cannot read the other one finds theirs. */
export function LanguageSwitch({ onChoose }: { onChoose: (language: Language) => void }) {
  const { language, say } = useWords()
  return (
    <ToggleButtonGroup
      className="language-switch"
      aria-label={say('language.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = languages.find((candidate) => keys.has(candidate))
        if (chosen) onChoose(chosen)
      }}
    >
      {languages.map((id) => (
        <ToggleButton key={id} id={id} lang={id}>
          {say(`language.${id}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
