import type { XmlElement } from '@xmpp/component'

import { languages } from '../../../../renderer/domain/language.ts'
import type { Metadata, Target } from '../routing/state.ts'
import type { QueueSite } from '../site.ts'
import { workgroup } from './namespaces.ts'

/** Characters (UTF-16 units) that are kept of what a customer says about themselves. */
const longestText = 200
const longestQuestion = 2000
/** Of what agents write for each other. */
export const longestNote = 2000

/** Characters that XML 1.0 §2.2 does not allow would break the queue's own stream. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export const cut = (text: string, most: number): string => {
  const clean = text.replace(forbidden, '').trim()
  return clean.length <= most ? clean : clean.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

const names = ['name', 'number', 'address', 'question', 'returning'] as const

/** What a customer's program says about them; what is not known, or empty, is left out. */
export function readMetadata(element: XmlElement | undefined): Metadata {
  const said = new Map(
    (element?.getChildren('value') ?? []).map((value) => [value.attrs['name'] ?? '', value.getText()]),
  )
  const language = languages.find((one) => one === said.get('language')?.trim().toLowerCase())
  const texts = names.flatMap((name) => {
    const text = cut(said.get(name) ?? '', name === 'question' ? longestQuestion : longestText)
    return text === '' ? [] : [[name, text] as const]
  })
  return { ...(language && { language }), ...Object.fromEntries(texts) }
}

export interface Standing {
  readonly takes: boolean
  readonly most: number
}

const busy = ['away', 'xa', 'dnd']
/** What somebody who says nothing about it can have at once. */
const usualMost = 1

/** XEP-0142 §4.1; `undefined` where this is no agent's presence. */
export function readStanding(presence: XmlElement): Standing | undefined {
  const status = presence.getChild('agent-status', workgroup)
  if (!status) return undefined
  const said = status.getChildText('max-chats')?.trim() ?? String(usualMost)
  const most = /^\d{1,3}$/.test(said) ? Number(said) : usualMost
  return { takes: !busy.includes(presence.getChildText('show')?.trim() ?? ''), most }
}

/** To whom a chat is handed on: an agent by user name, a queue by the name that `people` gave. */
export function readTarget(element: XmlElement, site: QueueSite): Target | undefined {
  const name = element.attrs['name'] ?? ''
  switch (element.attrs['to']) {
    case 'lead':
      return { kind: 'lead' }
    case 'agent':
      return name === '' ? undefined : { kind: 'agent', user: name }
    case 'queue': {
      const queue = site.queues.find((one) => one.name === name || one.id === name)
      return { kind: 'queue', queue: queue?.id ?? '' }
    }
    case undefined:
    default:
      return undefined
  }
}

/** A message of somebody who writes to a queue as to a person. */
export function plainText(message: XmlElement): string | undefined {
  const type = message.attrs['type'] ?? 'normal'
  if (type !== 'chat' && type !== 'normal') return undefined
  const text = cut(message.getChildText('body') ?? '', longestQuestion)
  return text === '' ? undefined : text
}
