import { runTool } from '../run-tool.ts'
import { besides, DEBIAN_PACKAGE, type Folder } from './folder.ts'

const SCRIPT_WITHIN_MS = 20_000

/** What an administrator or a team lead does to cases behind the desks' backs. Cases are named by their numbers. */
export interface Office {
  merge(number: string, into: string): Promise<void>
  remove(number: string): Promise<void>
  move(number: string, queue: string): Promise<void>
  /** More than a hundred events of one case. */
  stir(number: string): Promise<void>
  /** A new field of every queue. */
  addField(name: string, type: 'Freeform' | 'Date' | 'Text'): Promise<void>
}

/** Who asks where. */
export interface Counter {
  readonly server: string
  readonly token: string
}

export interface OfficeNeeds extends Counter {
  readonly folder: Folder
}

export function openOffice({ folder, ...counter }: OfficeNeeds): Office {
  return {
    merge: (number, into) => putIntoTicket(counter, number, { MergeInto: into }),
    async remove(number) {
      await askTicket(counter, number, { method: 'DELETE' })
    },
    move: (number, queue) => putIntoTicket(counter, number, { Queue: queue }),
    stir: (number) => stirTicket(counter, number),
    async addField(name, type) {
      const args = [besides('add-field.pl'), name, type]
      const { path: directory, env } = folder
      await runTool({
        ...{ program: 'perl', debianPackage: DEBIAN_PACKAGE, args },
        ...{ directory, env, withinMs: SCRIPT_WITHIN_MS },
      })
    },
  }
}

/** What the server says when it has done it; it says yes with another message to what it has not done. */
const doneBy = { MergeInto: /Merge Successful/i, Queue: /Queue changed/i }

/** @throws Error with what the server said when it has not done it. */
export async function putIntoTicket(
  counter: Counter,
  number: string,
  body: Partial<Record<keyof typeof doneBy, string>>,
): Promise<void> {
  const said = await askTicket(counter, number, { method: 'PUT', body: JSON.stringify(body) })
  const isDone = Object.entries(doneBy).every(([key, done]) => !Object.hasOwn(body, key) || done.test(said))
  if (!isDone) throw new Error(`${JSON.stringify(body)} of ${number}: ${said}`)
}

/** Each address that gets a copy, and each that gets none any more, is an event of its own. */
export async function stirTicket(counter: Counter, number: string): Promise<void> {
  const many = Array.from({ length: 52 }, (_, index) => `copy${String(index)}@example.org`)
  for (const Cc of [many, []])
    await askTicket(counter, number, { method: 'PUT', body: JSON.stringify({ Cc }) })
}

async function askTicket({ server, token }: Counter, number: string, init: RequestInit): Promise<string> {
  const answer = await fetch(`${server}/REST/2.0/ticket/${number}`, {
    ...init,
    headers: { Authorization: `token ${token}`, 'Content-Type': 'application/json' },
  })
  const said = await answer.text()
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} of ${number}: ${String(answer.status)} ${said}`)
  return said
}
