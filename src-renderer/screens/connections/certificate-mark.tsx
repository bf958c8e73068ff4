import { TonedMark } from '@renderer/ui/marks/toned-mark';
import { useNow } from '@renderer/ui/marks/use-now';
import { certificateLife } from '@shared/domain/figures/certificate';
import { ShieldAlert, ShieldCheck, ShieldX } from 'lucide-react';
import { certificateText } from './certificate-text';

const looks = {
  expired: { tone: 'critical', icon: <ShieldX size={13} aria-hidden /> },
  soon: { tone: 'warning', icon: <ShieldAlert size={13} aria-hidden /> },
  good: { tone: 'quiet', icon: <ShieldCheck size={13} aria-hidden /> },
} as const;

/** How long a connection's certificate goes on; from 30 days before its end it is marked. */
export function CertificateMark({ expiresAt }: { readonly expiresAt: number }) {
  const now = useNow(60_000);
  const life = certificateLife(expiresAt, now);
  return life === null ? '–' : <TonedMark {...looks[life.state]} word={certificateText(expiresAt, now)} />;
}
