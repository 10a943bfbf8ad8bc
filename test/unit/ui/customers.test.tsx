import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import type { Contact } from '../../../renderer/domain/contact.ts'
import { asContactId, asInteractionId } from '../../../renderer/domain/ids.ts'
import type { Language } from '../../../renderer/domain/language.ts'
import { makeContact } from '../../make.ts'
import { must } from '../adapters/stored-cases.ts'
import { openDesk, talking } from './desk-on-screen.tsx'
import { axeFaults } from './mood-on-screen.tsx'
import { callBefore } from './story-on-screen.tsx'

const ines = makeContact({
  ...{ id: asContactId('ines'), name: 'Inès Boucher', numbers: ['+14185550101'] },
  addresses: ['ines@example.org'],
})
const agnes = makeContact({
  ...{ id: asContactId('agnes'), name: 'I. Boucher-Roy', numbers: ['+14185550102'] },
  addresses: [],
})

/** A desk that knows both, with the customers on the screen and one looked for. */
async function openCustomers(typed: string, language: Language = 'en') {
  const desk = await openDesk(language)
  const { records } = desk.desk
  for (const one of [ines, agnes]) await must(records.saveContact(one))
  const ofThem = [
    callBefore(3, { contact: ines.id, number: '+14185550101' }),
    callBefore(9, { contact: agnes.id, number: '+14185550102', id: asInteractionId('agnes-9') }),
  ]
  for (const one of ofThem) await must(records.saveInteraction(one))
  const { user, say } = desk
  await user.keyboard('{Control>}u{/Control}')
  if (typed !== '') await user.keyboard(typed)
  const list = () => screen.findByRole('grid', { name: say('customers.heading') })
  return {
    ...desk,
    list,
    /** What happened is shown once nothing has happened for a moment. */
    calm: () => act(() => desk.desk.timing.pass(1000)),
    names: async () =>
      within(await list())
        .getAllByRole('row')
        .map((row) => row.querySelector('strong')?.textContent),
    /** What is kept of one of them now. */
    kept: async (id: Contact['id']) => (await must(records.contacts([id])))[0],
    open: async (name: string) => {
      const row = within(await list()).getByRole('row', { name })
      row.focus()
      await user.keyboard('{Enter}')
      return screen.findByRole('heading', { level: 2, name })
    },
  }
}

describe('the customers', () => {
  it('are found by name, number and address, and opened by keyboard alone', async () => {
    const { names, open, user, say } = await openCustomers('boucher')
    await waitFor(async () => expect(await names()).toEqual(['I. Boucher-Roy', 'Inès Boucher']))
    expect(screen.getByText(say('customers.found', { count: 2 }))).toBeTruthy()
    await user.clear(screen.getByRole('searchbox', { name: say('customers.search') }))
    await user.keyboard('418 555-0102')
    await waitFor(async () => expect(await names()).toEqual(['I. Boucher-Roy']))
    const title = await open('I. Boucher-Roy')
    await waitFor(() => expect(document.activeElement).toBe(title))
    const feed = await screen.findByRole('feed', { name: say('story.feed', { name: 'I. Boucher-Roy' }) })
    await within(feed).findByText('Call 9 hours before')
    await user.click(screen.getByRole('button', { name: say('customers.close') }))
    expect(screen.queryByRole('feed')).toBeNull()
  })

  it('say so where nobody fits, and leave their place to whoever calls', async () => {
    const { tell, say } = await openCustomers('zzz')
    expect(await screen.findByText(say('customers.none', { text: 'zzz' }))).toBeTruthy()
    tell(...talking())
    await waitFor(() => expect(screen.queryByRole('searchbox', { name: say('customers.search') })).toBeNull())
  })

  it('are changed in a form that says what is wrong, and keeps what was typed', async () => {
    const { open, kept, user, say, calm } = await openCustomers('boucher')
    await open('Inès Boucher')
    await user.click(screen.getByRole('button', { name: say('contact.change') }))
    const numbers = screen.getByRole('textbox', { name: say('contact.form.numbers') })
    await user.type(numbers, '\n12')
    await user.click(screen.getByRole('checkbox', { name: say('contact.form.hold') }))
    await user.click(screen.getByRole('checkbox', { name: say('need.interpreter') }))
    await user.click(screen.getByRole('button', { name: say('contact.form.save') }))
    expect(await screen.findByText(say('contact.form.numbers.fault', { text: '12' }))).toBeTruthy()
    expect(screen.getByText(say('contact.form.reason.missing'))).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(numbers))
    await user.clear(numbers)
    await user.type(numbers, '(418) 555-0199')
    await user.type(screen.getByRole('textbox', { name: say('contact.form.reason') }), 'Complaint 12')
    await user.click(screen.getByRole('button', { name: say('contact.form.save') }))
    expect(await screen.findByText(say('contact.form.saved'))).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: say('contact.change') }))
    expect(await kept(ines.id)).toMatchObject({
      ...{ name: 'Inès Boucher', numbers: ['+14185550199'], needs: ['interpreter'] },
      hold: { reason: 'Complaint 12' },
    })
    calm()
    expect(await screen.findByText(say('need.interpreter'))).toBeTruthy()
    expect(screen.getByText(say('story.head.hold'))).toBeTruthy()
  })

  it('become one, at once or later apart again', async () => {
    const { open, kept, user, say, calm } = await openCustomers('boucher')
    await open('Inès Boucher')
    await user.click(screen.getByRole('button', { name: say('merge.open') }))
    await user.type(
      screen.getByRole('searchbox', { name: say('merge.heading', { name: 'Inès Boucher' }) }),
      'boucher',
    )
    await user.click(await screen.findByRole('radio', { name: /I\. Boucher-Roy/ }))
    await user.click(screen.getByRole('button', { name: say('merge.go') }))
    const done = say('merge.done', { kept: 'Inès Boucher', gone: 'I. Boucher-Roy' })
    expect(await screen.findByText(done)).toBeTruthy()
    calm()
    const feed = screen.getByRole('feed')
    await within(feed).findByText('Call 9 hours before')
    expect((await kept(ines.id))?.numbers).toEqual(['+14185550101', '+14185550102'])

    const line = screen.getByText(done).parentElement ?? document.body
    await user.click(within(line).getByRole('button', { name: say('merge.undo') }))
    await waitFor(() => expect(screen.queryByText(done)).toBeNull())
    calm()
    await waitFor(() =>
      expect(within(screen.getByRole('feed')).queryByText('Call 9 hours before')).toBeNull(),
    )
    expect((await kept(agnes.id))?.name).toBe('I. Boucher-Roy')
    expect((await kept(ines.id))?.merged ?? []).toEqual([])
  })

  it('are made one of those two alone that were chosen last', async () => {
    const { desk, open, kept, user, say } = await openCustomers('boucher')
    const third = makeContact({ id: asContactId('third'), name: 'Boucher, Inès', numbers: ['+14185550103'] })
    await must(desk.records.saveContact(third))
    await open('Inès Boucher')
    await user.click(screen.getByRole('button', { name: say('merge.open') }))
    await user.keyboard('boucher')
    await user.click(await screen.findByRole('radio', { name: /I\. Boucher-Roy/ }))
    await user.click(screen.getByRole('radio', { name: 'I. Boucher-Roy' }))
    await user.click(screen.getByRole('radio', { name: /Boucher, Inès/ }))
    await user.click(screen.getByRole('button', { name: say('merge.go') }))
    await screen.findByText(say('merge.done', { kept: 'Inès Boucher', gone: 'Boucher, Inès' }))
    expect([
      (await kept(agnes.id))?.name,
      (await kept(ines.id))?.merged?.map(({ contact }) => contact.id),
    ]).toEqual(['I. Boucher-Roy', ['third']])
    await user.keyboard('{Control>}z{/Control}')
    await waitFor(async () => expect((await kept(third.id))?.name).toBe('Boucher, Inès'))
  })

  it('keep a number that nobody can call when something else is changed, and close on Escape', async () => {
    const { desk, open, kept, user, say } = await openCustomers('boucher')
    await must(desk.records.saveContact({ ...ines, numbers: ['7700'], addresses: ['ines'] }))
    await open('Inès Boucher')
    await user.click(screen.getByRole('button', { name: say('contact.change') }))
    await user.click(screen.getByRole('checkbox', { name: say('need.more-time') }))
    await user.click(screen.getByRole('button', { name: say('contact.form.save') }))
    await screen.findByText(say('contact.form.saved'))
    expect(await kept(ines.id)).toMatchObject({
      numbers: ['7700'],
      addresses: ['ines'],
      needs: ['more-time'],
    })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('feed')).toBeNull())
  })

  it('are separated again from the list of whoever they were', async () => {
    const { desk, open, kept, user, say } = await openCustomers('')
    await must(desk.storyStore.mergeContacts(ines.id, agnes.id))
    await user.type(screen.getByRole('searchbox', { name: say('customers.search') }), 'boucher')
    await open('Inès Boucher')
    await user.click(screen.getByRole('button', { name: new RegExp(`${say('merge.undo')}.*I. Boucher-Roy`) }))
    await waitFor(async () => expect((await kept(agnes.id))?.name).toBe('I. Boucher-Roy'))
    await waitFor(() => expect(screen.queryByRole('region', { name: say('merge.list') })).toBeNull())
  })

  it('have nothing that axe names, with the forms open', async () => {
    const { open, user, say } = await openCustomers('boucher', 'fr')
    await open('Inès Boucher')
    await screen.findByRole('feed')
    await user.click(screen.getByRole('button', { name: say('contact.change') }))
    expect(await axeFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: say('merge.open') }))
    await user.type(
      screen.getByRole('searchbox', { name: say('merge.heading', { name: 'Inès Boucher' }) }),
      'boucher',
    )
    await screen.findByRole('radio', { name: /I\. Boucher-Roy/ })
    expect(await axeFaults()).toEqual([])
  })
})
