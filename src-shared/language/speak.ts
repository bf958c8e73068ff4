import { gather } from '../gather';
import type { Spoken } from './language';

/** Texts of a language by their English source; those of a sense by `sense|source`. */
export type Catalog = Readonly<Record<string, string>>;

interface Speech {
  readonly language: Spoken;
  readonly catalog: Catalog;
}

let speech: Speech = { language: 'en', catalog: {} };
let sources: ReadonlyMap<string, readonly string[]> | null = null;
let numbers: Intl.NumberFormat | null = null;

/**
 * Sets what this process speaks: once, before the modules with texts are loaded, as tables of texts are made when their modules
 * are. English needs no catalog.
 */
export function speak(language: Spoken, catalog: Catalog = {}): void {
  speech = { language, catalog };
  numbers = null;
  sources = null;
}

/** Numbers in sentences are written as the system writes them, where a process knows how. */
export function writeNumbersAs(format: Intl.NumberFormat): void {
  numbers = format;
}

export const spoken = (): Spoken => speech.language;

/** The language whose rules of plural hold. */
export const pluralLanguage = (): string => (speech.language === 'pseudo' ? 'en' : speech.language);

export const numberFormatInUse = (): Intl.NumberFormat => {
  numbers ??= new Intl.NumberFormat(systemOr(pluralLanguage()));
  return numbers;
};

/** As the system writes the language, where it speaks that. */
function systemOr(language: string): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return locale.split('-')[0] === language ? locale : language;
}

/** The text of a message in the language spoken; its source where nobody translated it. */
export const textFor = (key: string, source: string): string => speech.catalog[key] || source;

/** The English sources of a text of the language spoken; none where it is none, or English itself. */
export function sourcesOf(text: string): readonly string[] {
  sources ??= sourcesByText(speech.catalog);
  return sources.get(text) ?? [];
}

function sourcesByText(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [key, text] of Object.entries(catalog)) gather(found, text, key.slice(key.lastIndexOf('|') + 1));
  return found;
}
