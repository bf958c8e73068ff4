import { useList } from '@renderer/bridge/use-list';
import { useRecord } from '@renderer/bridge/use-record';
import { stagedImage } from '@renderer/screens/applications/staged-image';
import { applicationLook } from '@renderer/screens/branding/application-look';
import { useWorkspace } from '@renderer/state/use-session';
import { plainBrand, type SampleBrand } from './sample-people';

/** Whom people take a message to be from: the application of a template, or the workspace's own ('') where it is known. */
export function useSampleBrand(applicationId: string): SampleBrand {
  const workspace = useWorkspace()?.name ?? '';
  const own = useList('application', applicationId === '' ? { limit: 1 } : null).rows?.[0];
  const theirs = useRecord('application', applicationId === '' ? (own?.id ?? null) : applicationId);
  const { record: application, openIntents } = theirs;
  if (!application) return { ...plainBrand, name: workspace };
  const { name, primary, logo } = applicationLook(application, stagedImage(openIntents, 'logo') ?? '');
  return { name, color: primary, domain: application.domain || plainBrand.domain, logo };
}
