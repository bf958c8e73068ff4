interface ZoneRecord {
  /** Labels of a whole name, as they are on the wire. */
  readonly owner: readonly string[];
  readonly ttl: number;
  readonly type: string;
  readonly data: readonly string[];
}

/** A record per line, as a name server would read it (RFC 1035, section 5.1), written from the RFC; throws where it would refuse. */
export function readZone(text: string): readonly ZoneRecord[] {
  return text.split('\n').flatMap((line) => {
    const words = wordsOf(line);
    if (words.length === 0) return [];
    const [owner = '', ttl = '', kind, type = '', data = '', ...rest] = words;
    if (!/^\d+$/.test(ttl) || kind !== 'IN' || type !== 'CNAME' || data === '' || rest.length > 0)
      throw new Error(`no record: ${line}`);
    return [{ owner: labelsOf(owner), ttl: Number(ttl), type, data: labelsOf(data) }];
  });
}

/** A comment begins at a semicolon that nothing escapes; what is grouped, quoted or a directive stands in none of our lines. */
function wordsOf(line: string): readonly string[] {
  const bare = /^(?:\\[\s\S]|[^\\;])*/.exec(line)?.[0] ?? '';
  if (/^\$|["()]/.test(bare.replace(/\\[\s\S]/g, 'x'))) throw new Error(`no plain line: ${line}`);
  return bare.match(/(?:\\[\s\S]|[^\\\s])+/g) ?? [];
}

function labelsOf(name: string): readonly string[] {
  if (name === '@' || !/^(?:\\[\s\S]|[^\\])*\.$/.test(name)) throw new Error(`no whole name: ${name}`);
  const labels: string[] = [''];
  for (const [, code, sign, plain] of name.slice(0, -1).matchAll(/\\(\d{3})|\\(\D)|([\s\S])/g)) {
    if (plain === '.') labels.push('');
    else labels.push(`${labels.pop()}${code ? String.fromCharCode(Number(code)) : (sign ?? plain)}`);
  }
  if (labels.some((label) => label.length === 0 || label.length > 63)) throw new Error(`no labels: ${name}`);
  return labels.map((label) => Buffer.from(label, 'latin1').toString('utf8'));
}
