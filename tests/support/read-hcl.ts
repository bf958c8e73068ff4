interface Resource {
  readonly type: string;
  readonly name: string;
  /** Values of its arguments: texts, numbers, lists of texts, `{ ref }` for what is no literal. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** Resources of a file of Terraform, read by the syntax that HashiCorp documents (HCL native syntax); throws where it would refuse. */
export function readHcl(source: string): readonly Resource[] {
  let rest = source;
  const take = (form: RegExp): string | null => {
    const found = new RegExp(`^(?:${form.source})`, 'u').exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found?.[0] ?? null;
  };
  const blanks = (): void => void take(/(?:\s|#[^\n]*)*/);
  const must = (form: RegExp): string => {
    blanks();
    const found = take(form);
    if (found === null) throw new Error(`expected ${form.source} at: ${rest.slice(0, 60)}`);
    return found;
  };
  const text = (): string => {
    must(/"/);
    let read = '';
    for (;;) {
      if (take(/"/)) return read;
      if (take(/\$\$\{/)) read += '${';
      else if (take(/%%\{/)) read += '%{';
      else if (/^[$%]\{/.test(rest)) throw new Error(`a template: ${rest.slice(0, 30)}`);
      else {
        const sign = take(/\\u[0-9a-f]{4}|\\[nrt"\\]|[^\\"\n\r]/);
        if (sign === null) throw new Error(`no sign of a text: ${rest.slice(0, 30)}`);
        read += sign.startsWith('\\') ? JSON.parse(`"${sign}"`) : sign;
      }
    }
  };
  const value = (): unknown => {
    blanks();
    if (rest.startsWith('"')) return text();
    if (take(/\[/)) {
      const items = [value()];
      must(/\]/);
      return items;
    }
    const number = take(/\d+/);
    return number === null ? { ref: must(/[a-z_][\w.]*/) } : Number(number);
  };
  const resources: Resource[] = [];
  for (blanks(); rest !== ''; blanks()) {
    must(/resource\b/);
    const [type, name] = [text(), text()];
    for (const label of [type, name])
      if (!/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(label)) throw new Error(`no identifier: ${label}`);
    must(/\{/);
    const args: Record<string, unknown> = {};
    for (blanks(); !take(/\}/); blanks()) {
      const key = must(/[a-z_]+/);
      must(/=/);
      args[key] = value();
    }
    if (resources.some((one) => one.type === type && one.name === name)) throw new Error(`twice: ${name}`);
    resources.push({ type, name, args });
  }
  return resources;
}
