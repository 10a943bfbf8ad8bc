import { Copy, MessageSquarePlus } from 'lucide-react'

import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useArticlePlace } from './article-context.tsx'

/** Where an address leads, as people read it: a host, a mail address, a number. Look-alike letters are written out (RFC 3492). */
export function placeOf(to: string): string | undefined {
  if (!URL.canParse(to)) return undefined
  const { protocol, host, pathname } = new URL(to)
  if (protocol === 'https:' || protocol === 'http:') return host
  return protocol === 'mailto:' || protocol === 'tel:' ? pathname : undefined
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** A number is the same with or without its country and its spaces. */
const says = (text: string, place: string): boolean =>
  text.includes(place) ||
  (/^\+?\d+$/.test(place) && digitsOf(text).length >= 7 && place.endsWith(digitsOf(text)))

/** An address outside: it says where it leads and can be copied; it is no link that a slip of the hand could follow. */
export function OutsideLink({ to, text }: { to: string; text: string }) {
  const { say } = useWords()
  const { insert } = useArticlePlace()
  const place = placeOf(to)
  if (place === undefined) return text
  const address = /^(mailto|tel):/i.test(to) ? place : to
  return (
    <span className="message-link">
      <span className="message-url">{text}</span>
      {!says(text, place) && <strong> {say('article.link.leads', { place })}</strong>}{' '}
      <CommandButton
        className="button quiet icon-only"
        aria-label={say('article.link.copy', { place })}
        onPress={() => void navigator.clipboard.writeText(address)}
      >
        <Copy aria-hidden />
      </CommandButton>
      {insert && (
        <CommandButton
          className="button quiet icon-only"
          aria-label={say('article.insert.link', { place })}
          onPress={() => insert(address)}
        >
          <MessageSquarePlus aria-hidden />
        </CommandButton>
      )}
    </span>
  )
}
