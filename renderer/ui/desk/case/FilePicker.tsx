import { Paperclip, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { FileTrigger } from 'react-aria-components/FileTrigger'

import { fileSize } from '../../../words/sizes.ts'
import { useWords } from '../../frame/words.tsx'
import type { Files } from './use-files.ts'

/** The files that go with a text: chosen here, and each of them can be left out again. */
export function FilePicker({ files }: { files: Files }) {
  const { say, language } = useWords()
  return (
    <div className="file-picker">
      <FileTrigger allowsMultiple onSelect={(list) => void files.add(list ? [...list] : [])}>
        <Button className="button">
          <Paperclip aria-hidden />
          {say('files.add')}
        </Button>
      </FileTrigger>
      <p className="quiet">{say('files.hint')}</p>
      {files.chosen.length > 0 && (
        <ul className="case-attachments" aria-label={say('files.chosen')}>
          {files.chosen.map(({ name, type, bytes }, index) => (
            // The same file may be there twice.
            <li key={`${String(index)} ${name}`} className="case-attachment">
              <Paperclip aria-hidden />
              <span>
                <bdi>{name}</bdi>{' '}
                <span className="quiet">
                  {type} · {fileSize(language, bytes.byteLength)}
                </span>
              </span>
              <Button
                className="button quiet icon-only"
                aria-label={say('files.remove', { name })}
                onPress={() => files.remove(index)}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
