import { choicesOf } from '@renderer/fields/create-fields';
import { TonedMark } from '@renderer/ui/marks/toned-mark';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { CircleCheck, CircleDashed, CircleX, Clock } from 'lucide-react';

const looks = {
  none: { tone: 'quiet', icon: <CircleDashed size={13} aria-hidden /> },
  pending: { tone: 'quiet', icon: <Clock size={13} aria-hidden /> },
  success: { tone: 'quiet', icon: <CircleCheck size={13} aria-hidden /> },
  failed: { tone: 'refused', icon: <CircleX size={13} aria-hidden /> },
} as const;

/** How the last test of signing in with a connection's provider ended. */
export function testWord({
  lastTest = 'none',
}: Pick<StoredRecord<'enterpriseConnection'>, 'lastTest'>): string {
  return (
    choicesOf('enterpriseConnection', 'lastTest').find(({ value }) => value === lastTest)?.label ?? lastTest
  );
}

export function TestMark({ record }: { readonly record: StoredRecord<'enterpriseConnection'> }) {
  return <TonedMark {...(looks[record.lastTest ?? 'none'] ?? looks.none)} word={testWord(record)} />;
}
