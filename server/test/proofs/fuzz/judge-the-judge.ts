import type { OpenApiDocument } from '#platform/http/openapi.ts';
import type { FuzzWorld } from '#test/system/fuzz/fuzz-world.ts';
import { complaintAbout } from '#test/system/fuzz/judge-answer.ts';
import type { WireAnswer } from '#test/system/fuzz/wire.ts';

const problem = (status: number, code: string, more: object = {}): Partial<WireAnswer> => ({
  status,
  contentType: 'application/problem+json; charset=utf-8',
  text: JSON.stringify({ status, title: 'T', detail: 'D', code, ...more }),
});

/** Answers as a bad server would give them; each has to be complained about, and a good one not. */
export function judgeTheJudge(document: OpenApiDocument, { unspeakable }: FuzzWorld): { tried: number; unnoticed: string[] } {
  const bad: Record<string, Partial<WireAnswer>> = {
    'an error of the server': problem(500, 'INTERNAL'),
    'a page instead of a problem': { status: 400, contentType: 'text/html', text: '<h1>Bad request</h1>' },
    'a stack': problem(400, 'VALIDATION_FAILED', { detail: 'Error\n    at handle' }),
    'a line of SQL': problem(409, 'APP_SLUG_TAKEN', { detail: 'insert into apps' }),
    'a code that nobody has documented': problem(400, 'SOMETHING_ELSE'),
    'another status in the document': { ...problem(404, 'APP_NOT_FOUND'), status: 409 },
    'a header that the caller made up': { headers: { 'x-injected': '1' } },
    'a text of another tenant': { text: `{"name":"${unspeakable[0]}"}` },
    'a place on this machine': { text: `{"name":"${unspeakable[1]}/server"}` },
  };
  const judge = (answer: Partial<WireAnswer>) =>
    complaintAbout(document, unspeakable, {
      operation: '/api/v1/apps',
      input: { method: 'POST', path: '/api/v1/apps', headers: {} },
      answer: { status: 201, contentType: 'application/json', text: '{}', headers: {}, ...answer },
    });
  const unnoticed = Object.entries(bad).flatMap(([name, answer]) => (judge(answer) === undefined ? [name] : []));
  if (judge({}) !== undefined || judge(problem(409, 'APP_SLUG_TAKEN')) !== undefined) unnoticed.push('that a good answer is good');
  return { tried: Object.keys(bad).length + 1, unnoticed };
}
