import { BookCheck, BookX, RefreshCw } from 'lucide-react'
import { useState } from 'react'

import type { PackNow } from '../../../domain/knowledge/pack.ts'
import { dayOf } from '../../../state/guide-moment.ts'
import { longDay, shortTime } from '../../../words/times.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useNow } from '../use-now.tsx'
import { IndexProgress } from './IndexProgress.tsx'
import { useHasKnowledge, usePacks } from './use-knowledge.ts'

/** Somebody should look at it: nothing is here, or what came was not taken. No link alone is no trouble while one is here. */
const isTrouble = ({ pack, refused }: PackNow): boolean =>
  pack === undefined || (refused !== undefined && refused !== 'unreachable')

/** In the bar: that something is wrong with a pack. Nothing while all is well. */
export function PackLinkPart() {
  const { say } = useWords()
  const packs = usePacks()
  if (!packs.some(isTrouble)) return null
  return (
    <span className="case-link-part lost">
      <BookX aria-hidden />
      {say('packs.trouble')}
    </span>
  )
}

/** Each pack that the desk knows: what of it is here, and why nothing newer is. */
export function PackLines() {
  const { say } = useWords()
  const packs = usePacks()
  if (!useHasKnowledge()) return null
  return (
    <section className="packs" aria-labelledby="packs-heading">
      <div className="sync-link">
        <h3 id="packs-heading">{say('packs.heading')}</h3>
        <Refresh />
      </div>
      <ul>
        {packs.map((one) => (
          <li key={one.name}>
            <PackLine one={one} />
          </li>
        ))}
      </ul>
      <IndexProgress />
    </section>
  )
}

function Refresh() {
  const { say } = useWords()
  const { guides } = useDesk()
  const [isBusy, setBusy] = useState(false)
  const refresh = async (): Promise<void> => {
    setBusy(true)
    await guides.refresh()
    setBusy(false)
  }
  return (
    <CommandButton
      className="button"
      about={say('packs.heading')}
      unavailable={isBusy ? say('sync.trying') : undefined}
      onPress={() => void refresh()}
    >
      <RefreshCw aria-hidden />
      {say('packs.refresh')}
    </CommandButton>
  )
}

function PackLine({ one }: { one: PackNow }) {
  const { say, language } = useWords()
  const now = useNow()
  const { name, pack, refused, checkedAt } = one
  const Icon = isTrouble(one) ? BookX : BookCheck
  const lastDay = pack?.validUntil
  return (
    <div className={isTrouble(one) ? 'pack-line trouble' : 'pack-line'}>
      <p className="sync-link-words">
        <Icon aria-hidden />
        {pack
          ? say('packs.version', {
              ...{ pack: pack.title[language], version: pack.version },
              ...{ articles: pack.articles, guides: pack.guides.length },
            })
          : say('packs.none', { name })}
      </p>
      {lastDay !== undefined && lastDay < dayOf(now) && (
        <p className="pack-over">{say('packs.over', { day: longDay(language, lastDay) })}</p>
      )}
      {refused && <p>{say(`packs.refused.${refused}`)}</p>}
      <p className="quiet">
        {checkedAt === undefined
          ? say('packs.checked.never')
          : say('packs.checked', { when: shortTime(language, checkedAt, { now }) })}
      </p>
    </div>
  )
}
