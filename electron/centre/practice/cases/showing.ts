/** What a record says of one of its fields; `undefined` for a field that it does not have. */
export type FieldLookup = (name: string) => unknown

/** Another record, as RT names it in an answer: `{"type":"user","id":"ada","_url":"…"}`. */
export class Reference {
  readonly type: string
  readonly id: string
  readonly field: FieldLookup
  /** What else stands beside the three. */
  readonly more: object

  constructor(
    type: string,
    id: string | number,
    { field = () => undefined, more = {} }: ReferenceParts = {},
  ) {
    this.type = type
    this.id = String(id)
    this.field = field
    this.more = more
  }
}

interface ReferenceParts {
  readonly field?: FieldLookup
  readonly more?: object
}

/** How an answer is written down. */
export interface Showing {
  /** `http://127.0.0.1:PORT/SECRET/REST/2.0` */
  readonly base: string
  /** Its `fields[Queue]=Name` asks for fields of what is referred to. */
  readonly query: URLSearchParams
}

/** Turns references into what goes over the wire, with the fields that the query asks for at that path. */
export function shown(value: unknown, path: string, showing: Showing): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => shown(one, path, showing))
  if (!(value instanceof Reference)) return value
  const { type, id, field, more } = value
  const asked = namesIn(showing.query.get(path))
  return {
    ...{ type, id, _url: `${showing.base}/${type}/${id}`, ...more },
    ...Object.fromEntries(asked.map((name) => [name, shown(field(name) ?? '', `${path}[${name}]`, showing)])),
  }
}

/** A whole record: the named fields, in full. */
export const shownFields = (names: readonly string[], field: FieldLookup, showing: Showing): object =>
  Object.fromEntries(names.map((name) => [name, shown(field(name) ?? null, `fields[${name}]`, showing)]))

/** One record of a list, with the fields that the query asks for; one that it does not have is an empty text. */
export function shownItem(item: Reference, showing: Showing): object {
  const asked = namesIn(showing.query.get('fields'))
  const fields = asked.map((name): [string, unknown] => [
    name,
    shown(item.field(name) ?? '', `fields[${name}]`, showing),
  ])
  return { ...(shown(item, '', showing) as object), ...Object.fromEntries<unknown>(fields) }
}

/** Most fields that a query may ask for at one place. */
const mostNames = 100

const namesIn = (list: string | null): readonly string[] =>
  (list ?? '').split(',').filter(Boolean).slice(0, mostNames)

/** How one field of a record is read. */
export type Columns<One> = Readonly<Record<string, (record: One) => unknown>>

/** Looks a field up in a table; `constructor` is a name like any other. */
export const lookupIn =
  <One>(columns: Columns<One>, record: One): FieldLookup =>
  (name) =>
    Object.hasOwn(columns, name) ? columns[name]?.(record) : undefined
