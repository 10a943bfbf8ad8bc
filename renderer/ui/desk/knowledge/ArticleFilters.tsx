import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { useStore } from 'zustand'

import type { PackContents, PackNow } from '../../../domain/knowledge/pack.ts'
import type { Language } from '../../../domain/language.ts'
import type { KnowledgeState } from '../../../state/knowledge-store.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

type Filter = KnowledgeState['filter']
type FilterName = keyof Filter

/** The key of no choice: no queue, topic or pack is called so. */
const all = ''

type Options = Readonly<Record<FilterName, readonly { readonly id: string; readonly name: string }[]>>

const named = (ids: Iterable<string>): Options['queue'] =>
  [...new Set(ids)].toSorted().map((id) => ({ id, name: id }))

/** What a search can be narrowed to: what the packs name, and the queue in hand. */
function optionsIn(packs: readonly PackNow[], language: Language, here: string | undefined): Options {
  const contents: readonly PackContents[] = packs.flatMap(({ pack }) => pack ?? [])
  return {
    queue: named([
      ...contents.flatMap(({ guides }) => guides.flatMap(({ suggest }) => suggest.queues)),
      ...(here === undefined ? [] : [here]),
    ]),
    topic: named(contents.flatMap(({ topics }) => topics)),
    pack: contents.map(({ name, title }) => ({ id: name, name: title[language] })),
  }
}

/** Narrows what is looked for; looks again at once. */
export function ArticleFilters({ query }: { query: string }) {
  const { say, language } = useWords()
  const { stores, guides } = useDesk()
  const packs = useStore(stores.knowledge, (state) => state.packs)
  const filter = useStore(stores.knowledge, (state) => state.filter)
  const here = useStore(stores.work, (state) => pageInHand(state)?.interaction.queue)
  const options = optionsIn(packs, language, here)
  const names = (['queue', 'topic', 'pack'] as const).filter((name) => options[name].length > 1)
  return (
    <div className="article-filters" role="group" aria-label={say('articles.filters')}>
      {names.map((name) => (
        <FilterChoice
          key={name}
          label={say(`articles.filter.${name}`)}
          options={options[name]}
          value={filter[name] ?? all}
          onChoose={(id) => void guides.search(query, { ...filter, [name]: id === all ? undefined : id })}
        />
      ))}
    </div>
  )
}

interface FilterChoiceProps {
  readonly label: string
  readonly options: Options['queue']
  readonly value: string
  readonly onChoose: (id: string) => void
}

function FilterChoice({ label, options, value, onChoose }: FilterChoiceProps) {
  const { say } = useWords()
  const items = [{ id: all, name: say('articles.filter.all') }, ...options]
  return (
    <Select className="field" value={value} onChange={(key) => onChoose(String(key))}>
      <Label>{label}</Label>
      <Button className="button select">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu case-menu" items={items}>
          {({ id, name }) => (
            <ListBoxItem id={id} className="menu-item" textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
