import { shownItem } from './showing.ts'
import type { Reference, Showing } from './showing.ts'

const usualPage = 20
const largestPage = 100

interface Page {
  readonly size: number
  /** From 1. */
  readonly number: number
}

/** What is no number above 0 counts as not given; nobody gets more than 100. */
export function pageIn(query: URLSearchParams): Page {
  const size = naturalIn(query.get('per_page')) ?? usualPage
  return { size: Math.min(size, largestPage), number: naturalIn(query.get('page')) ?? 1 }
}

/** Digits that a double can hold with room to spare. */
const naturalIn = (text: string | null): number | undefined => {
  const number = /^\d{1,12}$/.test(text ?? '') ? Number(text) : 0
  return number > 0 ? number : undefined
}

export function pageOf<Row>(rows: readonly Row[], { size, number }: Page): readonly Row[] {
  return rows.slice((number - 1) * size, number * size)
}

/** A list whose length RT tells: tickets and people. */
export function countedList(rows: readonly Reference[], path: string, showing: Showing): object {
  const page = pageIn(showing.query)
  const pages = Math.ceil(rows.length / page.size)
  return {
    ...listed(pageOf(rows, page), page, showing),
    ...{ total: rows.length, pages },
    ...(page.number < pages && { next_page: pageAddress(page.number + 1, path, showing) }),
    ...(page.number > 1 &&
      pages > 0 && { prev_page: pageAddress(Math.min(page.number - 1, pages), path, showing) }),
  }
}

/**
 * A list whose length RT does not tell: it cuts the page first and leaves out afterwards what the agent may not see, so
 * that a page can be short, or empty, and yet not be the last one.
 */
export function uncountedList<Row>(
  rows: readonly Row[],
  shownRow: (row: Row) => Reference | undefined,
  showing: Showing,
): object {
  const page = pageIn(showing.query)
  const seen = pageOf(rows, page).flatMap((row) => shownRow(row) ?? [])
  return { ...listed(seen, page, showing), total: null, pages: null }
}

const listed = (rows: readonly Reference[], page: Page, showing: Showing) => ({
  count: rows.length,
  page: page.number,
  per_page: page.size,
  items: rows.map((row) => shownItem(row, showing)),
})

function pageAddress(page: number, path: string, { base, query }: Showing): string {
  const next = new URLSearchParams(query)
  next.delete('page')
  next.append('page', String(page))
  return `${base}${path}?${next.toString()}`
}
