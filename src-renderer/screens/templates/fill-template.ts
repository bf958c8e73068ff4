import { parse } from '@handlebars/parser';

/** What a template is filled with: `app.name` is the value `name` inside of `app`. */
export interface Sample {
  readonly [name: string]: string | boolean | Sample;
}

type Value = string | boolean | Sample | undefined;

/** A part of a parsed template, as far as previews need it (types of the parser leave most of it open). */
interface Part {
  readonly type: string;
  readonly value?: string;
  readonly original?: string | number | boolean;
  readonly escaped?: boolean;
  readonly path?: Part;
  readonly name?: Part;
  readonly params?: readonly Part[];
  readonly program?: { readonly body: readonly Part[] };
  readonly inverse?: { readonly body: readonly Part[] };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/**
 * A template with its variables filled in. Handlebars itself compiles templates to code, which the window's policy forbids (and which
 * words of somebody else should never become): its own parser reads them here, and this walks what it read. Throws what the parser
 * says of a template that is none.
 */
export function fillTemplate(text: string, sample: Sample, as: 'html' | 'text' = 'html'): string {
  const said = (value: Value): string => (typeof value === 'string' ? value : '');
  const read = (part: Part | undefined): Value => {
    if (part === undefined) return undefined;
    if (part.type !== 'PathExpression') return String(part.value ?? part.original ?? '');
    return lookUp(sample, String(part.original ?? ''));
  };
  const walk = (parts: readonly Part[]): string => parts.map(filled).join('');
  const filled = (part: Part): string => {
    switch (part.type) {
      case 'ContentStatement':
        return part.value ?? '';
      case 'MustacheStatement': {
        const value = said(read(part.path));
        return part.escaped && as === 'html' ? escaped(value) : value;
      }
      case 'PartialStatement':
        return said(lookUp(sample, `partials.${String(part.name?.original ?? '')}`));
      case 'BlockStatement': {
        const [asked] = part.params ?? [];
        const holds = Boolean(read(asked ?? part.path));
        const chosen = (part.path?.original === 'unless' ? !holds : holds) ? part.program : part.inverse;
        return walk(chosen?.body ?? []);
      }
      default:
        return '';
    }
  };
  return walk(parse(text).body as unknown as readonly Part[]);
}

function lookUp(sample: Sample, path: string): Value {
  let value: Value = sample;
  for (const key of path.split('.'))
    value = typeof value === 'object' && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}
