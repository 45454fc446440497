import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EICAR, hasClamd, startTestClamd, type TestClamd } from '#platform/virus-scan/clamd.testing.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { appWithAttachments, upload } from './visitor-files.testing.ts';

describe.skipIf(!hasClamd)(`an installation with a virus scanner${hasClamd ? '' : ' (skipped: no clamd)'}`, () => {
  let clamd: TestClamd;
  let desk: TestApp;
  let projectId: string;
  beforeAll(async () => {
    clamd = await startTestClamd();
    desk = await startTestApp({ env: { FOYER_CLAMD: `127.0.0.1:${clamd.port}` } });
    ({ projectId } = await appWithAttachments(desk, 'careful'));
  });
  afterAll(async () => {
    await desk?.close();
    await clamd?.stop();
  });

  test('takes what is clean, keeps nothing that is not, and takes nothing while it cannot ask', async () => {
    const visitor = await desk.visitor(projectId);
    expect(await upload(desk, visitor, 'clean.txt', 'Guten Tag')).toMatchObject({ status: 201 });
    expect(await upload(desk, visitor, 'eicar.txt', EICAR)).toMatchObject({ status: 422, code: 'FILE_INFECTED' });
    await clamd.stop();
    expect(await upload(desk, visitor, 'clean.txt', 'Guten Tag')).toMatchObject({ status: 503, code: 'VIRUS_SCAN_UNAVAILABLE' });
    expect(await desk.database.asSuperuser('select name, state from files')).toEqual([{ name: 'clean.txt', state: 'ready' }]);
  });
});
