import { createContext, useContext, useEffect, useState } from 'react'
import type { ReactNode } from 'react'

import { useDesk } from './desk-context.tsx'

const Context = createContext(0)

/** One tick for every clock of the desk, so that they go in step. */
export function NowProvider({ children }: { children: ReactNode }) {
  const { now } = useDesk()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return <Context value={time}>{children}</Context>
}

/** The time, renewed each second. Epoch milliseconds. */
export const useNow = (): number => useContext(Context)
