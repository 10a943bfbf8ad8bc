import type { Say } from '../../../words/say.ts'

/** The statuses that case systems come with. A site's own ones are shown as the site calls them. */
const common = ['new', 'open', 'stalled', 'resolved', 'rejected', 'deleted'] as const

export function statusName(say: Say, status: string): string {
  const known = common.find((one) => one === status)
  return known ? say(`cases.status.${known}`) : status
}
