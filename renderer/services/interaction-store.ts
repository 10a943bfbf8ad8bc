import { asInteractionId } from '../domain/ids.ts'
import type { ContactId, InteractionId } from '../domain/ids.ts'
import type { Interaction } from '../domain/interaction.ts'
import type { Records } from '../ports/records.ts'
import { pageOf, withInteraction, withPage } from '../state/work-store.ts'
import type { WorkStore } from '../state/work-store.ts'
import type { Problems } from './problems.ts'
import { createSaveQueue } from './save-queue.ts'
import type { SaveQueue } from './save-queue.ts'

export interface InteractionStore {
  /** Puts the interaction of an open page in its new form, on the screen and on the disk. */
  readonly change: (id: InteractionId, next: Partial<Interaction>) => Promise<boolean>
  /** The newest version: a save on its way is waited for, or the disk would give what it is about to replace. */
  readonly newest: (id: InteractionId) => Promise<Interaction | undefined>
  /** Adds what is known only now to a record, whether its page is open still or not. */
  readonly amend: (id: InteractionId, next: Partial<Interaction>) => Promise<void>
  /** Gives a record whose page has been closed its contact. */
  readonly link: (id: InteractionId, contact: ContactId) => Promise<void>
  /** Keeps a record that has no page. */
  readonly keep: (interaction: Interaction) => Promise<boolean>
  readonly queue: SaveQueue<Interaction>
}

/** Keeps what is on the screen and what is on the disk in step, and says where they are not. */
export function createInteractionStore(
  records: Records,
  work: WorkStore,
  problems: Problems,
): InteractionStore {
  const queue = createSaveQueue<Interaction>(
    (interaction) => records.saveInteraction(interaction),
    (report) => {
      if (report.kind === 'refused') problems.show(report.problem)
      const saved = report.kind === 'refused' ? 'unsaved' : report.kind
      work.setState(({ pages }) => ({
        pages: withPage(pages, asInteractionId(report.id), (page) => ({ ...page, saved })),
      }))
      if (report.kind === 'saved') void queue.flush().then((all) => all && problems.clear('not-saved'))
    },
  )

  async function newest(id: InteractionId): Promise<Interaction | undefined> {
    await queue.flush()
    return queue.refused(id) ?? problems.unwrap(await records.interaction(id))
  }

  function keep(interaction: Interaction): Promise<boolean> {
    work.setState(({ recent }) => ({ recent: withInteraction(recent, interaction) }))
    return queue.put(interaction)
  }

  function change(id: InteractionId, next: Partial<Interaction>): Promise<boolean> {
    const page = pageOf(work.getState(), id)
    if (!page) return Promise.resolve(true)
    const interaction = { ...page.interaction, ...next }
    work.setState(({ pages }) => ({ pages: withPage(pages, id, (now) => ({ ...now, interaction })) }))
    return keep(interaction)
  }

  const hasPage = (id: InteractionId): boolean => pageOf(work.getState(), id) !== undefined

  return {
    queue,
    newest,
    keep,
    change,
    async amend(id, next) {
      const kept = hasPage(id) ? undefined : await newest(id)
      // Its page may have been opened again meanwhile, and knows more than the disk.
      if (hasPage(id)) await change(id, next)
      else if (kept) await keep({ ...kept, ...next })
    },
    async link(id, contact) {
      const interaction = await newest(id)
      if (interaction) await keep({ ...interaction, contact })
    },
  }
}
