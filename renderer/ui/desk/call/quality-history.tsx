import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

import type { CallQuality } from '../../../domain/call-quality.ts'
import type { Call } from '../../../domain/call.ts'
import type { CallId } from '../../../domain/ids.ts'
import { useDesk } from '../desk-context.tsx'

export interface QualitySample {
  /** Epoch milliseconds. */
  readonly at: number
  readonly quality: CallQuality
}

export type QualityHistory = ReadonlyMap<CallId, readonly QualitySample[]>

/** Milliseconds that are drawn. */
export const drawnSpan = 180_000

/** The history with what the calls measure now: a new measurement is a new object. Calls that have gone are let go. */
export function withMeasurements(
  history: QualityHistory,
  calls: ReadonlyMap<CallId, Call>,
  at: number,
): QualityHistory {
  const next = new Map<CallId, readonly QualitySample[]>()
  for (const { id, quality } of calls.values()) {
    const before = history.get(id) ?? []
    const isNew = quality !== undefined && before.at(-1)?.quality !== quality
    next.set(id, isNew ? [...before.filter((old) => at - old.at < drawnSpan), { at, quality }] : before)
  }
  return next
}

const Context = createContext<QualityHistory>(new Map())

/** Remembers the last minutes of each call for as long as the desk is open, whichever page is shown. */
export function QualityHistoryProvider({ children }: { children: ReactNode }) {
  const { stores, now } = useDesk()
  const [history, setHistory] = useState<QualityHistory>(() =>
    withMeasurements(new Map(), stores.calls.getState().calls, now()),
  )
  useEffect(
    () =>
      stores.calls.subscribe(({ calls }) => setHistory((before) => withMeasurements(before, calls, now()))),
    [stores, now],
  )
  return <Context value={history}>{children}</Context>
}

const nothing: readonly QualitySample[] = []

export const useQualityHistory = (call: CallId): readonly QualitySample[] =>
  useContext(Context).get(call) ?? nothing
