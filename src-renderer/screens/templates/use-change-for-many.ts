import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useOperation } from '@renderer/bridge/use-operation';
import { useTemplateFleet } from '@renderer/bridge/use-template-fleet';
import { type Draft, useDraft } from '@renderer/drafts/use-draft';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { TemplateKey } from '@shared/contract/templates';
import type { RecordId } from '@shared/domain/ids';
import type { TemplateTexts, TextField } from '@shared/domain/templates/template-texts';

/** Fields that are changed for many in the window, by type. */
export const manyFields = {
  email: ['subject', 'body'],
  sms: ['body'],
} as const satisfies Readonly<Record<TemplateKey['type'], readonly TextField[]>>;

/**
 * A change that is being typed for many: begins with one of the wordings, survives a crash, and is tried at every pause.
 *
 * @param place of the wording that it begins with
 * @param shown of whom the texts are told as they would be
 */
export function useChangeForMany(
  { type, slug }: TemplateKey,
  applicationIds: readonly RecordId[],
  { place, shown }: { readonly place: number; readonly shown: RecordId | null },
) {
  const workspace = useWorkspaceId();
  const { page } = useTemplateFleet({ type, slug, text: '', states: [] });
  const versions = page?.versions ?? [];
  const began = (versions[place] ?? versions[0])?.texts;
  const key = `${workspace}/templates/${type}/${slug}/many`;
  const drafts: Readonly<Record<'subject' | 'body', Draft>> = {
    subject: useDraft(`${key}/subject`),
    body: useDraft(`${key}/body`),
  };
  const before = { ...began } as TemplateTexts;
  const after: Partial<Record<TextField, string>> = {};
  for (const field of manyFields[type]) {
    const { value, base } = drafts[field];
    if (value === null) continue;
    // What was typed changes the wording that stood there when typing began.
    Object.assign(before, typeof base === 'string' && { [field]: base });
    after[field] = value;
  }
  const asked = { type, slug, applicationIds: [...applicationIds], before: { ...before }, after };
  const settled = useQuery({ ...asked, preview: true, ...(shown !== null && { shown }) });
  const foreseen = useFittingAnswer('changeTemplates', settled, JSON.stringify(page?.counts ?? null));
  const { run, busy, failure } = useOperation('changeTemplates');
  return {
    versions,
    /** Until it is known what stood there, nothing can be typed: it would count as a change of an empty text. */
    ready: began !== undefined,
    textOf: (field: 'subject' | 'body'): string => drafts[field].value ?? before[field] ?? '',
    change: (field: 'subject' | 'body', text: string): void =>
      drafts[field].change(text, began?.[field] ?? ''),
    typed: Object.keys(after).length > 0,
    discard: (): void => {
      for (const field of manyFields[type]) drafts[field].discard();
    },
    foreseen: began === undefined ? undefined : foreseen.value,
    fits: foreseen.fits,
    stage: () => run(asked),
    busy,
    failure,
  };
}
