/** RT's default lifecycle: every status can follow every other; these steps have a button. */
export interface LifecycleAction {
  readonly from: string
  readonly to: string
  readonly label: string
  /** What the step is best told with. */
  readonly update?: 'Respond' | 'Comment'
}

const active: readonly string[] = ['new', 'open', 'stalled']
const inactive: readonly string[] = ['resolved', 'rejected', 'deleted']

export const isStatus = (status: string): boolean => active.includes(status) || inactive.includes(status)
export const isActive = (status: string): boolean => active.includes(status)
export const isInactive = (status: string): boolean => inactive.includes(status)

const actions: readonly LifecycleAction[] = [
  { from: 'new', to: 'open', label: 'Open It', update: 'Respond' },
  { from: 'new', to: 'resolved', label: 'Resolve', update: 'Comment' },
  { from: 'new', to: 'rejected', label: 'Reject', update: 'Respond' },
  { from: 'open', to: 'stalled', label: 'Stall', update: 'Comment' },
  { from: 'open', to: 'resolved', label: 'Resolve', update: 'Comment' },
  { from: 'open', to: 'rejected', label: 'Reject', update: 'Respond' },
  { from: 'stalled', to: 'open', label: 'Open It' },
  { from: 'resolved', to: 'open', label: 'Re-open', update: 'Comment' },
  { from: 'rejected', to: 'open', label: 'Re-open', update: 'Comment' },
  { from: 'deleted', to: 'open', label: 'Undelete' },
]

export const actionsFrom = (status: string): readonly LifecycleAction[] =>
  actions.filter(({ from }) => from === status)
