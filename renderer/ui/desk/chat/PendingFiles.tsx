import { Paperclip, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'

import { fileSize } from '../../../words/sizes.ts'
import { useWords } from '../../frame/words.tsx'
import type { Files } from '../case/use-files.ts'

/** What was chosen or pasted and goes with the next message; nothing leaves by a slip of the hand. */
export function PendingFiles({ files }: { files: Files }) {
  const { say } = useWords()
  const count = files.chosen.length
  return (
    <>
      {/* Its line is there before it says something: what was pasted is heard as well as seen. */}
      <p role="status" className={count === 0 ? 'visually-hidden' : 'quiet'}>
        {count > 0 && say('composer.files.wait', { count })}
      </p>
      {count > 0 && <Chosen files={files} />}
    </>
  )
}

function Chosen({ files }: { files: Files }) {
  const { say, language } = useWords()
  return (
    <ul className="pending-files" aria-label={say('composer.files')}>
      {files.chosen.map(({ name, bytes }, index) => (
        // The same file may be there twice.
        <li key={`${String(index)} ${name}`} className="tag">
          <Paperclip aria-hidden />
          <bdi>{name}</bdi> <span className="quiet">{fileSize(language, bytes.byteLength)}</span>
          <Button
            className="button quiet icon-only"
            aria-label={say('files.remove', { name })}
            onPress={() => files.remove(index)}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** How far a file has come. */
export function Sharing({ part }: { part: number | undefined }) {
  const { say } = useWords()
  if (part === undefined) return null
  return (
    <ProgressBar className="progress sharing" value={part * 100}>
      {({ percentage = 0, valueText }) => (
        <>
          <span className="progress-head">
            <Label>{say('composer.sharing')}</Label>
            <span>{valueText}</span>
          </span>
          <span className="progress-bar">
            <span style={{ inlineSize: `${String(percentage)}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  )
}
