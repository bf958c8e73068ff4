const dataUri = /^data:(image\/[a-z0-9.+-]+);base64,([A-Za-z0-9+/=\s]+)$/i;

/** The upload of a logo staged as a `data:` URI with base64 (spec: `UploadOrganizationLogo`); null for anything else. */
export function logoForm(uri: string): FormData | null {
  const [, type, base64] = dataUri.exec(uri) ?? [];
  if (type === undefined || base64 === undefined) return null;
  const form = new FormData();
  const extension = type.slice('image/'.length).replace(/\+.*$/, '');
  form.append('file', new Blob([Buffer.from(base64, 'base64')], { type }), `logo.${extension}`);
  return form;
}
