// The admin API, as this page needs it. The token is kept in memory alone: leaving the page signs out.

/** @typedef {Record<string, unknown> & { id: string, name: string }} Named */

export class Refusal extends Error {
  /** @param {number} status @param {{ code?: string, detail?: string, errors?: { path: string, message: string }[] }} problem */
  constructor(status, { code = '', detail = `The server answered ${status}.`, errors = [] }) {
    super([detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join(' '));
    this.status = status;
    this.code = code;
  }
}

export function createApi() {
  /** @type {string | undefined} */
  let token;
  /** @type {string | undefined} */
  let tenantId;

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  const call = async (method, path, body) => {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(tenantId !== undefined && { 'x-tenant-id': tenantId }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Refusal(response.status, answer);
    return answer;
  };

  /** @param {string} path @returns {Promise<Named[]>} every page of a list */
  const all = async (path) => {
    const items = [];
    let cursor = '';
    do {
      const page = await call('GET', `${path}?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      items.push(...page.items);
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    return items;
  };

  return {
    /** @param {{ email: string, password: string, code?: string }} credentials */
    signIn: async (credentials) => {
      const answer = await call('POST', '/auth/login', credentials);
      token = answer.accessToken;
    },
    tenants: () => all('/tenants'),
    /** @param {string} id */
    enter: (id) => {
      tenantId = id;
    },
    apps: () => all('/apps'),
    /** @param {string} appId */
    versions: (appId) => all(`/apps/${appId}/configs`),
    /** @param {string} appId @param {unknown} version */
    save: (appId, version) => call('POST', `/apps/${appId}/configs`, version),
  };
}
