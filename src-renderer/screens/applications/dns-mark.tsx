import { StateMark } from '@renderer/ui/marks/state-mark';
import { wordIn } from '@shared/domain/kinds/word-in';
import type { DnsState } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

const words: Readonly<Record<string, string>> = {
  not_started: t('DNS not set up'),
  in_progress: t('DNS in part'),
};

/** What is left to do at the DNS of a domain; nothing where it is done, or where there is none. */
export function DnsMark({ dns, compact = false }: { readonly dns: DnsState; readonly compact?: boolean }) {
  if (dns === '' || dns === 'complete') return null;
  return (
    <StateMark kind="unverified" word={wordIn(words, dns) ?? t('DNS: {dns}', { dns })} compact={compact} />
  );
}
