import { useId, useState } from 'react'
import { Button } from 'react-aria-components/Button'

import { useWords } from '../../frame/words.tsx'

/** Lines and characters that are shown of a long text at first. */
const most = { lines: 12, characters: 1_200 } as const

/** The beginning of a text, or all of it where that is hardly more. */
function beginningOf(text: string): string {
  const lines = text.slice(0, most.characters).split('\n').slice(0, most.lines).join('\n')
  // Not in the middle of a character of two units.
  const cut = /[\uD800-\uDBFF]$/.test(lines) ? lines.slice(0, -1) : lines
  return text.length - cut.length < 200 ? text : cut
}

/** What somebody wrote, as text and nothing else: an address in it is words, and opens nothing. */
export function FoldedText({ text }: { text: string }) {
  const { say } = useWords()
  const [whole, setWhole] = useState(false)
  const id = useId()
  const beginning = beginningOf(text)
  const isLong = beginning.length < text.length
  return (
    <>
      <p id={id} className="case-text" dir="auto">
        {whole || !isLong ? text : `${beginning}…`}
      </p>
      {isLong && (
        <Button
          className="button quiet case-more"
          aria-expanded={whole}
          aria-controls={id}
          onPress={() => setWhole(!whole)}
        >
          {say(whole ? 'case.text.less' : 'case.text.more')}
        </Button>
      )}
    </>
  )
}
