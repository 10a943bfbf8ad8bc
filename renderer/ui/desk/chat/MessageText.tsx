import { Copy } from 'lucide-react'
import { useMemo } from 'react'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { piecesOf } from './links.ts'

/**
 * What somebody wrote, as text and nothing else. An address says where it leads and can be copied; it is no link that a
 * slip of the hand could follow.
 */
export function MessageText({ text }: { text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text])
  return (
    <p className="message-text" dir="auto">
      {pieces.map((piece, index) =>
        piece.kind === 'text' ? (
          piece.text
        ) : (
          <Address key={index} text={piece.text} url={piece.url} host={piece.host} />
        ),
      )}
    </p>
  )
}

function Address({ text, url, host }: { text: string; url: string; host: string | undefined }) {
  const { say } = useWords()
  return (
    <span className="message-link">
      <bdi className="message-url" dir="ltr">
        {text}
      </bdi>
      {host !== undefined && <strong> {say('link.leads-to', { host })}</strong>}{' '}
      <CommandButton
        className="button quiet icon-only"
        aria-label={say('link.copy', { host: new URL(url).host })}
        onPress={() => void navigator.clipboard.writeText(url)}
      >
        <Copy aria-hidden />
      </CommandButton>
    </span>
  )
}
