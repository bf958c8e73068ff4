import { type LaunchedApp, type LaunchOptions, launchApp as launch } from '../../qa-kit/launch-app';
import { temporaryFolder } from './temporary-folder';

export type { LaunchedApp } from '../../qa-kit/launch-app';

/** Starts the built app as the QA kit does, on a fresh profile unless one is given. */
export async function launchApp(
  options: Omit<LaunchOptions, 'userData'> & Partial<Pick<LaunchOptions, 'userData'>> = {},
): Promise<LaunchedApp> {
  return launch({ ...options, userData: options.userData ?? (await temporaryFolder('profile')) });
}
