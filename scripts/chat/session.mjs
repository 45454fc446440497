import { Problem } from '../lib/terminal.mjs';

/** @typedef {import('@foyer/contracts/widget.ts').StartedSession} StartedSession */

/** Starts a session as a widget does. @param {import('./options.mjs').Options} options @returns {Promise<StartedSession>} */
export async function startSession({ url, projectId, locale }) {
  const body = { projectId, widgetInstanceId: 'terminal', ...(locale !== undefined && { locale }) };
  return post(url, '/api/v1/widget/session/init', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/**
 * A fresh token for a session whose old one has expired.
 * @param {string} url @param {string} token @returns {Promise<import('@foyer/contracts/widget.ts').RefreshedSession>}
 */
export async function refreshSession(url, token) {
  return post(url, '/api/v1/widget/session/refresh', { headers: { authorization: `Bearer ${token}` } });
}

/**
 * @template Answer
 * @param {string} url @param {string} path @param {RequestInit} init @returns {Promise<Answer>}
 */
async function post(url, path, init) {
  const response = await fetch(url + path, { method: 'POST', ...init }).catch((error) => {
    throw new Problem(
      `No Foyer answers at ${url} (${error.cause?.code ?? error.cause?.message ?? error.message}). Start one with “npm start” in another terminal, or give its address: npm run chat -- --url=http://…`,
    );
  });
  const answer = await response.json().catch(() => {
    throw new Problem(`${url} answered ${response.status} with something that is not JSON: is it a Foyer?`);
  });
  if (response.ok) return /** @type {Answer} */ (answer);
  const { detail, errors = [] } = /** @type {{ detail?: string, errors?: { path: string, message: string }[] }} */ (answer);
  const faults = errors.map((fault) => `\n  ${fault.path}: ${fault.message}`);
  throw new Problem(`${detail ?? `${url} answered ${response.status}.`}${faults.join('')}`);
}
