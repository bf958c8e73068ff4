import { RelativeTime, relativeText } from '@renderer/ui/marks/relative-time';
import { isProvisional } from '@shared/domain/ids';
import { t } from '@shared/language/t';

const notYet = t('not yet');

interface ServiceTimeProps {
  readonly record: { readonly id: string };
  /** A time that the service gave, ms. */
  readonly at: number;
  /** Instead of a time, while the record is staged only. */
  readonly staged?: string;
  readonly ago?: boolean;
}

/** A time that a record has from the service: one that is only staged has none, whatever moment it was staged at. */
export function ServiceTime({ record, at, staged = notYet, ago = false }: ServiceTimeProps) {
  return isProvisional(record.id) ? <span>{staged}</span> : <RelativeTime at={at} ago={ago} />;
}

/** The same as plain text. */
export function serviceTimeText({ id }: ServiceTimeProps['record'], at: number): string {
  return isProvisional(id) ? notYet : relativeText(at);
}
