import type { Page } from '@playwright/test';

/**
 * Everything that a page keeps, as one text: every record of every IndexedDB (whose blocks may be compressed on disk), caches, local and
 * session storage, cookies. Bytes read as Latin-1.
 *
 * @param planted written into an IndexedDB of its own first and taken away again, so that the look is seen to find it.
 */
export function storedByPage(window: Page, planted: string): Promise<string> {
  return window.evaluate(async (text) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const own = indexedDB.open(text);
    own.onupgradeneeded = () => own.result.createObjectStore('any', { autoIncrement: true });
    const db = await done(own);
    await done(
      db
        .transaction('any', 'readwrite')
        .objectStore('any')
        .add({ bytes: new TextEncoder().encode(text) }),
    );
    db.close();

    const parts: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name = '' } of await indexedDB.databases()) {
      const held = await done(indexedDB.open(name));
      for (const store of held.objectStoreNames) {
        const read = held.transaction(store).objectStore(store);
        parts.push(await done(read.getAllKeys()), await done(read.getAll()));
      }
      held.close();
    }
    if ('caches' in globalThis)
      for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys())
          parts.push(request.url, await (await caches.match(request))?.text());
    await done(indexedDB.deleteDatabase(text));
    return JSON.stringify(parts, (_, value: unknown) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder('latin1').decode(value as ArrayBuffer)
        : value,
    );
  }, planted);
}
