import { useMemo } from 'react'
import { useStore } from 'zustand'

import { fieldOf } from '../../../domain/case.ts'
import type { Case } from '../../../domain/case.ts'
import { useDesk } from '../desk-context.tsx'

/** Who asked: by name where the desk knows the address, else the address; `undefined` where nobody is named. */
export function useCustomerName(): (one: Case) => string | undefined {
  const contacts = useStore(useDesk().stores.work, (state) => state.contacts)
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const { addresses, name } of contacts.values())
      for (const address of addresses) names.set(address.toLowerCase(), name)
    return (one) => {
      const [address] = fieldOf(one, 'requestors')
      return address === undefined ? undefined : (names.get(address.toLowerCase()) ?? address)
    }
  }, [contacts])
}
