import { useEffect, useState } from 'react'

/** A text once it has stood still for a moment, so that a screen reader is not told each letter's outcome. */
export function useSettled(text: string, milliseconds = 800): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds)
    return () => clearTimeout(timer)
  }, [text, milliseconds])
  return settled
}
