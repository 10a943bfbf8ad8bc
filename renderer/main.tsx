import { createRoot } from 'react-dom/client'

import { createDesktop } from './adapters/desktop/desktop.ts'
import type { Composed } from './compose-desk.ts'
import type { Language } from './domain/language.ts'
import { problem } from './domain/problem.ts'
import { createProblems } from './services/problems.ts'
import { createLanguageStore } from './state/language-store.ts'
import { createProblemStore, withoutProblems, withProblem } from './state/problem-store.ts'
import { createShiftStore } from './state/shift-store.ts'
import { App } from './ui/App.tsx'
import './ui/base.css'
import './ui/sign-in/sign-in.css'

/**
 * Composition root of the window. What the first screen needs is here; the telephone and the store are wired in
 * compose-desk.ts, which is fetched while the agent reads the first screen.
 */
const desktop = createDesktop(window.desktop)
const setup = await desktop.readSetup()

const stores = {
  shift: createShiftStore(),
  problems: createProblemStore(),
  language: createLanguageStore(setup.language),
}
for (const found of setup.problems) stores.problems.setState((state) => withProblem(state, found))

function setLanguage(language: Language): void {
  stores.language.setState({ language })
  void desktop.saveLanguage(language)
}

const problems = createProblems(stores.problems, desktop.log)

let composed: Composed | undefined

/** After the first screen has been painted, so that it does not wait for what only a shift needs. */
const composing = new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
  .then(() => import('./compose-desk.ts'))
  .then(({ composeDesk }) => {
    composed = composeDesk({ desktop, setup, problems, stores, setLanguage })
    return composed
  })
// A damaged installation: without the second half no button would do anything.
composing.catch(() => problems.show(problem('desktop-refused')))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <App
    centres={setup.centres}
    stores={stores}
    desk={() => composed?.desk}
    onLanguage={setLanguage}
    onSignIn={(choice) => void composing.then(({ signIn }) => signIn.signIn(choice))}
    onAgain={(options) => void composing.then(({ signIn }) => signIn.again(options))}
    onDismiss={(code) => stores.problems.setState((state) => withoutProblems(state, [code]))}
  />,
)
