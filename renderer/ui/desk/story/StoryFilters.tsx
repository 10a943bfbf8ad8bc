import type { StoryFilter } from '../../../domain/story/story-filter.ts'
import { noFilter } from '../../../domain/story/story-filter.ts'
import type { StoryCase } from '../../../domain/story/story-item.ts'
import { storyChannels } from '../../../domain/story/story-item.ts'
import type { StoryPlace } from '../../../services/story/story-desk.ts'
import type { Say } from '../../../words/say.ts'
import { useWords } from '../../frame/words.tsx'
import { Choice } from '../Choice.tsx'
import type { Option } from '../Choice.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useHasMoods } from '../mood/use-moods.ts'
import { useShown } from './use-shown.ts'

type Name = Exclude<keyof StoryFilter, 'text'>

/** The key of no choice: no channel, case, mood or person is called so. */
const all = ''

const moods = ['negative', 'positive'] as const

const caseName = (say: Say, { number, subject }: StoryCase): string =>
  [number === undefined ? say('case.number.none') : say('case.number', { number }), subject ?? []]
    .flat()
    .join(' · ')

/** What a story can be narrowed to; what can be chosen is what was read of it so far. */
export function StoryFilters({ place }: { place: StoryPlace }) {
  const { say } = useWords()
  const { stories } = useDesk()
  const hasMoods = useHasMoods()
  const filter = useShown(place, (shown) => shown.filter) ?? noFilter
  const cases = useShown(place, (shown) => shown.cases) ?? []
  const people = useShown(place, (shown) => shown.people) ?? []
  const options: Readonly<Record<Name, readonly Option[]>> = {
    channel: storyChannels.map((id) => ({ id, name: say(`story.channel.${id}`) })),
    case: cases.map((one) => ({ id: one.id, name: caseName(say, one) })),
    mood: hasMoods ? moods.map((id) => ({ id, name: say(`mood.${id}`) })) : [],
    person: people.map((name) => ({ id: name, name })),
  }
  const names = (['channel', 'case', 'mood', 'person'] as const).filter((name) => options[name].length > 0)
  const choose = (name: Name, id: string): void =>
    void stories.filter(place, { ...filter, [name]: options[name].find((one) => one.id === id)?.id })
  return (
    <div className="story-filters" role="group" aria-label={say('story.filters')}>
      {names.map((name) => (
        <Choice
          key={name}
          label={say(`story.filter.${name}`)}
          options={[{ id: all, name: say('story.filter.all') }, ...options[name]]}
          value={filter[name] ?? all}
          onChoose={(id) => choose(name, id)}
        />
      ))}
      {names.some((name) => filter[name] !== undefined) && (
        <CommandButton
          className="button quiet"
          onPress={() => void stories.filter(place, { ...noFilter, text: filter.text })}
        >
          {say('story.filters.clear')}
        </CommandButton>
      )}
    </div>
  )
}
