/** An address as it stands among other things. */
const address = /[^\s<>"'“”„(),;:]+@[^\s<>"'“”„(),;:?]*[^\s<>"'“”„(),;:?.]/u;
/** An id as it stands in a link of the service's dashboard, or in a log. */
const id = /\b[a-z]{2,12}_[A-Za-z0-9]{20,}\b/;
/** What stands around a name that was pasted. */
const around = /^[\s<>"'“”„(),;]+|[\s<>"'“”„(),;]+$/gu;

/**
 * What is meant by what was typed or pasted: the address of `Ada Byron <ada@acme.io>` or `mailto:ada@acme.io`, the id in a link or a line of a
 * log, a name without its quotes. Pure.
 */
export function needleOf(typed: string): string {
  const text = typed.trim();
  return address.exec(text)?.[0] ?? id.exec(text)?.[0] ?? (text.replace(around, '') || text);
}

/** A name the other way round, as lists have it: `Byron, Ada` and `Byron Ada` are Ada Byron; '' for what is no such name. Pure. */
export function turnedName(text: string): string {
  const [last = '', first = '', ...more] = text.includes(',') ? text.split(',') : text.split(/\s+/u);
  const turned = `${first.trim()} ${last.trim()}`;
  return more.length > 0 || first.trim() === '' || last.trim() === '' || /[@_]/.test(text) ? '' : turned;
}
