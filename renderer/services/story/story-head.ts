import type { Contact } from '../../domain/contact.ts'
import type { CaseRecord } from '../../domain/case-record.ts'
import type { CaseId, InteractionId } from '../../domain/ids.ts'
import type { Interaction } from '../../domain/interaction.ts'
import { scoreOf } from '../../domain/moods/flagged-mood.ts'
import { trendOf } from '../../domain/moods/mood-trend.ts'
import type { MoodTrend } from '../../domain/moods/mood-trend.ts'
import type { Problem } from '../../domain/problem.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { storyCaseOf } from '../../domain/story/case-lines.ts'
import { identityIn } from '../../domain/story/identity-check.ts'
import type { StoryHead } from '../../domain/story/story-head.ts'
import type { StoryItem } from '../../domain/story/story-item.ts'
import { afterAll } from '../../domain/story/story-mark.ts'
import type { StoryMark } from '../../domain/story/story-mark.ts'
import type { CaseStore } from '../../ports/case-store.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import type { StoryMoods } from '../moods/story-moods.ts'
import type { StoryDress } from './story-dress.ts'
import type { StoryWalk } from './story-walk.ts'

const thirtyDays = 30 * 24 * 3600_000
/** Of each address, those that are looked at for open ones. */
const mostCases = 200
/** Contacts that a trend goes over, and lines that are gone through for them at most. */
const [mostPoints, mostLines, linesAtOnce] = [30, 640, 160]
/** Interactions whose guides are looked at for a check of who it is. */
const mostChecked = 20

export interface HeadNeeds {
  readonly cases: Pick<CaseStore, 'openOfAddress'>
  readonly guides: Pick<GuideStore, 'runsOf'>
  readonly moods: StoryMoods
  readonly dress: StoryDress
  readonly now: () => number
}

export interface WhoseHead {
  readonly walk: StoryWalk
  readonly contact: Contact
  /** It goes on, and is not told of. */
  readonly inHand: InteractionId | undefined
}

/** What to know in ten seconds, worked out of the newest part of the story. */
export function createStoryHead({ cases, guides, moods, dress, now }: HeadNeeds) {
  /** Newest first, the interaction in hand not among them: as far back as the trend and the thirty days go. */
  async function contactsOf({ walk, inHand }: WhoseHead): Promise<Result<readonly StoryItem[], Problem>> {
    const since = now() - thirtyDays
    const found: StoryItem[] = []
    let of: StoryMark | undefined = afterAll
    for (let seen = 0; of && seen < mostLines; seen += linesAtOnce) {
      const read = await walk.beside({ towards: 'older', of, limit: linesAtOnce })
      if (!read.ok) return read
      found.push(...read.value.lines.filter((line) => isContact(line) && !isOf(line, inHand)))
      of = read.value.next
      if (found.length >= mostPoints && of && of.at < since) break
    }
    return ok(found)
  }

  async function recordsOf({ addresses }: Contact): Promise<readonly CaseRecord[]> {
    const found = new Map<CaseId, CaseRecord>()
    for (const address of addresses) {
      const records = await cases.openOfAddress(address, mostCases)
      if (records.ok) for (const record of records.value) found.set(record.id, record)
    }
    return [...found.values()].sort((a, b) => b.current.updatedAt - a.current.updatedAt)
  }

  async function trend(lines: readonly StoryItem[], contact: Contact): Promise<MoodTrend | undefined> {
    if (!moods.isOn()) return undefined
    const newest = await dress.dress(lines.slice(0, mostPoints), contact)
    const known = new Map((await dress.moods(newest, contact)).map((line) => [line.key, line]))
    const points = newest.flatMap((line) => pointOf(known.get(line.key) ?? line))
    return trendOf(points.sort((a, b) => a.at - b.at))
  }

  async function identity(lines: readonly StoryItem[], contact: Contact) {
    const recent = lines.filter((line) => line.kind === 'interaction').slice(0, mostChecked)
    const runs = await Promise.all(recent.map(({ interaction }) => guides.runsOf(interaction.id)))
    return identityIn(
      runs.flatMap((run) => (run.ok ? run.value : [])),
      contact.language ?? 'en',
    )
  }

  return async (whose: WhoseHead): Promise<Result<StoryHead, Problem>> => {
    const { contact } = whose
    const [lines, records] = await Promise.all([contactsOf(whose), recordsOf(contact)])
    if (!lines.ok) return lines
    const since = now() - thirtyDays
    const [tone, checked] = await Promise.all([trend(lines.value, contact), identity(lines.value, contact)])
    return ok({
      openCases: records.filter(({ active }) => active).map(storyCaseOf),
      last: lines.value.flatMap(interactionOf).find(({ endedAt }) => endedAt !== undefined),
      promises: records
        .flatMap(({ id, promises }) => promises.map((one) => ({ ...one, case: id })))
        .sort((a, b) => a.dueAt - b.dueAt),
      contactsIn30Days: lines.value.filter(({ at }) => at >= since).length,
      language: contact.language,
      needs: contact.needs ?? [],
      trend: tone,
      identity: checked,
    })
  }
}

/** An interaction, or a letter from the customer. */
const isContact = (line: StoryItem): boolean =>
  line.kind === 'interaction' || (line.kind === 'event' && line.event.kind === 'message')

const isOf = (line: StoryItem, id: InteractionId | undefined): boolean =>
  line.kind === 'interaction' && line.interaction.id === id

const interactionOf = (line: StoryItem): readonly Interaction[] =>
  line.kind === 'interaction' ? [line.interaction] : []

function pointOf(line: StoryItem) {
  if (line.kind === 'interaction') return line.mood ? [{ at: line.at, score: line.mood.score }] : []
  return line.kind === 'event' && line.mood ? [{ at: line.at, score: scoreOf(line.mood) }] : []
}
