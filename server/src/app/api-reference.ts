import { ClientFrame } from '@foyer/contracts/chat-socket.ts';
import type { DocumentedSocket } from '#platform/http/openapi.ts';

/** What the reference says about the API as a whole. */
const DESCRIPTION = `The open, self-hosted AI front desk.

**Who calls.** People send \`Authorization: Bearer <access token>\`, servers \`X-API-Key: sk_…\`, widgets the token of their session.
People who are members of several tenants name one by \`X-Tenant-Id\`, unless the path does.

**Problems** are RFC 9457 documents with a stable \`code\`. What belongs to another tenant does not exist (404).

**Lists** take \`limit\` and \`cursor\` and answer \`{items, nextCursor}\`; a cursor is the \`nextCursor\` of the page before. Query
parameters that a route does not know are refused.

**Versions.** Single resources carry an \`ETag\`. A change with \`If-Match\` is made only to that version (412); a read with
\`If-None-Match\` is answered 304 when nothing has changed.

**Repetition.** A change with an \`Idempotency-Key\` is made once, and its answer repeated for 24 hours.`;

const CHAT_SOCKET = `One JSON object per text frame, UTF-8. The address comes from \`POST /widget/session/init\`. The upgrade is always
accepted; then comes \`session_ack\`, or \`error\` and a close code: 4401 (MISSING_AUTH, INVALID_TOKEN), 4403 (FORBIDDEN_ORIGIN), 4408
(SLOW_CONSUMER), 4429 (TOO_MANY_CONNECTIONS). Frames with a \`seq\` are durable: after a lost connection, \`{"type":"resume","afterSeq":n}\`
brings all that came after n, in order, and then \`ready\`. Socket.IO v4 clients connect with \`{path: "/ws/chat", query: {sessionId, token}}\`
and find each frame in the event \`message\`.`;

const sockets: DocumentedSocket[] = [{ path: '/ws/chat', description: CHAT_SOCKET, clientFrames: ClientFrame }];

export const API_REFERENCE = { description: DESCRIPTION, sockets };
