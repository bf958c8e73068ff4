import { X509Certificate } from 'node:crypto';

/** Ends of a certificate's validity, ms; null without one. */
export interface Validity {
  readonly idp_certificate_issued_at: number | null;
  readonly idp_certificate_expires_at: number | null;
}

export const validity = ({ idp_certificate_issued_at, idp_certificate_expires_at }: Validity): Validity => ({
  idp_certificate_issued_at,
  idp_certificate_expires_at,
});

/** From when to when a certificate holds (X.509 NotBefore and NotAfter); null for what is none. */
export function validityOf(pem: string): Validity | null {
  try {
    const { validFrom, validTo } = new X509Certificate(pem);
    return {
      idp_certificate_issued_at: Date.parse(validFrom),
      idp_certificate_expires_at: Date.parse(validTo),
    };
  } catch {
    return null;
  }
}
