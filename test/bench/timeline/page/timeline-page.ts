import { createDesktop } from '../../../../renderer/adapters/desktop/desktop.ts'
import { createDexieStores } from '../../../../renderer/adapters/dexie/dexie-stores.ts'
import type { Result } from '../../../../renderer/domain/result.ts'
import { practiceRealm } from '../../../../renderer/domain/setup.ts'
import { watchFrames } from '../../cases/page/frames.ts'
import type { Frames } from '../../cases/page/frames.ts'
import { benchContact, benchSeason } from './bench-story.ts'
import type { BenchCustomer } from './bench-story.ts'

/** What a measuring hand needs inside the desk's page. Times are milliseconds. */
export interface TimelineBench {
  openStore(): Promise<void>
  closeStore(): void
  /** Stores seasons of a customer's story. */
  load(customer: BenchCustomer, from: number, to: number): Promise<void>
  /** Stores customers without a story. */
  crowd(count: number): Promise<void>
  /** Opens somebody of those who were found, and waits until what to know and the first lines have been painted. */
  open(name: string): Promise<number>
  /** Looks for words in the open story until all of it was looked through; with the longest time between two frames. */
  search(words: string): Promise<{ readonly taken: number; readonly longest: number }>
  /** Counts frames, and with each the lines that stand in the document. */
  watch(): void
  watched(): Frames & { readonly mostLines: number }
}

declare global {
  interface Window {
    timelineBench: TimelineBench
  }
}

async function must<T>(outcome: Promise<Result<T, unknown>>): Promise<T> {
  const result = await outcome
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const desktop = createDesktop(window.desktop)
const { records, chats, cases, story } = createDexieStores({ user: () => 'agent-7' })
let frames: ReturnType<typeof watchFrames> | undefined
let lines: ReturnType<typeof watchLines> | undefined

/** When the frame has been painted in which this is asked. */
const painted = (): Promise<number> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve(performance.now())
    port2.postMessage(undefined)
  })

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Milliseconds. */
const patience = 60_000

async function until(isThere: () => boolean): Promise<void> {
  const begin = performance.now()
  while (!isThere()) {
    if (performance.now() - begin > patience) throw new Error('what was waited for was not shown')
    await nextFrame()
  }
}

function watchLines(): { stop(): number } {
  let most = 0
  const take = (): void => {
    most = Math.max(most, document.querySelectorAll('.story-line').length)
    next = requestAnimationFrame(take)
  }
  let next = requestAnimationFrame(take)
  return {
    stop() {
      cancelAnimationFrame(next)
      return most
    },
  }
}

const rowOf = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('.found-customer')].find(
    (row) => row.querySelector('strong')?.textContent === name,
  )

function isOpen(name: string): boolean {
  const open = document.querySelector('.open-customer')
  return (
    open?.querySelector('h2')?.textContent === name &&
    open.querySelector('.story-facts') !== null &&
    open.querySelector('.story-line') !== null
  )
}

/** As somebody types it: React hears of a value that was set by its own setter alone. */
function type(field: HTMLInputElement, text: string): void {
  Reflect.set(HTMLInputElement.prototype, 'value', text, field)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

window.timelineBench = {
  async openStore() {
    await must(records.open(practiceRealm, await must(desktop.keys.open(practiceRealm))))
  },
  closeStore: () => records.close(),
  async load(customer, from, to) {
    if (from === 0) await must(records.saveContact(benchContact(customer)))
    for (let nth = from; nth < to; nth += 1) {
      const season = benchSeason(customer, nth)
      for (const interaction of season.interactions) await must(records.saveInteraction(interaction))
      await must(chats.commit({ conversations: [season.conversation], messages: season.messages }))
      await must(story.saveUtterances(season.utterances))
      const { case: record, events } = season
      await must(cases.commit({ cases: [record], events: { case: record.id, events } }))
    }
  },
  async crowd(count) {
    for (let nth = 0; nth < count; nth += 1) {
      const customer = { key: `one-${String(nth)}`, name: `Customer ${String(nth)} Crowd`, seasons: 0 }
      await must(
        records.saveContact(benchContact({ ...customer, number: `+1416${String(5_000_000 + nth)}` })),
      )
    }
  },
  async open(name) {
    const row = rowOf(name)
    if (!row) throw new Error(`${name} was not found`)
    const begin = performance.now()
    row.click()
    await until(() => isOpen(name))
    return (await painted()) - begin
  },
  async search(words) {
    const field = document.querySelector<HTMLInputElement>('.open-customer .story-tools input')
    if (!field) throw new Error('there is no field to search in')
    const watch = watchFrames()
    const begin = performance.now()
    type(field, words)
    await until(() => document.querySelector('.story-searching') !== null)
    await until(() => document.querySelector('.story-searching') === null)
    const taken = performance.now() - begin
    type(field, '')
    return { taken, longest: Math.max(...watch.stop().gaps) }
  },
  watch() {
    frames = watchFrames()
    lines = watchLines()
  },
  watched() {
    if (!frames || !lines) throw new Error('no frames were counted')
    return { ...frames.stop(), mostLines: lines.stop() }
  },
}
