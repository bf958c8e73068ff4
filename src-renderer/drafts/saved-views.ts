import { type SavedView, windowDb } from './window-db';

/** Views of a screen, in the order of saving. */
export async function listSavedViews(workspaceId: string, screen: string): Promise<readonly SavedView[]> {
  return windowDb.savedViews.where({ workspaceId, screen }).sortBy('id');
}

export async function saveView(view: Omit<SavedView, 'id'>): Promise<void> {
  await windowDb.savedViews.add(view);
}

export async function removeView(id: number): Promise<void> {
  await windowDb.savedViews.delete(id);
}
