import { equalInConstantTime } from '#platform/crypto/tokens.ts';
import { forbidden, unauthorized } from '#platform/errors.ts';
import type { CallRequest } from '#platform/http/access.ts';

/** Whoever runs the installation shows the token of the configuration. Coming from this machine is no proof: behind a proxy, everybody does. */
export function createOperatorAccess(metricsToken: string | undefined) {
  return async (request: CallRequest): Promise<Record<never, never>> => {
    if (metricsToken === undefined) throw forbidden('METRICS_CLOSED', 'Set FOYER_METRICS_TOKEN to open the metrics.');
    const [, token] = /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '') ?? [];
    if (token === undefined) throw unauthorized('MISSING_AUTH', 'Send the metrics token as Bearer.');
    if (!equalInConstantTime(token, metricsToken)) throw unauthorized('INVALID_TOKEN', 'This is not the metrics token.');
    return {};
  };
}
