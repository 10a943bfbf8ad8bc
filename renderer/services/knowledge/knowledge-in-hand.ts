import type { InteractionId } from '../../domain/ids.ts'
import { suggestGuides } from '../../domain/knowledge/suggest-guides.ts'
import type { Language } from '../../domain/language.ts'
import { ok } from '../../domain/result.ts'
import type { ArticleSearch } from '../../ports/article-search.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import { isPrivateNow, withKnowledge } from '../../state/knowledge-store.ts'
import { pageInHand, pageOf } from '../../state/work-store.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { InHand, WorkStore } from '../../state/work-store.ts'
import { momentOf } from '../../state/guide-moment.ts'
import type { MomentStores } from '../../state/guide-moment.ts'

export interface InHandNeeds {
  readonly store: Pick<GuideStore, 'runsOf' | 'unfinishedRuns' | 'saveUse'>
  readonly search: ArticleSearch
  readonly work: WorkStore
  readonly stores: MomentStores & { readonly calls: CallStore }
  readonly timing: Timing
  readonly language: () => Language
  readonly caseIsThere: (interaction: InteractionId) => Promise<void>
}

/** Milliseconds of quiet after which what was said is looked at: nobody reads suggestions while typing. */
const settles = 600
const mostArticles = 4
const mostUtterances = 12

/** Keeps beside each interaction what fits it: guides that go on, guides and articles that may help. */
export function createKnowledgeInHand(needs: InHandNeeds): { stop(): void } {
  const { store, search, work, stores, timing } = needs
  const known = new Set<string>()
  const numbers = new Map<InteractionId, string>()
  let timer: Undo | undefined
  let last = ''

  /** Of before a restart, and of another channel. */
  async function read(page: InHand): Promise<void> {
    const { id, contact, case: tied } = page.interaction
    const runs = await store.runsOf(id)
    const unfinished =
      contact === undefined && tied === undefined
        ? undefined
        : await store.unfinishedRuns({ contact, case: tied })
    stores.knowledge.setState((now) =>
      withKnowledge(now, id, (one) => ({
        ...one,
        runs: one.runs.length > 0 || !runs.ok ? one.runs : runs.value,
        unfinished: unfinished?.ok
          ? unfinished.value.filter((run) => run.interaction !== id)
          : one.unfinished,
      })),
    )
  }

  /** The service's number, also when the call is over and its page is not. */
  function calledOn({ call, interaction: { id } }: InHand): string | undefined {
    const now = call === undefined ? undefined : stores.calls.getState().calls.get(call)?.party.called
    if (now !== undefined) numbers.set(id, now)
    return numbers.get(id)
  }

  async function suggest(page: InHand): Promise<void> {
    const { id, queue } = page.interaction
    const said = utterances(page, stores)
    const { packs } = stores.knowledge.getState()
    const sources = packs.flatMap(({ pack }) => (pack ? [pack] : []))
    const { facts } = momentOf(page, stores, timing.now())
    const guides = suggestGuides(sources, { facts, called: calledOn(page), utterances: said })
    const filter = { language: page.contact?.language ?? needs.language(), queue }
    const suggested = said.length > 0 ? await search.suggest(said, filter, mostArticles * 2) : ok([])
    // Nobody has asked for them: what is not there needs no word.
    const found = suggested.ok ? suggested.value : []
    stores.knowledge.setState((now) =>
      withKnowledge(now, id, (one) => ({
        ...one,
        guides,
        articles: found
          .filter(({ pack, article }) => !one.dismissed.includes(`${pack}/${article}`))
          .slice(0, mostArticles),
      })),
    )
  }

  const whoOf = ({ interaction: { id, contact, case: tied } }: InHand): string =>
    [id, contact, tied].join(' ')

  /** Also those behind: one of them may have been in a private stretch before a restart. */
  function readNew(): void {
    for (const page of work.getState().pages) {
      const who = whoOf(page)
      if (known.has(who)) continue
      known.add(who)
      const { id, case: tied } = page.interaction
      // Not before its guides are read: what one of them left waiting goes into the case now.
      void read(page).then(() => (tied === undefined ? undefined : needs.caseIsThere(id)))
    }
  }

  function look(): void {
    readNew()
    const page = pageInHand(work.getState())
    if (!page) return
    const { id, note } = page.interaction
    const who = whoOf(page)
    const about = [who, note, utterances(page, stores).join('\n'), packsKey(stores)].join('\n')
    if (about === last) return
    last = about
    timer?.()
    timer = timing.after(settles, () => {
      const now = pageOf(work.getState(), id)
      if (now) void suggest(now)
    })
  }

  /** What stood beside a page goes with it. */
  function forget(): void {
    const { pages } = work.getState()
    const gone = [...stores.knowledge.getState().inHand.keys()].filter(
      (id) => !pages.some(({ interaction }) => interaction.id === id),
    )
    if (gone.length === 0) return
    gone.forEach((id) => numbers.delete(id))
    for (const id of gone) for (const who of known) if (who.startsWith(`${id} `)) known.delete(who)
    stores.knowledge.setState(({ inHand }) => ({
      inHand: new Map([...inHand].filter(([id]) => !gone.includes(id))),
    }))
  }

  const undos = [
    work.subscribe(() => {
      forget()
      look()
    }),
    stores.chats.subscribe(look),
    stores.knowledge.subscribe(({ packs, index }, before) => {
      if (packs !== before.packs || index.kind !== before.index.kind) look()
    }),
  ]
  return {
    stop() {
      timer?.()
      undos.forEach((undo) => undo())
    },
  }
}

/** What the customer wrote and what the agent noted, newest last; nothing of a private stretch is among it. */
function utterances({ interaction }: InHand, { chats, knowledge }: MomentStores): readonly string[] {
  if (isPrivateNow(knowledge.getState(), interaction.id)) return []
  const open = interaction.conversation && chats.getState().chats.get(interaction.conversation)
  const written = (open ? open.messages : []).flatMap(({ from, body }) =>
    from.role === 'customer' && body.kind === 'text' ? [body.text] : [],
  )
  const asked = open ? open.conversation.customer.question : undefined
  return [
    // What they wrote before anybody was there says most plainly what it is about.
    ...(asked === undefined ? [] : [asked]),
    ...written.slice(-mostUtterances),
    ...(interaction.note.trim() === '' ? [] : [interaction.note]),
  ]
}

const packsKey = ({ knowledge }: MomentStores): string => {
  const { packs, index } = knowledge.getState()
  return `${packs.map(({ name, pack }) => `${name} ${pack?.version ?? 0}`).join(' ')} ${index.kind}`
}
