import type { Socket } from 'node:net';
import type { ConnectionError } from 'fastify';
import { AppError } from '../errors.ts';
import { problemHeaders, toProblem } from './problem.ts';
import { isUploading } from './uploads/receive-file.ts';

/** Answers what is no HTTP, too large a head, or too slow, and closes the connection. Source: node:http, `clientError`. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isUploading(socket)) return;
  if (!socket.writable || socket.bytesWritten > 0) {
    // Part of an answer may be on its way already: a second status line in the middle of it would be read as content.
    socket.destroy();
    return;
  }
  const problem = problemOf(error.code);
  const body = JSON.stringify(toProblem(problem));
  const { title, status } = toProblem(problem);
  const head = Object.entries({ ...problemHeaders(problem), 'content-length': String(Buffer.byteLength(body)), connection: 'close' });
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`, () =>
    socket.destroy(),
  );
}

function problemOf(code: string): AppError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new AppError(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive.');
    case 'HPE_HEADER_OVERFLOW':
      return new AppError(431, 'HEADERS_TOO_LARGE', 'The request line and headers are larger than this server accepts.');
    default:
      return new AppError(400, 'MALFORMED_REQUEST', 'The request is not valid HTTP.');
  }
}
