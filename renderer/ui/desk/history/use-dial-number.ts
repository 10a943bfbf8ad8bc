import { useDesk } from '../desk-context.tsx'

/** Calls a number. What cannot be called opens the panel, which says why. */
export function useDialNumber(): (number: string) => Promise<void> {
  const { dialling } = useDesk()
  return async (number) => {
    if (await dialling.dial(number)) return
    dialling.open()
    dialling.setText(number)
  }
}
