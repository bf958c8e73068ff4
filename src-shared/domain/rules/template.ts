import { t } from '../../language/t';
import type { JsonValue } from '../json';
import { bodyLock } from '../models/template';
import type { RemoteRecord } from '../records/record-map';
import { type Rules, readOnly } from './rules';
import { reject } from './validation';

/** Whether a text names a variable, in whatever expression: `{{otp_code}}`, `{{#if otp_code}}`. */
export const holds = (text: string, variable: string): boolean =>
  (text.match(/\{\{[^{}]*\}\}/g) ?? []).some((tag) => tag.split(/[^\w.]+/).includes(variable));

const ofEmails: ReadonlySet<string> = new Set(['subject', 'fromEmailName', 'replyToEmailName', 'markup']);

/** Why a value cannot be staged, as a sentence; null when it can. */
export function templateFault(record: RemoteRecord, path: string, value: JsonValue): string | null {
  if (!('requiredVariables' in record)) return null;
  const text = String(value);
  if (record.type === 'sms' && ofEmails.has(path)) return t('A text message has a text only.');
  if (path === 'fromEmailName' || path === 'replyToEmailName')
    return /^[A-Za-z0-9._+-]*$/.test(text)
      ? null
      : t('"{text}" must be the part of an address before the @: hello, and not hello@acme.com.', { text });
  if (path !== 'body') return null;
  const locked = bodyLock(record);
  if (locked !== null) return locked;
  const missing = record.requiredVariables.filter((variable) => !holds(text, variable));
  return missing.length === 0
    ? null
    : t('{template} must hold {variables}.', {
        template: record.name,
        variables: missing.map((variable) => `{{${variable}}}`).join(', '),
      });
}

/** Source: spec, `PUT /templates/{template_type}/{slug}` and `Template.required_variables`. */
export const template: Rules = {
  ...readOnly(1),
  against: (record, path, value) => {
    const wrong = templateFault(record, path, value);
    return wrong === null ? null : reject('invalid-input', wrong, t('Correct it and stage again.'));
  },
};
