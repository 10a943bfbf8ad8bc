import { Fragment } from 'react'

/** A name, or an address that may go on in the next line: before its sign, rather than anywhere. */
export const CustomerName = ({ name }: { name: string }) =>
  name.split(/(?=@)/).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
