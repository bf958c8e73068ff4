import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepLanguage, readLanguage, spokenHere } from '@main/shell/language/language-setting';
import { languageFor } from '@shared/language/language';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

describe('the language of a profile', () => {
  let profile = '';
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'tenantry-language-'));
  });
  afterEach(() => rm(profile, { recursive: true }));

  it('is the system’s until one is chosen, and then that one', async () => {
    expect(readLanguage(profile)).toEqual({ language: 'system', unread: null });
    expect(await keepLanguage(profile, 'de')).toMatchObject({ ok: true });
    expect(readLanguage(profile)).toEqual({ language: 'de', unread: null });
    expect(JSON.parse(await readFile(join(profile, 'language.json'), 'utf8'))).toEqual({ language: 'de' });
  });

  it('is the system’s where the file is damaged or names one that is not spoken', async () => {
    for (const text of ['', '{', '{"language":"pseudo"}', '{"language":"fr"}', '[]']) {
      await writeFile(join(profile, 'language.json'), text);
      expect(readLanguage(profile).language).toBe('system');
    }
  });

  it('is the system’s where the disk does not give the file, which is said, until one is chosen', async () => {
    const file = join(profile, 'language.json');
    await mkdir(file);
    expect(readLanguage(profile)).toEqual({
      language: 'system',
      unread: {
        code: 'disk-error',
        message: expect.stringContaining(`Reading ${file} failed (EISDIR)`),
        next: expect.stringContaining('disk'),
      },
    });
    expect(await keepLanguage(profile, 'de')).toMatchObject({ ok: false });
    await rmdir(file);
    expect(await keepLanguage(profile, 'de')).toMatchObject({ ok: true });
    expect(readLanguage(profile)).toEqual({ language: 'de', unread: null });
  });

  it('is told as what the disk said where it cannot be kept', async () => {
    expect(await keepLanguage(join(profile, 'none'), 'de')).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('language') },
    });
  });
});

describe('what is spoken', () => {
  it('is what the start named, else what was chosen, else the system’s', () => {
    expect(spokenHere('pseudo', 'de', 'en-US')).toBe('pseudo');
    expect(spokenHere('', 'de', 'en-US')).toBe('de');
    expect(spokenHere('fr', 'en', 'de-DE')).toBe('en');
    expect(spokenHere(undefined, 'system', 'de-CH')).toBe('de');
  });

  it('is German for every German of the system, and English for what is not spoken', () => {
    expect(['de', 'de-AT', 'de_DE', 'DE-ch'].map(languageFor)).toEqual(['de', 'de', 'de', 'de']);
    expect(['en-US', 'fr-FR', 'C', '', 'den-CA'].map(languageFor)).toEqual(['en', 'en', 'en', 'en', 'en']);
  });
});
