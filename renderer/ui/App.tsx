import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'

import type { Language } from '../domain/language.ts'
import type { ProblemCode } from '../domain/problem.ts'
import type { LiveCentre } from '../domain/setup.ts'
import type { SignInChoice } from '../services/place.ts'
import type { LanguageStore } from '../state/language-store.ts'
import type { ProblemStore } from '../state/problem-store.ts'
import type { ShiftStore } from '../state/shift-store.ts'
import type { Desk } from './desk/desk-context.tsx'
import { Problems } from './frame/Problems.tsx'
import { useKeptFocus } from './frame/use-kept-focus.ts'
import { useNoFormMemory } from './frame/use-no-form-memory.ts'
import { useWords, WordsProvider } from './frame/words.tsx'
import { SignInScreen } from './sign-in/SignInScreen.tsx'

const DeskScreen = lazy(() =>
  import('./desk/DeskScreen.tsx').then(({ DeskScreen }) => ({ default: DeskScreen })),
)

const ReadingScreen = lazy(() =>
  import('./desk/reading/ReadingScreen.tsx').then(({ ReadingScreen }) => ({ default: ReadingScreen })),
)

export interface AppProps {
  readonly centres: readonly LiveCentre[]
  readonly stores: {
    readonly shift: ShiftStore
    readonly problems: ProblemStore
    readonly language: LanguageStore
  }
  readonly onSignIn: (choice: SignInChoice) => void
  /** The last choice once more, with the store as it is or with a new one beside it. */
  readonly onAgain: (options: { setAside: boolean }) => void
  readonly onLanguage: (language: Language) => void
  readonly onDismiss: (code: ProblemCode) => void
  /** There once a shift has begun. */
  readonly desk: () => Desk | undefined
}

/** The window: the sign-in, the desk, or what a newer desk has kept. */
export function App(props: AppProps) {
  const language = useStore(props.stores.language, (state) => state.language)
  return (
    <WordsProvider language={language}>
      <Screens {...props} />
    </WordsProvider>
  )
}

function Screens({ centres, stores, onSignIn, onAgain, onLanguage, onDismiss, desk }: AppProps) {
  const { language, say } = useWords()
  useKeptFocus()
  useNoFormMemory()
  const kind = useStore(stores.shift, (state) => state.agent.kind)
  const progress = useStore(stores.shift, (state) => state.signingIn)
  const erased = useStore(stores.shift, (state) => state.erased)
  const problems = useStore(stores.problems, (state) => state.problems)
  const open = kind === 'signed-out' || kind === 'signing-in' ? undefined : desk()
  return (
    <div className="window" lang={language}>
      {open ? (
        <Suspense fallback={<p role="status">{say('app.loading')}</p>}>
          {kind === 'reading' ? <ReadingScreen desk={open} /> : <DeskScreen desk={open} />}
        </Suspense>
      ) : (
        <SignInScreen
          centres={centres}
          progress={progress}
          erased={erased}
          onSignIn={onSignIn}
          onLanguage={onLanguage}
          problems={
            <Problems
              problems={problems}
              onDismiss={onDismiss}
              remedies={{
                retry: () => onAgain({ setAside: false }),
                'set-aside': () => onAgain({ setAside: true }),
              }}
            />
          }
        />
      )}
    </div>
  )
}
