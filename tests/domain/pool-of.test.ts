import { peoplesCopies } from '@shared/contract/pool-of';
import { WorkspaceId } from '@shared/domain/ids';
import { expect, test } from 'vitest';

const workspaceId = WorkspaceId.parse('campus');
type Environment = 'production' | 'development';

const copy = (id: string, applicationId: string, environment: Environment, instance?: Environment) => ({
  id,
  environment,
  platform: { workspaceId, applicationId, ...(instance && { instance: { id, environment: instance } }) },
});

test('of an application whose production is copied, the copy of its development is not asked about its people', () => {
  const all = [
    copy('dev', 'app_1', 'production', 'development'),
    copy('prod', 'app_1', 'production', 'production'),
    copy('older dev', 'app_2', 'development'),
    copy('older', 'app_3', 'production'),
    copy('dev later', 'app_3', 'development'),
  ];
  expect(peoplesCopies(all, (one) => one).map(({ id }) => id)).toEqual(['prod', 'older dev', 'older']);
});
