import { useEffect, useRef } from 'react'

export interface PrintedStoryProps {
  readonly text: string
  readonly onPrinted: () => void
}

/** On paper, and nowhere else: the desk is not printed while this is there. */
export function PrintedStory({ text, onPrinted }: PrintedStoryProps) {
  const done = useRef(onPrinted)
  useEffect(() => {
    const over = (): void => done.current()
    window.addEventListener('afterprint', over)
    window.print()
    return () => window.removeEventListener('afterprint', over)
  }, [])
  return (
    <pre className="printed-story" dir="auto" aria-hidden>
      {text}
    </pre>
  )
}
