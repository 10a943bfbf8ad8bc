// @vitest-environment jsdom
import './setup.ts'

import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

import { asMessageId } from '../../../renderer/domain/ids.ts'
import { ok } from '../../../renderer/domain/result.ts'
import { composer, heading, log, openChats, settle } from './chats-on-screen.tsx'

describe('a chat', () => {
  it('is taken with the key, and the next key writes to the customer', async () => {
    const { take, user, chatWire } = await openChats()
    const id = await take('Hélène')
    expect(heading().textContent).toBe('Hélène')
    expect(document.activeElement).toBe(composer())
    await user.keyboard('Bonjour{Shift>}{Enter}{/Shift}à vous{Enter}')
    await settle()
    expect(chatWire.said(id)).toEqual(['me: Bonjour\nà vous'])
    await within(log()).findByText('Sent')
    expect(composer().value).toBe('')
  })

  it('shows whatever is written as text, and where an address leads', async () => {
    const { take, says } = await openChats()
    await take('Hélène')
    const odd = [
      '<img src=x onerror="document.title=1"><script>alert(1)</script>',
      '\u202egnp.yrotsih\u2066',
      '__proto__ constructor {0} \ud800',
      'x'.repeat(10_000),
    ]
    for (const text of odd) await says('Hélène', text)
    await says('Hélène', 'Payez ici: https://b\u0430nk.ca/x')
    const shown = [...log().querySelectorAll('.message-text')].map(({ textContent }) => textContent)
    expect(shown.slice(0, 4)).toEqual(odd)
    expect(shown[4]).toContain('(leads to xn--bnk-6cd.ca)')
    expect(log().querySelectorAll('a, img, script, iframe')).toHaveLength(0)
  })

  it('keeps a draft for each, and goes between them with one key', async () => {
    const { take, says, user } = await openChats()
    await take('Hélène')
    await take('Daniel')
    await user.keyboard('Dear Dan')
    await user.keyboard('{Control>}[Digit1]{/Control}')
    await settle()
    expect([heading().textContent, composer().value]).toEqual(['Hélène', ''])
    await user.keyboard('Chère')
    await says('Daniel', 'Hello?')
    await user.keyboard('{Shift>}{F1}{/Shift}')
    await settle()
    expect([heading().textContent, composer().value]).toEqual(['Daniel', 'Dear Dan'])
    expect(document.activeElement).toBe(composer())
  })

  it('leaves an agent who is writing where they are when another one is accepted', async () => {
    const { take, user } = await openChats()
    await take('Hélène')
    await user.keyboard('Je vous ')
    await take('Daniel')
    await user.keyboard('réponds')
    expect([heading().textContent, composer().value]).toEqual(['Hélène', 'Je vous réponds'])
    expect(screen.getByRole('button', { name: /^Daniel/ })).toBeTruthy()
  })

  it('offers approved replies by keyboard, and never sends a field that nobody has filled in', async () => {
    const { take, user, chatWire } = await openChats()
    const id = await take('Hélène')
    await user.keyboard('/hel')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent.slice(0, 13))).toEqual([
      '/hello French',
      '/hello Englis',
    ])
    await user.keyboard('{ArrowRight}{Enter}')
    expect(composer().value).toMatch(/^Hello Hélène, my name is/)
    await user.clear(composer())
    await user.keyboard('/case{Enter}')
    await act(() => new Promise((done) => setTimeout(done, 5)))
    expect(composer().value.slice(composer().selectionStart, composer().selectionEnd)).toBe('{case}')
    await user.keyboard('{Shift>}{Shift/}{Enter}')
    await settle()
    expect(screen.getByText('Fill in: the case number')).toBeTruthy()
    expect(chatWire.said(id)).toEqual([])
  })

  it('keeps a command that was mistyped from the customer', async () => {
    const { take, user, chatWire } = await openChats()
    const id = await take('Hélène')
    await user.keyboard('/handd{Enter}')
    await settle()
    expect(screen.getByText('No such reply or command.')).toBeTruthy()
    await user.keyboard('{Escape}{Enter}')
    await settle()
    expect(chatWire.said(id)).toEqual(['me: /handd'])
  })

  it('opens what a command says, with the cursor in it', async () => {
    const { take, user } = await openChats()
    await take('Hélène')
    await user.keyboard('/note{Enter}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }))
    await user.click(composer())
    await user.keyboard('/hand{Enter}')
    await settle()
    expect(document.activeElement?.textContent).toBe('Hand this chat on')
    await user.keyboard('{Escape}')
    await settle()
    expect(screen.queryByText('Hand this chat on')).toBeNull()
    expect(document.activeElement).toBe(composer())
  })

  it('keeps a picture that was pasted until the agent sends it, or leaves it out', async () => {
    const { take, user, chatWire } = await openChats()
    const id = await take('Hélène')
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const picture = new File([png], 'a.png', { type: 'image/png' })
    composer().focus()
    await user.paste({ files: [picture], types: ['Files'], getData: () => '' } as unknown as DataTransfer)
    await settle()
    expect(chatWire.said(id)).toEqual([])
    expect(
      within(screen.getByRole('list', { name: 'Files that go with the message' })).getByText('a.png'),
    ).toBeTruthy()
    await user.keyboard('{Enter}')
    await settle()
    expect(chatWire.said(id)).toEqual(['me: file'])
    expect(screen.queryByRole('list', { name: 'Files that go with the message' })).toBeNull()
  })

  it('says aloud what was pasted, and that it is not kept as the text is', async () => {
    const { take, user } = await openChats('fr')
    await take('Hélène')
    const status = () =>
      [...document.querySelectorAll('.composer > [role=status]')].map(({ textContent }) => textContent)
    expect(status()).toEqual([''])
    const picture = new File([new Uint8Array([1])], 'a.png', { type: 'image/png' })
    composer().focus()
    await user.paste({ files: [picture], types: ['Files'], getData: () => '' } as unknown as DataTransfer)
    await settle()
    expect(status()[0]).toMatch(/^1 fichier partira avec le prochain message.*perdu à la fermeture du poste/)
  })

  it('keeps a private note that was begun while the agent answers somebody else', async () => {
    const { take, user, chatWire } = await openChats()
    const people = { colleagues: [], queues: ['Benefits'] }
    chatWire.chat.people = () => Promise.resolve(ok(people))
    await take('Hélène')
    await user.keyboard('/hand{Enter}')
    await settle()
    await user.click(screen.getByRole('radio', { name: 'Everybody in Benefits' }))
    await user.click(screen.getByRole('textbox', { name: 'Note for them alone' }))
    await user.keyboard('She has waited three weeks')
    await take('Daniel')
    await user.keyboard('{Control>}1{/Control}')
    await settle()
    await user.click(screen.getByRole('button', { name: 'Ask them' }))
    await settle()
    expect(chatWire.asked.at(-1)).toBe('hand on queue She has waited three weeks false')
    expect(screen.queryByRole('textbox', { name: 'Note for them alone' })).toBeNull()
  })

  it('shows what the agent has just written, however far back they were reading', async () => {
    const { take, says, user } = await openChats()
    await take('Hélène')
    Object.defineProperties(log(), { scrollHeight: { value: 1000 }, clientHeight: { value: 100 } })
    log().scrollTop = 300
    fireEvent.scroll(log())
    await says('Hélène', 'Allô?')
    expect(screen.getByRole('button', { name: '1 new message below' })).toBeTruthy()
    await user.click(composer())
    await user.keyboard('Yes{Enter}')
    await settle()
    expect(screen.queryByRole('button', { name: '1 new message below' })).toBeNull()
    expect(log().scrollTop).toBe(1000)
  })

  it('leaves the focus on a file that was fetched', async () => {
    const { take, user, chatWire } = await openChats()
    const conversation = await take('Hélène')
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    chatWire.chat.fetchFile = () => Promise.resolve(ok(bytes))
    const file = { url: 'https://files.invalid/a', name: 'a.png', type: undefined, size: undefined }
    const from = { role: 'customer', name: 'Hélène' } as const
    const id = asMessageId('a file')
    act(() =>
      chatWire.tell({
        ...{ kind: 'messages-arrived', conversation },
        messages: [{ id, conversation, from, at: 0, archived: 'a', body: { kind: 'file', file } }],
      }),
    )
    await settle()
    screen.getByRole('button', { name: 'Fetch and show – a.png' }).focus()
    await user.keyboard('{Enter}')
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save – a.png' }))
  })

  it('goes on while there is no link: what is sent waits, is counted, and leaves in order', async () => {
    const { take, user, cut, back, chatWire } = await openChats('fr')
    const id = await take('Hélène')
    await cut()
    await user.keyboard('un{Enter}')
    await settle()
    await user.keyboard('deux{Enter}')
    await settle()
    expect(within(log()).getAllByText('En attente, enregistré ici')).toHaveLength(2)
    expect(screen.getByRole('button', { name: /Clavardage hors ligne 2 en attente/ })).toBeTruthy()
    expect(screen.getByText(/Le client lit que votre connexion est interrompue/)).toBeTruthy()
    await back()
    expect(chatWire.said(id)).toEqual(['me: un', 'me: deux'])
    expect(screen.queryByText(/hors ligne/)).toBeNull()
  })

  it('ends at its heading, with the outcomes of a chat and the note still under the hand', async () => {
    const { take, user } = await openChats('fr')
    await take('Hélène')
    await user.keyboard('/end{Enter}')
    await settle()
    await screen.findByText('Clavardage terminé')
    expect(document.activeElement).toBe(heading())
    const outcomes = within(screen.getByRole('radiogroup', { name: /issue/ }))
    expect(outcomes.getAllByRole('radio')).toHaveLength(5)
    expect(screen.queryByRole('radio', { name: 'Faux numéro' })).toBeNull()
    await user.click(await screen.findByRole('radio', { name: 'Résolu' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer et fermer' }))
    await settle()
    const history = screen.getByRole('region', { name: 'Vos appels et conversations récents' })
    expect(within(history).getByRole('listitem').textContent).toMatch(/^HélèneRésoluClavardage/)
  })
})
