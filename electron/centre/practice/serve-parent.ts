import type { PracticeFact } from '../../../renderer/domain/practice.ts'
import { endOnSignals, openFromOrder } from './run-centre.ts'
import type { PracticeCentre } from './practice-centre.ts'

/** As much of Electron's `process.parentPort` as is needed: this code knows no Electron. */
export interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  postMessage(fact: PracticeFact): void
}

/** The port to the desk that started this process; `undefined` where nobody did. */
export function parentOf(owner: object): ParentPort | undefined {
  const port: unknown = Reflect.get(owner, 'parentPort')
  return isPort(port) ? port : undefined
}

const isPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'on' in value && 'postMessage' in value

/**
 * Opens the centre that the parent orders, and says what became of it. After a failure the parent may order again;
 * while a centre is open, further orders go unheeded.
 */
export function serveParent(parent: ParentPort, directory: string): void {
  let centre: PracticeCentre | undefined
  let busy = false
  endOnSignals(async () => centre?.close())
  parent.on('message', ({ data }) => {
    if (busy) return
    busy = true
    void openFromOrder(data, directory).then((opened) => {
      centre = opened.centre
      busy = centre !== undefined
      parent.postMessage(opened.fact)
    })
  })
}
