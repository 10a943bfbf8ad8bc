import { Hourglass, Lock } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

import { isDay } from '../../../domain/knowledge/day.ts'
import type { Asked } from '../../../domain/knowledge/guide-run.ts'
import { languages } from '../../../domain/language.ts'
import type { InHand } from '../../../state/work-store.ts'
import { longDay } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { useFieldWords } from '../case/use-field-words.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useGuidePlaces } from './guide-places.tsx'
import { useInHand } from './use-knowledge.ts'
import { useSpoken } from './use-shown-step.ts'

type Of = { readonly page: InHand }

/** A private stretch goes on until somebody ends it, also when its guide was left. */
export function PrivateBanner({ page }: Of) {
  const { say } = useWords()
  const { guides } = useDesk()
  const run = useInHand(page.interaction.id).runs.find(({ isPrivate }) => isPrivate)
  if (!run) return null
  return (
    <div className="guide-private">
      <Lock aria-hidden />
      <strong>{say('guide.private')}</strong>
      <CommandButton className="button" onPress={() => void guides.endPrivate(run.id)}>
        {say('guide.private.end')}
      </CommandButton>
    </div>
  )
}

/** What the guides have asked for and what needs a case. */
export function WaitsForCase({ page }: Of) {
  const { say } = useWords()
  const name = useAskedName()
  const waiting = newestOf(useInHand(page.interaction.id).runs.flatMap((run) => run.waiting))
  if (waiting.length === 0) return null
  return (
    <div className="guide-waits">
      <p>
        <Hourglass aria-hidden />
        {say('guide.waits', { count: waiting.length })}
      </p>
      <ul>
        {waiting.map((one, index) => (
          <li key={index}>{name(one)}</li>
        ))}
      </ul>
    </div>
  )
}

/** A field that is filled again, such as by a correction, waits once: with what will stand there. */
const newestOf = (waiting: readonly Asked[]): readonly Asked[] =>
  waiting.filter(
    ({ act }, index) =>
      act.kind !== 'fill' ||
      !waiting.slice(index + 1).some(({ act: later }) => later.kind === 'fill' && later.field === act.field),
  )

function useAskedName(): (asked: Asked) => string {
  const { say, language } = useWords()
  const { label } = useFieldWords(undefined)
  return ({ act, value }) => {
    if (act.kind === 'fill') {
      const text = value !== undefined && isDay(value) ? longDay(language, value) : (value ?? '')
      return say('guide.waits.fill', { field: label(act.field), value: text })
    }
    if (act.kind === 'promise' || act.kind === 'call-back')
      return say(`guide.waits.${act.kind}`, { what: act.what[language] })
    return act.kind
  }
}

const moods = ['calm', 'upset'] as const

/** How the customer seems to the agent: guides can take it into account. The same once more takes it back. */
export function MoodSwitch({ page: { interaction } }: Of) {
  const { say } = useWords()
  const { guides } = useDesk()
  const { mood } = useInHand(interaction.id)
  return (
    <div className="guide-switch">
      <span aria-hidden>{say('guide.mood')}</span>
      <ToggleButtonGroup
        className="switch"
        aria-label={say('guide.mood')}
        selectionMode="single"
        selectedKeys={mood === undefined ? [] : [mood]}
        onSelectionChange={(keys) =>
          guides.mood(
            interaction.id,
            moods.find((one) => keys.has(one)),
          )
        }
      >
        {moods.map((one) => (
          <ToggleButton key={one} id={one}>
            {say(`guide.mood.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

/** In which language the words are said, whatever the desk's own is. */
export function SpokenSwitch({ page }: Of) {
  const { say } = useWords()
  const { speak } = useGuidePlaces()
  const spoken = useSpoken(page)
  return (
    <div className="guide-switch">
      <span aria-hidden>{say('guide.language')}</span>
      <ToggleButtonGroup
        className="switch"
        aria-label={say('guide.language')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[spoken]}
        onSelectionChange={(keys) => {
          const chosen = languages.find((one) => keys.has(one))
          if (chosen) speak(page.interaction.id, chosen)
        }}
      >
        {languages.map((one) => (
          <ToggleButton key={one} id={one} lang={one}>
            {say(`language.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
