/** What a sound device is used for. */
export const audioRoles = ['microphone', 'speaker', 'ringer'] as const
export type AudioRole = (typeof audioRoles)[number]

export interface AudioDevice {
  /** The browser's own id: stays for this installation, means nothing elsewhere. */
  readonly id: string
  /** As the system names it; empty before the microphone was allowed. */
  readonly label: string
}

/** What was chosen is kept by id and by name: some systems give a device a new id when it is plugged in again. */
export type AudioChoice = Readonly<Partial<Record<AudioRole, AudioDevice>>>

export interface AudioDevices {
  readonly present: Readonly<Record<AudioRole, readonly AudioDevice[]>>
  /** What the agent wants; not there for a role that follows the system. */
  readonly chosen: AudioChoice
  /** The chosen device of these roles has gone; the system's own stands in until it comes back. */
  readonly missing: readonly AudioRole[]
}

/** The device to use for a role: the chosen one by id, else by name, else the system's own (`undefined`). */
export function deviceFor(
  present: readonly AudioDevice[],
  chosen: AudioDevice | undefined,
): AudioDevice | undefined {
  if (!chosen) return undefined
  const byName = ({ label }: AudioDevice): boolean => label !== '' && label === chosen.label
  return present.find(({ id }) => id === chosen.id) ?? present.find(byName)
}
