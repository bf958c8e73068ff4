import { choicesOf } from '@renderer/fields/create-fields';
import { TonedMark } from '@renderer/ui/marks/toned-mark';
import { wordIn } from '@shared/domain/kinds/word-in';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { CircleCheck, CircleDashed, CircleHelp, CircleX, Clock } from 'lucide-react';

const looks = {
  none: { tone: 'quiet', icon: <CircleDashed size={13} aria-hidden /> },
  pending: { tone: 'quiet', icon: <Clock size={13} aria-hidden /> },
  success: { tone: 'quiet', icon: <CircleCheck size={13} aria-hidden /> },
  failed: { tone: 'warning', icon: <CircleX size={13} aria-hidden /> },
} as const;
/** Of a word that only the service knows. */
const other = { tone: 'unverified', icon: <CircleHelp size={13} aria-hidden /> } as const;

/** How the last test of signing in with a connection's provider ended. */
export function testWord({ lastTest }: Pick<StoredRecord<'enterpriseConnection'>, 'lastTest'>): string {
  return (
    choicesOf('enterpriseConnection', 'lastTest').find(({ value }) => value === (lastTest || 'none'))
      ?.label ??
    lastTest ??
    ''
  );
}

export function TestMark({ record }: { readonly record: StoredRecord<'enterpriseConnection'> }) {
  return (
    <TonedMark
      {...(wordIn<typeof other | (typeof looks)[keyof typeof looks]>(looks, record.lastTest || 'none') ??
        other)}
      word={testWord(record)}
    />
  );
}
