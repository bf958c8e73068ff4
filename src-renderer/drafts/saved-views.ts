import { type SavedView, windowDb } from './window-db';

/** Views of a screen, in the order of saving. */
export async function listSavedViews(workspaceId: string, screen: string): Promise<readonly SavedView[]> {
  return windowDb.savedViews.where({ workspaceId, screen }).sortBy('id');
}

/** Views of all screens of a workspace, in the order of saving. */
export async function listEveryView(workspaceId: string): Promise<readonly SavedView[]> {
  return windowDb.savedViews.filter((view) => view.workspaceId === workspaceId).sortBy('id');
}

export async function saveView(view: Omit<SavedView, 'id'>): Promise<void> {
  await windowDb.savedViews.add(view);
}

/** Puts a view in the place of one that is called the same. */
export async function replaceView(id: number, view: Omit<SavedView, 'id'>): Promise<void> {
  await windowDb.savedViews.put({ ...view, id });
}

export async function removeView(id: number): Promise<void> {
  await windowDb.savedViews.delete(id);
}
