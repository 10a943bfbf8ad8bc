import { BookOpen, ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

import type { InteractionId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { usePacks } from './use-knowledge.ts'

/** Names of guides are unique in their pack only. */
const keyOf = (pack: string, guide: string): string => `${pack}/${guide}`

/** Every guide of every pack; choosing one begins it. */
export function GuideMenu({ interaction, words }: { interaction: InteractionId; words: string }) {
  const { language } = useWords()
  const { guides: desk } = useDesk()
  const packs = usePacks().flatMap(({ pack }) => (pack && pack.guides.length > 0 ? [pack] : []))
  if (packs.length === 0) return null
  const begin = (key: string): void => {
    const [pack = '', guide = ''] = key.split('/')
    void desk.begin(interaction, pack, guide)
  }
  return (
    <MenuTrigger>
      <Button className="button">
        <BookOpen aria-hidden />
        {words}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu className="menu guide-menu" aria-label={words} onAction={(key) => begin(String(key))}>
          {packs.map((pack) => (
            <MenuSection key={pack.name}>
              <Header className="guide-menu-head">{pack.title[language]}</Header>
              {pack.guides.map((guide) => (
                <MenuItem
                  key={guide.id}
                  id={keyOf(pack.name, guide.id)}
                  className="menu-item"
                  textValue={guide.title[language]}
                >
                  {guide.title[language]}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
