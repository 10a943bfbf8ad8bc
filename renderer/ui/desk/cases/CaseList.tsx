import { memo, useEffect, useMemo, useRef } from 'react'
import type { Ref, RefObject } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { GridList, GridListItem, GridListLoadMoreItem } from 'react-aria-components/GridList'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useStore } from 'zustand'

import { oneOf } from '../../../domain/case.ts'
import type { CaseRecord } from '../../../domain/case-record.ts'
import { asCaseId } from '../../../domain/ids.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'
import { caseListId } from './case-list-id.ts'
import { CaseRow } from './CaseRow.tsx'
import { inChunks } from './in-chunks.ts'
import { usePinKey } from './use-pin-key.ts'

/** Pixels; each row is measured when it comes into sight, since it grows with the text. */
const layout = { estimatedRowSize: 104, gap: 8, padding: 4 } as const

/** The cases of a list, as many as there are: only those in sight are drawn. */
export function CaseList({ list }: { list: Ref<HTMLDivElement> }) {
  const { say } = useWords()
  const { stores, cases } = useDesk()
  const { show, records, loading, more } = useStore(stores.cases, (state) => state.list)
  const chunks = useMemo(() => inChunks(records), [records])
  const place = useRef<HTMLDivElement>(null)
  usePinKey(place)
  useFirstRow(place, records.length === 0)
  return (
    <div ref={place} className="case-list-place">
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <GridList
          ref={list}
          id={caseListId}
          className="case-list"
          aria-label={show.kind === 'view' ? say(`cases.view.${show.view}`) : say('cases.search')}
          // A letter is a command here: P.
          disallowTypeAhead
          onAction={(id) => void cases.open(asCaseId(String(id)))}
          renderEmptyState={() => <EmptyList />}
        >
          {chunks.map((chunk) => (
            <Rows key={chunk[0]?.id} records={chunk} />
          ))}
          <GridListLoadMoreItem
            className="case-list-more"
            isLoading={loading && records.length > 0}
            onLoadMore={() => {
              if (more && !loading) void cases.more()
            }}
          >
            {say('cases.loading.more')}
          </GridListLoadMoreItem>
        </GridList>
      </Virtualizer>
    </div>
  )
}

/** A list that had the focus while it was empty has no row to go on from: it is given the focus once more. */
function useFirstRow(place: RefObject<HTMLElement | null>, empty: boolean): void {
  useEffect(() => {
    if (empty) return
    // The rows come with the list's own next rendering, which is not done yet.
    const timer = setTimeout(() => {
      const list = document.getElementById(caseListId)
      if (!list || document.activeElement !== list || !place.current?.contains(list)) return
      list.blur()
      list.focus()
    })
    return () => clearTimeout(timer)
  }, [place, empty])
}

/** A part of the rows, which is left alone while none of them changes. */
const Rows = memo(function Rows({ records }: { records: readonly CaseRecord[] }) {
  const { say } = useWords()
  return (
    <Collection items={records}>
      {(record) => (
        <GridListItem
          id={record.id}
          className="case-item"
          textValue={oneOf(record.current, 'subject') ?? say('cases.row.untitled')}
        >
          <CaseRow record={record} />
        </GridListItem>
      )}
    </Collection>
  )
})

/** Why there is nothing: it is on its way, nothing was found, or there is none of the kind. */
function EmptyList() {
  const { say } = useWords()
  const { show, loading } = useStore(useDesk().stores.cases, (state) => state.list)
  const text = loading
    ? say(show.kind === 'search' ? 'cases.search.running' : 'cases.loading')
    : show.kind === 'search'
      ? say('cases.none.found', { text: show.text })
      : say(`cases.none.${show.view}`)
  return <p className="quiet case-list-empty">{text}</p>
}
