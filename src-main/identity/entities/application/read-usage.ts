import { RecordId } from '@shared/domain/ids';
import { z } from 'zod';
import { apiPath } from '../../api-call';
import type { CallApi } from '../../call-api';
import type { PushPort } from '../../identity-port';
import { strangeAnswer } from '../../strange-answer';
import { recordReader } from '../record-reader';
import { readAs } from './read-application-details';

const reader = recordReader('usageReading', {
  properties: {
    id: z.string().optional(),
    application_id: z.string(),
    period_start: z.string(),
    period_end: z.string(),
  },
  read: (wired) => ({
    applicationId: wired.application_id,
    periodStart: Date.parse(wired.period_start) || 0,
    periodEnd: Date.parse(wired.period_end) || 0,
  }),
});

/** What an application used in the billing period that runs, as a reading of the day of `at` (ms), in UTC. */
export const createReadUsage =
  (callApi: CallApi): NonNullable<PushPort['readUsage']> =>
  async ({ id, name, instanceId }, at, signal) => {
    const path = apiPath`/platform/applications/${id}/instances/${instanceId}/usage`;
    const answer = await readAs(callApi, path, reader.schema, signal);
    if (!answer.ok) return answer;
    const told = reader.read(answer.value);
    if (told.applicationId !== id) return strangeAnswer(false);
    const day = new Date(at).toISOString().slice(0, 10);
    const ids = { id: RecordId.parse(`${id}/${day}`), applicationName: name, day, readAt: at };
    return { ...answer, value: { ...told, ...ids, createdAt: Date.parse(day) } };
  };
