import { join } from 'node:path'

import type { AudioChoice } from '../renderer/domain/audio-devices.ts'
import { preferredLanguage } from '../renderer/domain/language.ts'
import type { Language } from '../renderer/domain/language.ts'
import type { MoodChoices } from '../renderer/domain/moods/mood-choices.ts'
import { problem } from '../renderer/domain/problem.ts'
import type { Problem } from '../renderer/domain/problem.ts'
import { readIfThere, writeDurably } from './durable-file.ts'
import type { Log } from './log.ts'
import { readPreferences, readSettings } from './settings.ts'
import type { Preferences, Settings } from './settings.ts'

/** What IT placed on this computer, and what the agent chose. */
export interface Configuration {
  readonly settings: Settings
  readonly problems: readonly Problem[]
  readonly language: () => Language
  readonly saveLanguage: (language: Language) => void
  readonly audio: () => AudioChoice
  readonly saveAudio: (audio: AudioChoice) => void
  readonly moods: () => MoodChoices
  readonly saveMoods: (moods: MoodChoices) => void
  readonly instanceId: string
}

export interface ConfigurationNeeds {
  readonly folder: string
  readonly systemLanguages: readonly string[]
  readonly log: Log
  readonly newId: () => string
}

/** Reads `settings.json` and `preferences.json`. A mistake is logged with its place, and the defaults hold. */
export function readConfiguration({
  folder,
  systemLanguages,
  log,
  newId,
}: ConfigurationNeeds): Configuration {
  const settings = readSettings(readIfThere(join(folder, 'settings.json')))
  if (settings.kind === 'mistaken') log.write('settings-unread', { where: settings.where, why: settings.why })
  const file = join(folder, 'preferences.json')
  let preferences = readPreferences(readIfThere(file)).value
  const save = (changed: Partial<Preferences>): void => {
    preferences = { ...preferences, ...changed }
    writeDurably(file, JSON.stringify(preferences))
  }
  const instanceId = preferences.instanceId ?? newId()
  if (preferences.instanceId === undefined) save({ instanceId })
  return {
    settings: settings.value,
    problems: settings.kind === 'mistaken' ? [problem('settings-unread')] : [],
    language: () => preferences.language ?? preferredLanguage(systemLanguages),
    saveLanguage: (language) => save({ language }),
    audio: () => preferences.audio,
    saveAudio: (audio) => save({ audio }),
    moods: () => preferences.moods,
    saveMoods: (moods) => save({ moods }),
    instanceId,
  }
}
