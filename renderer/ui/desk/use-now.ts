import { useEffect, useState } from 'react'

import { useDesk } from './desk-context.tsx'

/** The time, renewed each second while a clock is shown. Epoch milliseconds. */
export function useNow(): number {
  const { now } = useDesk()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return time
}
