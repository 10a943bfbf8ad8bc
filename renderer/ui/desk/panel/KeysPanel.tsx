import { useWords } from '../../frame/words.tsx'
import { useHasCases } from '../cases/cases-page.tsx'
import { shownNumberKeys } from '../chat/use-chat-keys.ts'
import { useHasChats } from '../chat/use-chats.ts'
import { useHasKnowledge } from '../knowledge/use-knowledge.ts'
import { moodKey } from '../mood/use-mood-key.ts'
import { useHasMoods } from '../mood/use-moods.ts'
import { caseCommands, chatCommands, commands, knowledgeCommands, shownKey } from '../shortcuts.ts'
import { Panel } from './Panel.tsx'

/** Every key of the desk. Not modal: a customer may ring while somebody reads it, and the keys work here too. */
export function KeysPanel({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const hasCases = useHasCases()
  const hasChats = useHasChats()
  const hasKnowledge = useHasKnowledge()
  const hasMoods = useHasMoods()
  const listed = commands.filter(
    (command) =>
      (hasCases || !caseCommands.includes(command)) &&
      (hasChats || !chatCommands.includes(command)) &&
      (hasKnowledge || !knowledgeCommands.includes(command)),
  )
  return (
    <Panel heading={say('keys.heading')} close={say('keys.close')} onClose={onClose}>
      <p className="quiet">{say('keys.about')}</p>
      <dl className="keys">
        {listed.map((command) => (
          <div key={command}>
            <dt>
              <kbd>{shownKey(say, command)}</kbd>
            </dt>
            <dd>{say(`keys.${command}`)}</dd>
          </div>
        ))}
        {hasChats && (
          <div>
            <dt>
              <kbd>{shownNumberKeys(say)}</kbd>
            </dt>
            <dd>{say('keys.chatNumber')}</dd>
          </div>
        )}
        {hasMoods && (
          <div>
            <dt>
              <kbd>{moodKey}</kbd>
            </dt>
            <dd>{say('keys.mood')}</dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}
