import type { Contact } from '../../domain/contact.ts'
import type { ContactId, InteractionId } from '../../domain/ids.ts'
import type { StorySite } from '../../domain/setup.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { ChatStore } from '../../ports/chat-store.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import type { Records } from '../../ports/records.ts'
import type { StoryStore } from '../../ports/story-store.ts'
import type { Timing } from '../../ports/timing.ts'
import type { Undo } from '../../ports/undo.ts'
import type { CallStore } from '../../state/call-store.ts'
import type { CaseStateStore } from '../../state/case-store.ts'
import type { ChatStateStore } from '../../state/chat-store.ts'
import { noStory } from '../../state/story-store.ts'
import type { StoryStateStore } from '../../state/story-store.ts'
import { pageInHand } from '../../state/work-store.ts'
import type { WorkStore } from '../../state/work-store.ts'
import type { StoryMoods } from '../moods/story-moods.ts'
import type { Problems } from '../problems.ts'
import { createStoryContacts } from './story-contacts.ts'
import type { StoryDesk, StoryPlace } from './story-desk.ts'
import { createStoryDress } from './story-dress.ts'
import type { StoryWords } from './story-export.ts'
import { createStoryExporting } from './story-exporting.ts'
import { createStoryFollow } from './story-follow.ts'
import { createStoryHead } from './story-head.ts'
import { createStoryKeeping } from './story-keeping.ts'
import { createStoryLook } from './story-look.ts'
import { createStoryPlace } from './story-place.ts'
import { createStorySaid } from './story-said.ts'
import { createStoryWalk } from './story-walk.ts'
import type { WrapUpWords } from './wrap-up-notes.ts'

export interface StoryNeeds {
  readonly story: StoryStore
  readonly cases: CaseStore
  readonly chats: ChatStore
  readonly guides: GuideStore
  readonly records: Records
  readonly moods: StoryMoods
  readonly words: StoryWords
  readonly wrapUp: WrapUpWords
  readonly problems: Problems
  readonly timing: Timing
  readonly state: StoryStateStore
  readonly stores: {
    readonly work: WorkStore
    readonly calls: CallStore
    readonly cases: CaseStateStore
    readonly chats: ChatStateStore
  }
}

export type Stories = ReturnType<typeof createStories>

/** The stories of customers: they begin and end with a shift. */
export function createStories(needs: StoryNeeds) {
  const { story, state, stores, moods, timing } = needs
  let isOpen = false
  // What comes after the shift, from a store that is closed by then, is nobody's problem.
  const problems: Problems = {
    ...needs.problems,
    show: (problem) => (isOpen ? needs.problems.show(problem) : undefined),
    unwrap: (result) => (isOpen || result.ok ? needs.problems.unwrap(result) : undefined),
  }
  const now = (): number => timing.now()
  const said = createStorySaid(needs)
  const dress = createStoryDress({ ...needs, said })
  const head = createStoryHead({ ...needs, dress, now })
  const inHandNow = (): InteractionId | undefined => pageInHand(stores.work.getState())?.interaction.id
  const walkOf = (contact: Contact) => createStoryWalk(needs, contact)
  const parts = { ...needs, problems, said, dress, head, walkOf, look: createStoryLook({ dress, said }) }
  const places: Readonly<Record<StoryPlace, ReturnType<typeof createStoryPlace>>> = {
    inHand: createStoryPlace({ ...parts, inHand: inHandNow }, 'inHand'),
    lookedUp: createStoryPlace({ ...parts, inHand: inHandNow }, 'lookedUp'),
  }
  const contacts = createStoryContacts({
    ...needs,
    ...{ problems, work: stores.work },
    onChanged(known, was) {
      for (const place of Object.values(places)) {
        const shown = place.contact()
        if (!shown || !was.includes(shown.id)) continue
        if (shown.id === known.id) place.knownAs(known)
        else void place.open(known)
      }
    },
  })
  const exporting = createStoryExporting(parts)
  const keeping = createStoryKeeping({ ...needs, now })
  let undos: Undo[] = []
  let opening = 0

  const desk: StoryDesk = {
    async open(id: ContactId) {
      const mine = ++opening
      const contact = problems.unwrap(await story.contactNow(id))
      if (contact && mine === opening) await places.lookedUp.open(contact)
    },
    close() {
      opening += 1
      places.lookedUp.close()
    },
    more: (place, end) => places[place].more(end),
    jumpTo: (place, day) => places[place].jumpTo(day),
    toNewest: (place) => places[place].toNewest(),
    filter: (place, filter) => places[place].filter(filter),
    stop: (place) => places[place].stop(),
    unfold: (place, interaction) => places[place].unfold(interaction),
    fold: (place, interaction) => places[place].fold(interaction),
    findContacts: (text) => contacts.findContacts(text),
    contactsLike: (text) => contacts.contactsLike(text),
    saveContact: (contact) => contacts.saveContact(contact),
    merge: (kept, gone) => contacts.merge(kept, gone),
    undoMerge: () => contacts.undoMerge(),
    dismissMerge: () => state.setState({ merged: undefined }),
    split: (kept, gone) => contacts.split(kept, gone),
    exportText: (id) => exporting.text(id),
    stopExport: () => exporting.stop(),
  }

  function begin(): void {
    isOpen = true
    undos = [
      createStoryFollow({ ...stores, caseStore: needs.cases, ...places }),
      moods.onJudged((interaction) => {
        for (const place of Object.values(places)) void place.judged(interaction)
      }),
    ]
  }

  function end(): void {
    for (const undo of undos) undo()
    undos = []
    opening += 1
    contacts.forget()
    exporting.stop()
    for (const place of Object.values(places)) place.close()
    isOpen = false
    state.setState(noStory)
  }

  return {
    desk,
    /** Of a store that is open and can be written. */
    begin(site: StorySite): void {
      begin()
      void keeping.forget(site.keepDays).then((forgotten) => problems.unwrap(forgotten))
    },
    /** Of a store that can only be read. */
    look: begin,
    end,
    stop: end,
  }
}
