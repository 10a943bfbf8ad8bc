import { ChevronDown, CircleCheck, CircleDot, Circle } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

import type { GuideRunId } from '../../../domain/ids.ts'
import type { ListedStep } from '../../../domain/knowledge/what-to-show.ts'
import { useWords } from '../../frame/words.tsx'
import { useDesk } from '../desk-context.tsx'

const icons = { here: CircleDot, seen: CircleCheck, ahead: Circle } as const satisfies Record<
  ListedStep['state'],
  unknown
>

/** Every step of the guide; choosing one jumps there. */
export function StepsMenu({ run, steps }: { run: GuideRunId; steps: readonly ListedStep[] }) {
  const { say } = useWords()
  const { guides } = useDesk()
  return (
    <MenuTrigger>
      <Button className="button">
        {say('guide.steps')}
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu
          className="menu guide-menu"
          aria-label={say('guide.steps')}
          // It opens at the step in hand, however long the list is.
          selectionMode="single"
          selectedKeys={steps.flatMap(({ id, state }) => (state === 'here' ? [id] : []))}
          onAction={(id) => void guides.jump(run, String(id))}
        >
          {steps.map((step) => (
            <MenuItem key={step.id} id={step.id} className="menu-item guide-step-item" textValue={step.title}>
              <Icon state={step.state} />
              {step.title}
              {step.state !== 'ahead' && <span className="quiet"> – {say(`guide.steps.${step.state}`)}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Icon({ state }: Pick<ListedStep, 'state'>) {
  const Shape = icons[state]
  return <Shape aria-hidden />
}
