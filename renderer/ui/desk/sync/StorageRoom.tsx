import { HardDriveDownload, TriangleAlert } from 'lucide-react'
import { Label } from 'react-aria-components/Label'
import { Meter } from 'react-aria-components/Meter'
import { useStore } from 'zustand'

import { locales } from '../../../words/locales.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

/** From here on somebody should make room. */
const low = 0.8

/** How many cases are kept here, and how much of the room they take. */
export function StorageRoom() {
  const { say, language } = useWords()
  const { stores } = useDesk()
  const room = useStore(stores.cases, (state) => state.room)
  const kept = useStore(stores.cases, ({ counts }) => counts.cases)
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="sync-room">
      <p className="quiet">
        <HardDriveDownload aria-hidden />
        {say('sync.kept', { count: kept })}
      </p>
      {room !== undefined && (
        <Meter className="progress" value={room} maxValue={1} valueLabel={percent.format(room)}>
          <span className="progress-head">
            <Label>{say('sync.room')}</Label>
            <span>{percent.format(room)}</span>
          </span>
          <span className="progress-bar">
            <span style={{ inlineSize: `${100 * room}%` }} />
          </span>
        </Meter>
      )}
      {room !== undefined && room >= low && (
        <p className="sync-room-low">
          <TriangleAlert aria-hidden />
          {say('sync.room.low')}
        </p>
      )}
    </div>
  )
}
