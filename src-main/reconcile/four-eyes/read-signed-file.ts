import { failure, type Result, success } from '@shared/contract/failure';
import { type JsonObject, type JsonValue, jsonEqual } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { SignedFile } from './signed-file';
import { digestOf, fingerprintOf, isSignedBy } from './signing-key';

/** A signed file from its text; tampering is named. Nothing of it is taken before every signature fits. */
export function readSignedFile(text: string): Result<SignedFile> {
  const decoded = SignedFile.safeParse(parsedJson(text));
  if (!decoded.success)
    return tampered(t('It is no change set that Tenantry has signed, or it is cut short.'));
  const { manifest, signature, steps, verdicts } = decoded.data;
  if (!isSignedBy(manifest.publicKey, manifest, signature))
    return tampered(
      t(
        'The signature of {author} does not fit: title, ticket, author or the list of steps was changed after it was signed.',
        { author: manifest.author },
      ),
    );
  for (const [index, step] of steps.entries())
    if (digestOf(asJson(step)) !== manifest.steps[index])
      return tampered(
        t('Step {step, number} ({label}) was changed after it was signed.', {
          step: index + 1,
          label: step.label,
        }),
      );
  if (steps.length !== manifest.steps.length)
    return tampered(
      t('{count, number} steps were signed, but the file holds {held, number}.', {
        count: manifest.steps.length,
        held: steps.length,
      }),
    );
  const digest = digestOf(manifest);
  for (const { signature: own, ...verdict } of verdicts) {
    if (verdict.manifest !== digest)
      return tampered(
        t('The verdict of {reviewer} belongs to another change set.', { reviewer: verdict.reviewer }),
      );
    if (!isSignedBy(verdict.publicKey, verdict, own))
      return tampered(
        t('The verdict of {reviewer} was changed after it was signed.', { reviewer: verdict.reviewer }),
      );
    if (verdict.publicKey === manifest.publicKey)
      return tampered(
        t('The author signed the verdict as well ({publicKey}): those are two eyes, not four.', {
          publicKey: fingerprintOf(verdict.publicKey),
        }),
      );
  }
  const stray = strayFault(text, decoded.data);
  return stray === null ? success(decoded.data) : tampered(stray);
}

/** The one way in which a signed file is written: another spelling of the same is not what was signed. */
export const writtenAs = (file: unknown): string => `${JSON.stringify(file, null, 1)}\n`;

/**
 * What of a signed text was changed that no signature covers: what decoding leaves out, and how it is spelled. Null where nothing was.
 * Line ends may be another system's: files go by mail and by Git.
 */
export function strayFault(text: string, decoded: object): string | null {
  const raw = parsedJson(text) as JsonValue;
  return jsonEqual(raw, asJson(decoded))
    ? spellingFault(text.replaceAll('\r\n', '\n'), raw)
    : t('Something was added to it after it was signed.');
}

/** Why a signed text is not spelled as it was written, though its values are the same; null where it is. */
export const spellingFault = (text: string, raw: unknown): string | null =>
  writtenAs(raw) === text
    ? null
    : t('A key was doubled, or characters between its values were changed, after it was signed.');

/** What a signature covers is plain JSON by its schema. */
export const asJson = (value: object): JsonObject => value as JsonObject;

/** The text as JSON, without a byte-order mark before it; null where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** A signed file of whatever kind that is not as it was signed. */
export function tampered(why: string): Result<never> {
  return failure(
    'invalid-input',
    t('{why} Nothing was taken over.', { why }),
    t('Ask for the file anew, from its author.'),
  );
}
