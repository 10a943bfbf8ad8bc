import { createStore } from 'zustand/vanilla'

import type { Language } from '../domain/language.ts'

export const createLanguageStore = (language: Language) =>
  createStore<{ readonly language: Language }>(() => ({ language }))

export type LanguageStore = ReturnType<typeof createLanguageStore>
