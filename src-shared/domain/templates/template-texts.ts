import type { StoredRecord } from '../records/record-map';
import { fillVariables } from '../text/fill-variables';

/** The words of a template, by field: what a text message lacks is ''. */
export const textFields = [
  'name',
  'subject',
  'fromEmailName',
  'replyToEmailName',
  'body',
  'markup',
] as const satisfies readonly (keyof StoredRecord<'template'>)[];
export type TextField = (typeof textFields)[number];
export type TemplateTexts = Readonly<Record<TextField, string>>;

export const textsOf = (row: TemplateTexts): TemplateTexts =>
  Object.fromEntries(textFields.map((field) => [field, row[field]])) as Record<TextField, string>;

/** A customer's own words for variables, by name. */
export type Words = Readonly<Record<string, string>>;

/** `[[support]]`: not as the service writes its own variables, which are filled in when a message is sent. */
const mark = /\[\[\s*([^[\]\s]+)\s*\]\]/g;

/** Fields of an email whose texts are HTML: words are put into them as text, whatever signs they hold. */
const isHtml = (type: string, field: TextField): boolean =>
  type === 'email' && (field === 'body' || field === 'markup');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const wordsIn = (words: Words, html: boolean): Words =>
  html ? Object.fromEntries(Object.entries(words).map(([name, word]) => [name, asHtml(word)])) : words;

/** A text of one field with a customer's words in it, and the variables that it has none for. Pure. */
export function withWords(type: string, field: TextField, text: string, words: Words) {
  return fillVariables(text, mark, wordsIn(words, isHtml(type, field)));
}

/** Shorter words may stand anywhere by chance. */
const shortest = 3;

/**
 * A text with a customer's words taken out again, as variables, so that texts that differ by nothing else are the same. Only whole words
 * are, never a part of one; filled in again with the same words it is the text as it was. Pure.
 */
export function withoutWords(type: string, field: TextField, text: string, words: Words): string {
  const own = Object.entries(wordsIn(words, isHtml(type, field)))
    .filter(([, word]) => word.length >= shortest)
    .sort(([, a], [, b]) => b.length - a.length);
  if (own.length === 0 || text.includes('[[')) return text;
  const named = new Map(own.map(([name, word]) => [word, name] as const).reverse());
  const any = own.map(([, word]) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_.@-])(?:${any})(?![\\p{L}\\p{N}_@-])`, 'gu');
  return text.replace(whole, (word) => `[[${named.get(word) ?? ''}]]`);
}
