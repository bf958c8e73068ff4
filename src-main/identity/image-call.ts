import type { JsonValue } from '@shared/domain/json';
import type { ApiCall } from './api-call';

const dataUri = /^data:(image\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=\s]+)$/i;

/**
 * The upload of an image staged as a `data:` URI with base64, or its removal ('') (spec: `UploadOrganizationLogo`,
 * `SetUserProfileImage`, `PlatformUploadApplicationLogo`); null for anything else.
 */
export function imageCall(path: string, method: 'POST' | 'PUT', value: JsonValue): ApiCall | null {
  if (value === '') return { method: 'DELETE', path };
  const [, type, base64] = (typeof value === 'string' && dataUri.exec(value)) || [];
  if (type === undefined || base64 === undefined) return null;
  const form = new FormData();
  const extension = type === 'image/x-icon' ? 'ico' : type.slice('image/'.length).replace(/\+.*$/, '');
  form.append('file', new Blob([Buffer.from(base64, 'base64')], { type }), `image.${extension}`);
  return { method, path, form };
}
