import { useList } from '@renderer/bridge/use-list';
import { useRecord } from '@renderer/bridge/use-record';
import { stagedImage } from '@renderer/screens/applications/staged-image';
import { applicationLook } from '@renderer/screens/branding/application-look';
import { useWorkspace } from '@renderer/state/use-session';
import { plainBrand, type SampleBrand } from './sample-people';

/** Whom people take a message to be from: the application of a template, or the workspace's own ('') where it is known; null while it is on its way. */
export function useSampleBrand(applicationId: string): SampleBrand | null {
  const workspace = useWorkspace()?.name ?? '';
  const list = useList('application', applicationId === '' ? { limit: 1 } : null);
  const own = list.rows?.[0];
  const theirs = useRecord('application', applicationId === '' ? (own?.id ?? null) : applicationId);
  const { record: application, openIntents, failure } = theirs;
  const asked = applicationId !== '' || own !== undefined;
  const awaited = asked ? application === undefined && !failure : list.rows === undefined && !list.failure;
  if (awaited) return null;
  if (!application) return { ...plainBrand, name: workspace };
  const { name, primary, logo } = applicationLook(application, stagedImage(openIntents, 'logo') ?? '');
  return { name, color: primary, domain: application.domain || plainBrand.domain, logo };
}
