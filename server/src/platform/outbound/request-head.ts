export type OutboundMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** @returns what is wrong with a method or headers that a user supplied, if anything */
export function faultInHead(method: string, headers: Readonly<Record<string, string>>): string | undefined {
  if (!METHODS.has(method)) return 'its method is not one of GET, HEAD, POST, PUT, PATCH and DELETE';
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name)) return 'a header has a name that HTTP does not allow';
    if (OURS.has(name.toLowerCase())) return `the header “${name.toLowerCase()}” cannot be set`;
    if (!HEADER_VALUE.test(value)) return `the header “${name.toLowerCase()}” has a value that HTTP does not allow`;
  }
  return undefined;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] satisfies OutboundMethod[] as string[]);
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** They decide where a request goes and where it ends, which must agree with what was checked. */
const OURS = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
