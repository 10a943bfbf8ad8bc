import { setTimeout as delay } from 'node:timers/promises'

import type { Kill, WriteKind } from './draw-kill.ts'
import type { KillableDesk } from './killable-desk.ts'

/** Milliseconds between two bursts of keys: the first one is on the disk by then. */
const breath = 400

/** Milliseconds in which the desk says that something is saved, on a machine with much else to do. */
const longest = 5000

/** Written before the last burst of keys of a draft. */
export const firstBurst = (words: string): string => `${words} The first half of a sentence`
export const wholeDraft = (words: string): string => `${firstBurst(words)}, and what came in the last moment.`

/** Writes something into the case that is open, and kills the desk at its moment. */
export async function writeAndKill(desk: KillableDesk, kill: Kill): Promise<void> {
  await prepare[kill.kind](desk, kill.words)
  // Not waited for: the write is on its way, or has not begun, when the desk ends.
  const asked = desk.page.evaluate(press[kill.kind], wholeDraft(kill.words)).catch(() => undefined)
  const until = Date.now() + longest
  const isAwaited = kill.from === 'said' && kill.kind !== 'draft'
  while (isAwaited && !desk.said.has(kill.words) && Date.now() < until) await delay(1)
  await delay(kill.after)
  await desk.kill()
  await asked
}

type Prepare = (desk: KillableDesk, words: string) => Promise<void>

const prepare: Readonly<Record<WriteKind, Prepare>> = {
  note: (desk, words) => fillMessage(desk, 'note', `Note ${words}.\nSecond line, é.`),
  reply: (desk, words) => fillMessage(desk, 'reply', `Dear customer, ${words}.`),
  async change({ page, say, work }, words) {
    const label = say('case.field.subject')
    await page.getByRole('button', { name: say('case.field.edit', { field: label }) }).click()
    await work.field(label).fill(`Subject ${words}`)
  },
  case: ({ work }, words) => work.fillNewCase(`Case ${words}`, `Wants to know ${words}.`),
  async draft(desk, words) {
    await fillMessage(desk, 'note', firstBurst(words))
    await delay(breath)
  },
}

async function fillMessage(
  { page, say, work }: KillableDesk,
  kind: 'note' | 'reply',
  text: string,
): Promise<void> {
  await page.getByRole('tab', { name: say(`compose.tab.${kind}`) }).click()
  await work.field(say(`compose.${kind}`)).fill(text)
}

/** In the page, so that nothing is between the press and the write. */
const submit = (): void => document.querySelector<HTMLFormElement>('.composer-panel form')?.requestSubmit()

const press: Readonly<Record<WriteKind, (text: string) => void>> = {
  note: submit,
  reply: submit,
  change: () => document.querySelector<HTMLElement>('.case-editor > button')?.click(),
  case: () => document.querySelector<HTMLFormElement>('.new-case form')?.requestSubmit(),
  draft(text) {
    const area = document.querySelector('.composer-panel textarea')
    if (!(area instanceof HTMLTextAreaElement)) return
    // One key after the other, so that the desk hears of each.
    for (const key of text.slice(area.value.length)) {
      area.setRangeText(key, area.value.length, area.value.length)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  },
}
