/** A change of a text, and what it was. */
export interface Tampered {
  readonly what: string;
  readonly text: string;
}

const next = (char: string): string =>
  /[0-8a-yA-Y]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 1) : char === 'x' ? 'y' : 'x';

const written = (of: unknown): string => `${JSON.stringify(of, null, 1)}\n`;

/**
 * Every one change of a text of JSON: each character another one; and at each ninth place, since that is dear to try everywhere, one left out,
 * one doubled, the text cut off; each line and each key twice; and the text as a whole spelled in other ways.
 */
export function* tampered(text: string): Generator<Tampered> {
  const told = (at: number, how: string, to: string): Tampered => ({
    what: `${how} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`,
    text: to,
  });
  for (let at = 0; at < text.length; at++) {
    const [before, char, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
    yield told(at, 'another character', before + next(char) + after);
    if (at % 9 !== 0) continue;
    yield told(at, 'one left out', before + after);
    yield told(at, 'one doubled', before + char + char + after);
    yield told(at, 'cut off', before);
  }
  for (const { index } of text.matchAll(/"[^"\n]*": /g)) {
    const key = /^"[^"\n]*": /.exec(text.slice(index))?.[0] ?? '';
    const at = `${text.slice(0, index)}${key}null, ${text.slice(index)}`;
    yield told(index, 'a key twice', at);
    for (const more of ['"another": 1, ', '"__proto__": {"a": 1}, '])
      yield told(
        index,
        `${more} written like all else`,
        written(JSON.parse(text.slice(0, index) + more + text.slice(index))),
      );
    yield told(index, 'a blank', `${text.slice(0, index)} ${text.slice(index)}`);
  }
  const value = JSON.parse(text) as Record<string, unknown>;
  const whole = (what: string, to: string): Tampered => ({ what, text: to });
  yield whole('a byte-order mark', `\uFEFF${text}`);
  yield whole('lines as Windows ends them', text.replaceAll('\n', '\r\n'));
  yield whole('no line at its end', text.trimEnd());
  yield whole('a second one behind it', text + text);
  yield whole('another indent', `${JSON.stringify(value, null, 2)}\n`);
  yield whole('a signature more', written({ ...value, signatures: [value.signature] }));
  yield whole('in a list', written([value]));
  yield whole(
    'escaped',
    text.replace(/[a-z]/, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** What of all that passes, where nothing may. @param isBelieved of a text */
export function passing(text: string, isBelieved: (text: string) => boolean): readonly string[] {
  if (!isBelieved(text)) return ['the text as it was written does not pass itself'];
  return [...tampered(text)].flatMap(({ what, text: to }) => (to !== text && isBelieved(to) ? [what] : []));
}
