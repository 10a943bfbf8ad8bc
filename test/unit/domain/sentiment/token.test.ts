import { describe, expect, it } from 'vitest'

import { readableEnd, tokensOf } from '../../../../renderer/domain/sentiment/token.ts'

const words = (text: string): readonly string[] => tokensOf(text).map(({ word }) => word)

describe('the tokens of an utterance', () => {
  it('part French elisions, and leave English contractions whole', () => {
    expect(words("j’aime l'accueil")).toEqual(["j'", 'aime', "l'", 'accueil'])
    expect(words("I don't, aujourd'hui")).toEqual(['i', "don't", ',', "aujourd'hui"])
  })

  it('have their place in the text as it was given', () => {
    const text = 'Merci 👍🏽, l’ANGE !'
    expect(tokensOf(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Merci',
      '👍🏽',
      ',',
      'l’',
      'ANGE',
      '!',
    ])
  })

  it('know emoji whatever the colour of their skin, and faces of signs', () => {
    expect(words('👍🏽 👍 :( <3')).toEqual(['👍', '👍', ':(', '<3'])
  })

  it('know what is shouted and what is drawn out', () => {
    const [shouted, drawnOut] = tokensOf('NEVER soooo')
    expect(shouted).toMatchObject({ word: 'never', shouted: true, drawnOut: false })
    expect(drawnOut).toMatchObject({ word: 'soooo', shouted: false, drawnOut: true })
  })

  it('keep counts apart from words, and say nothing of addresses', () => {
    const kinds = tokensOf('4e fois, 3rd time: https://example.org/great').map(({ kind, word }) => [
      kind,
      word,
    ])
    expect(kinds).toEqual([
      ['number', '4e'],
      ['word', 'fois'],
      ['mark', ','],
      ['number', '3rd'],
      ['word', 'time'],
      ['mark', ':'],
      ['link', ''],
    ])
  })

  it('end before a pair of surrogates that the limit would part', () => {
    expect(readableEnd('ab😡', 3)).toBe(2)
    expect(readableEnd('ab😡', 4)).toBe(4)
    expect(readableEnd('ab\ud83d', 3)).toBe(3)
  })
})
