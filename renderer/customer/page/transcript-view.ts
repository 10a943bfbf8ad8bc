import type { Line } from '../chat/transcript.ts'
import { shortTime } from '../../words/times.ts'
import { el, setText } from './elements.ts'
import { createFileCard } from './file-card.ts'
import type { ViewNeeds } from './view.ts'

/** Pixels from the end within which somebody is reading the newest. */
const nearEnd = 80

interface Shown {
  readonly root: HTMLElement
  readonly delivery: HTMLElement
}

export interface TranscriptView {
  readonly root: HTMLElement
  readonly update: (lines: readonly Line[]) => void
}

/** What was said, in its order; new lines are read aloud, and the end stays in sight unless somebody has scrolled away and writes nothing. */
export function createTranscript(needs: ViewNeeds): TranscriptView {
  const { say } = needs
  const root = el('div', {
    ...{ role: 'log', class: 'log', tabindex: '0', 'aria-label': say('chat.label') },
    'aria-relevant': 'additions',
  })
  const shown = new Map<string, Shown>()

  function update(lines: readonly Line[]): void {
    const isAtEnd = root.scrollHeight - root.scrollTop - root.clientHeight < nearEnd
    const last = lines.at(-1)
    const hasWritten = last?.delivery === 'waiting' && !shown.has(last.key)
    const keys = new Set(lines.map(({ key }) => key))
    for (const [key, { root: gone }] of shown) {
      if (keys.has(key)) continue
      gone.remove()
      shown.delete(key)
    }
    let place = root.firstElementChild
    for (const line of lines) {
      const one = shown.get(line.key) ?? showLine(line, needs)
      shown.set(line.key, one)
      setText(one.delivery, line.delivery ? say(`delivery.${line.delivery}`) : '')
      if (one.root === place) place = place.nextElementSibling
      else root.insertBefore(one.root, place)
    }
    if (isAtEnd || hasWritten) root.scrollTop = root.scrollHeight
  }
  return { root, update }
}

function showLine(line: Line, needs: ViewNeeds): Shown {
  const { say, language } = needs
  const { body, isOwn, name, at } = line
  const writer = isOwn ? say('chat.you') : body.kind === 'notice' ? say('chat.centre') : name
  const time = el(
    'time',
    { datetime: new Date(at).toISOString() },
    shortTime(language, at, { now: needs.now() }),
  )
  // How far a message has come is there to be looked up; read aloud it would talk over the answers.
  const delivery = el('span', { class: 'delivery', 'aria-live': 'off' })
  const kind = isOwn ? 'own' : body.kind === 'notice' ? 'notice' : 'theirs'
  const root = el(
    'div',
    { class: `line ${kind}` },
    el('p', { class: 'writer' }, el('strong', {}, writer), ' ', time),
    bodyOf(line, needs),
    delivery,
  )
  return { root, delivery }
}

function bodyOf({ body }: Line, needs: ViewNeeds): HTMLElement {
  switch (body.kind) {
    case 'file':
      return createFileCard(body.file, needs)
    case 'left-out':
      return el('p', { class: 'text' }, needs.say(`chat.${body.why}`))
    case 'text':
    case 'notice':
      return el('p', { class: 'text', dir: 'auto' }, body.text)
  }
}
