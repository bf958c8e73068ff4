import type { Context } from 'hono';
import type { Outcome } from './outcome';
import { refusals } from './refusals';

/** An uploaded image; `bytes` as received. */
export type Logo = { readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Reads the `file` of a multipart upload. Errors: 400 `request_body_invalid` when it is missing or not a file. */
export const readLogo = async (c: Context): Promise<Outcome<Logo>> => {
  let file: unknown;
  try {
    file = (await c.req.formData()).get('file');
  } catch {
    return refusals.bodyInvalid();
  }
  if (!(file instanceof File)) return refusals.bodyInvalid();
  return { ok: true, value: { contentType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) } };
};
