import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useStore } from 'zustand'

import type { Contact } from '../../../domain/contact.ts'
import { useWords } from '../../frame/words.tsx'
import { saveFile } from '../case/save-file.ts'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { PrintedStory } from './PrintedStory.tsx'
import { fileNameOf } from './file-name.ts'

/** The whole story on paper or in a file, with everything that was said. */
export function StoryExport({ contact }: { contact: Contact }) {
  const { say } = useWords()
  const { stories, stores } = useDesk()
  const share = useStore(stores.story, (state) => state.exporting)
  const [printed, setPrinted] = useState<string>()
  const print = async (): Promise<void> => setPrinted(await stories.exportText(contact.id))
  const save = async (): Promise<void> => {
    const text = await stories.exportText(contact.id)
    if (text === undefined) return
    const name = fileNameOf(say('story.export.file'), contact.name)
    // A lone half of a character would not survive; a mark at the beginning says that it is UTF-8, also to old programs.
    saveFile(name, new TextEncoder().encode(`\uFEFF${text}`))
  }
  if (share !== undefined) return <Writing share={share} />
  return (
    <div className="story-export">
      <CommandButton className="button" onPress={() => void print()}>
        <Printer aria-hidden />
        {say('story.print')}
      </CommandButton>
      <CommandButton className="button" description={say('story.export.warning')} onPress={() => void save()}>
        <FileDown aria-hidden />
        {say('story.export')}
      </CommandButton>
      <p className="quiet" aria-hidden>
        {say('story.export.warning')}
      </p>
      {printed !== undefined &&
        createPortal(<PrintedStory text={printed} onPrinted={() => setPrinted(undefined)} />, document.body)}
    </div>
  )
}

function Writing({ share }: { share: number }) {
  const { say } = useWords()
  const { stories } = useDesk()
  return (
    <div className="story-searching">
      <ProgressBar className="progress" value={share} maxValue={1}>
        <span className="progress-head">
          <Label>{say('story.export.progress')}</Label>
        </span>
        <span className="progress-bar">
          <span style={{ inlineSize: `${String(100 * share)}%` }} />
        </span>
      </ProgressBar>
      <CommandButton className="button" onPress={() => stories.stopExport()}>
        {say('story.search.stop')}
      </CommandButton>
    </div>
  )
}
