import { Fragment, type ReactNode } from 'react';

/** Where an address may go on in the next line: behind what parts it. */
const seams = /(?<=[/?&=@.-])(?=[^/?&=@.-])/;

/** An address of some length, so that a line ends at one of its parts and not in a word; what else is drawn, as it is. */
export function breakable(value: ReactNode): ReactNode {
  if (typeof value !== 'string' || value.length < 20 || value.includes(' ')) return value;
  return value.split(seams).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text stay where they are
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
