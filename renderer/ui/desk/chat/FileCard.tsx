import { Download, FileText, Image } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { SharedFile } from '../../../domain/message.ts'
import { fileSize } from '../../../words/sizes.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { useFocusIfLost } from '../use-focus-if-lost.ts'
import { saveFile } from '../case/save-file.ts'

interface Fetched {
  readonly type: string
  readonly url: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const isImage = (type: string | undefined): boolean => type?.startsWith('image/') ?? false

/** A file by its name. It is fetched when the agent asks, and shown as what its bytes are. */
export function FileCard({ file, isOwn }: { file: SharedFile; isOwn: boolean }) {
  const { say, language } = useWords()
  const { fetched, busy, fetchIt } = useFetched(file)
  const isPicture = isImage(fetched?.type ?? file.type)
  const Icon = isPicture ? Image : FileText
  return (
    <div className="message-file">
      <p>
        <Icon aria-hidden />
        <bdi>{file.name}</bdi>{' '}
        {file.size !== undefined && <span className="quiet">{fileSize(language, file.size)}</span>}
      </p>
      {fetched && isPicture && <img src={fetched.url} alt={say('file.picture', { name: file.name })} />}
      {!fetched && !isOwn && <p className="quiet">{say('file.unknown-sender')}</p>}
      {!fetched && file.url !== '' && (
        <CommandButton className="button" about={file.name} isPending={busy} onPress={fetchIt}>
          <Download aria-hidden />
          {say('file.show')}
        </CommandButton>
      )}
      {fetched && <SaveButton name={file.name} bytes={fetched.bytes} />}
    </div>
  )
}

function SaveButton({ name, bytes }: Pick<SharedFile, 'name'> & Pick<Fetched, 'bytes'>) {
  const { say } = useWords()
  const button = useRef<HTMLButtonElement>(null)
  // In the place of the button that fetched it.
  useFocusIfLost(button, bytes)
  return (
    <CommandButton ref={button} className="button" about={name} onPress={() => saveFile(name, bytes)}>
      <Download aria-hidden />
      {say('file.save')}
    </CommandButton>
  )
}

/** The picture's address lives as long as its card. */
function useFetched(file: SharedFile) {
  const { chats } = useDesk()
  const [fetched, setFetched] = useState<Fetched>()
  const [busy, setBusy] = useState(false)
  useEffect(
    () => () => {
      if (fetched) URL.revokeObjectURL(fetched.url)
    },
    [fetched],
  )
  const fetchIt = (): void => {
    setBusy(true)
    void chats.fetchFile(file).then((found) => {
      setBusy(false)
      if (found)
        setFetched({ ...found, url: URL.createObjectURL(new Blob([found.bytes], { type: found.type })) })
    })
  }
  return { fetched, busy, fetchIt }
}
