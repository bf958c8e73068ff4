import type { ClerkError, Refusal } from './outcome';

/** Makes a failed outcome with one error; `param` becomes `meta.param_name`. */
export const refuse = (
  status: Refusal['status'],
  code: string,
  message: string,
  longMessage: string,
  param?: string,
): { readonly ok: false; readonly refusal: Refusal } => {
  const error: ClerkError = {
    message,
    long_message: longMessage,
    code,
    ...(param === undefined ? {} : { meta: { param_name: param } }),
  };
  return { ok: false, refusal: { status, errors: [error] } };
};
