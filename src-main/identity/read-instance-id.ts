import type { RemoteResult } from '@shared/domain/remote-failure';
import { z } from 'zod';
import type { CallApi } from './call-api';
import { strangeAnswer } from './strange-answer';

/** Spec: `components.schemas.Instance`. */
const Instance = z.object({ id: z.string().min(1) });

/** The id of the instance that the key belongs to. */
export async function readInstanceId(callApi: CallApi, signal?: AbortSignal): Promise<RemoteResult<string>> {
  const answer = await callApi({ method: 'GET', path: '/instance' }, signal);
  if (!answer.ok) return answer;
  const decoded = Instance.safeParse(answer.value).data;
  return decoded === undefined ? strangeAnswer(false) : { ...answer, value: decoded.id };
}
