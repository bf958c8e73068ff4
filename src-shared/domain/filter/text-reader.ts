/** Ends the reading of a text that is no filter. */
export class Unread extends Error {
  constructor(
    message: string,
    readonly next: string,
  ) {
    super(message);
  }
}

/** Operators in words, the longer ones first. */
export const wordOps = [
  'not in last',
  'in last',
  'in next',
  'not in',
  'in',
  'between',
  'contains',
  'exists',
  'absent',
  'is not empty',
  'is empty',
] as const;
type WordOp = (typeof wordOps)[number];

const path = String.raw`(?:"(?:[^"\\]|\\.)*"|[^\s=!<>()",]+)`;
const words = wordOps.map((word) => `${word.replaceAll(' ', String.raw`\s+`)}(?=[\\s()"]|$)`).join('|');
const sign = '!=|<=|>=|=|<|>';
/** `and` or `or`, and a condition behind it: there an unquoted value ends. */
const goesOn = new RegExp(
  String.raw`\s+(?:and|or)\s+(?:not\s+|\(\s*)*${path}(?:\s*(?:${sign})|\s+(?:${words}))`,
  'iy',
);
const quotedText = /"(?:[^"\\]|\\.)*"/y;

/** Reads a filter piece by piece; blanks between the pieces mean nothing. */
export class TextReader {
  #at = 0;

  constructor(private readonly text: string) {}

  ended(): boolean {
    return this.rest() === '';
  }

  rest(): string {
    return this.text.slice(this.#at).trim();
  }

  /** Passes over a word, if it stands here. */
  word(word: string): boolean {
    return this.#take(new RegExp(String.raw`\s*${word}(?=[\s(]|$)`, 'iy')) !== null;
  }

  /** The same of a bracket or a comma. */
  sign(one: ',' | '(' | ')'): boolean {
    this.#take(/\s*/y);
    if (this.text[this.#at] !== one) return false;
    this.#at += 1;
    return true;
  }

  /** The path of a field; '' where none stands. */
  path(): string {
    const read = this.#take(new RegExp(String.raw`\s*(${path})`, 'y'))?.[1] ?? '';
    return unquoted(read) ?? read;
  }

  operator(): WordOp | string | null {
    const read = this.#take(new RegExp(String.raw`\s*(${sign})|\s+(${words})`, 'iy'));
    return read?.[1] ?? read?.[2]?.toLowerCase().replace(/\s+/g, ' ') ?? null;
  }

  /** A span of time as conditions hold it: `90d`. */
  span(): string {
    const said = this.rest();
    const [, count = '', unit = ''] =
      this.#take(/\s*(\d{1,5})\s*(h|d|w)(?:ours?|ays?|eeks?)?(?=[\s)]|$)/iy) ?? [];
    if (Number(count) === 0)
      throw new Unread(`${said || 'nothing'} is no span of time`, 'Write 90d, 12h or 2w.');
    return `${Number(count)}${unit.toLowerCase()}`;
  }

  /** A value up to where it ends: one of a list, a single word, or the rest of a condition; `within` brackets the one that closes ends it. */
  value(
    bounds: 'end' | 'list' | 'word',
    within: boolean,
  ): { readonly text: string; readonly quoted: boolean } {
    this.#take(/\s*/y);
    const from = this.#at;
    const quoted = this.#quoted(bounds);
    if (quoted !== null) return { text: quoted, quoted: true };
    this.#at = from;
    for (let open = 0; this.#at < this.text.length; this.#at += 1) {
      const letter = this.text[this.#at] ?? '';
      if (letter === ')' && open === 0 && (within || bounds === 'list')) break;
      if (letter === ',' && bounds === 'list') break;
      if (/\s/.test(letter) && (bounds === 'word' || this.#matches(goesOn))) break;
      open += letter === '(' ? 1 : letter === ')' && open > 0 ? -1 : 0;
    }
    return { text: this.text.slice(from, this.#at).trim(), quoted: false };
  }

  /** A quoted text, where nothing but the end of the value follows. */
  #quoted(bounds: 'end' | 'list' | 'word'): string | null {
    const text = unquoted(this.#take(quotedText)?.[0] ?? '');
    if (text === null) return null;
    const ends = bounds === 'list' ? /\s*[,)]/y : /\s*(?:$|\)|(?:and|or)[\s(])/iy;
    return this.#matches(ends) ? text : null;
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.text);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}

/** The text inside of quotes, as JSON has them; null for anything else. */
function unquoted(text: string): string | null {
  if (!/^"[\s\S]*"$/.test(text)) return null;
  try {
    return String(JSON.parse(text));
  } catch {
    return null;
  }
}
