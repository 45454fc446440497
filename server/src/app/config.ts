import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModelPrices } from '#agents/models/model-prices.ts';
import { parseFallback } from '#agents/models/provider-names.ts';
import type { ModelTimeLimits } from '#agents/models/time-limits.ts';
import { type ChatLimitValues, DEFAULT_CHAT_LIMITS } from '#channels/web-chat/chat-limits.ts';
import { type ConnectionLimits, DEFAULT_CONNECTION_LIMITS } from '#channels/web-chat/connection-registry.ts';
import type { LogLevel } from '#platform/telemetry/logger.ts';
import type { ClamdAddress } from '#platform/virus-scan/clamd-address.ts';
import { ConfigError } from './config-error.ts';
import { type Environment, readValues } from './config-read-values.ts';
import type { Values } from './config-variables.ts';

/** The configuration, one slice per module; a module is given its own and never looks at the environment. */
export interface Config {
  readonly isProduction: boolean;
  readonly role: 'all' | 'web' | 'worker';
  readonly http: HttpConfig;
  readonly database: DatabaseConfig;
  readonly redis: { readonly url: string } | undefined;
  readonly chat: { readonly connections: ConnectionLimits; readonly limits: ChatLimitValues };
  readonly email: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly models: ModelsConfig;
  /** Those that are undefined are generated into the data directory; in production none is. */
  readonly secrets: SecretsConfig;
  readonly telemetry: { readonly logLevel: LogLevel; readonly logFormat: 'json' | 'lines'; readonly metricsToken: string | undefined };
  readonly demo: { readonly isOn: boolean };
  readonly admin: { readonly email: string; readonly password: string } | undefined;
  readonly registration: 'closed' | 'open';
  readonly outbound: { readonly allow: readonly string[] };
  readonly storage: { readonly dataDirectory: string };
  readonly files: { readonly maximumBytes: number; readonly clamd: ClamdAddress | undefined };
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Without a slash at the end; undefined takes it from each request. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[];
}

/** `embedded` is a PostgreSQL of our own in the data directory. */
export type DatabaseConfig = { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string };

export interface ProviderConfig {
  readonly apiKey: string | undefined;
  readonly baseUrl: string | undefined;
  readonly model: string | undefined;
}

export interface ModelsConfig {
  readonly openai: ProviderConfig;
  /** What models at the OpenAI-compatible address read besides text; undefined leaves it to what is known of the address. */
  readonly openaiReads: { readonly images: boolean; readonly documents: boolean } | undefined;
  readonly anthropic: ProviderConfig;
  /** Who answers where nobody has chosen; undefined takes what is configured. */
  readonly provider: 'openai' | 'anthropic' | 'builtin' | undefined;
  readonly fallback: readonly string[];
  /** Only those that were set. */
  readonly timeLimits: Partial<ModelTimeLimits>;
  readonly prices: ModelPrices;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly historyTokens: number;
  /** Whether they judge messages for red flags. */
  readonly secondOpinion: boolean;
}

export interface SecretsConfig {
  readonly masterKeys: string | undefined;
  readonly jwtSecret: string | undefined;
  readonly jwtRefreshSecret: string | undefined;
  readonly widgetJwtSecret: string | undefined;
}

const CHECKOUT_ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** @throws {ConfigError} that lists everything wrong, and repeats no value. */
export function readConfig(environment: Environment): Config {
  const { values, problems } = readValues(environment);
  const isProduction = values.NODE_ENV === 'production';
  const wrong = [...problems, ...contradictions(values, environment, isProduction)];
  if (wrong.length > 0) throw new ConfigError(wrong);
  return {
    isProduction,
    role: values.FOYER_ROLE ?? 'all',
    http: {
      host: values.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
      port: values.PORT ?? 3001,
      publicUrl: values.FOYER_PUBLIC_URL?.replace(/\/+$/, ''),
      trustedProxies: values.FOYER_TRUSTED_PROXIES ?? [],
    },
    database: databaseOf(values),
    redis: redisOf(values),
    chat: chatOf(values),
    email: { smtpUrl: values.SMTP_URL, from: values.FOYER_EMAIL_FROM ?? 'Foyer <foyer@localhost>' },
    models: {
      openai: { apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL, model: values.OPENAI_MODEL },
      openaiReads: readsOf(values.OPENAI_READS),
      anthropic: { apiKey: values.ANTHROPIC_API_KEY, baseUrl: values.ANTHROPIC_BASE_URL, model: values.ANTHROPIC_MODEL },
      provider: values.FOYER_MODEL_PROVIDER,
      fallback: values.FOYER_MODEL_FALLBACK ?? [],
      timeLimits: timeLimitsOf(values),
      prices: values.FOYER_MODEL_PRICES ?? {},
      temperature: values.FOYER_MODEL_TEMPERATURE ?? 0.7,
      maxTokens: values.FOYER_MODEL_MAX_TOKENS ?? 2000,
      historyTokens: values.FOYER_MODEL_HISTORY_TOKENS ?? 16_000,
      secondOpinion: values.FOYER_SECOND_OPINION ?? true,
    },
    secrets: {
      masterKeys: values.FOYER_MASTER_KEY,
      jwtSecret: values.JWT_SECRET,
      jwtRefreshSecret: values.JWT_REFRESH_SECRET,
      widgetJwtSecret: values.WIDGET_JWT_SECRET,
    },
    telemetry: {
      logLevel: values.LOG_LEVEL ?? 'info',
      logFormat: isProduction ? 'json' : 'lines',
      metricsToken: values.FOYER_METRICS_TOKEN,
    },
    demo: { isOn: values.FOYER_DEMO ?? !isProduction },
    admin: adminOf(values),
    registration: values.FOYER_REGISTRATION ?? 'closed',
    outbound: { allow: values.FOYER_OUTBOUND_ALLOW ?? [] },
    storage: { dataDirectory: fromCheckout(values.FOYER_DATA_DIR ?? 'data') },
    files: { maximumBytes: (values.FOYER_MAX_FILE_MB ?? 10) * 1_000_000, clamd: values.FOYER_CLAMD },
  };
}

const chatOf = (values: Values): Config['chat'] => ({
  connections: {
    perSession: values.FOYER_CHAT_CONNECTIONS_PER_SESSION ?? DEFAULT_CONNECTION_LIMITS.perSession,
    perAddress: values.FOYER_CHAT_CONNECTIONS_PER_ADDRESS ?? DEFAULT_CONNECTION_LIMITS.perAddress,
    perApp: values.FOYER_CHAT_CONNECTIONS_PER_APP ?? DEFAULT_CONNECTION_LIMITS.perApp,
  },
  limits: {
    messagesPerSession: values.FOYER_CHAT_MESSAGES_PER_SESSION ?? DEFAULT_CHAT_LIMITS.messagesPerSession,
    messagesPerAddress: values.FOYER_CHAT_MESSAGES_PER_ADDRESS ?? DEFAULT_CHAT_LIMITS.messagesPerAddress,
    messagesPerApp: values.FOYER_CHAT_MESSAGES_PER_APP ?? DEFAULT_CHAT_LIMITS.messagesPerApp,
  },
});

const fromCheckout = (path: string): string => (isAbsolute(path) ? resolve(path) : resolve(CHECKOUT_ROOT, path));

const readsOf = (kinds: Values['OPENAI_READS']): ModelsConfig['openaiReads'] =>
  kinds && { images: kinds.includes('images'), documents: kinds.includes('documents') };

function timeLimitsOf(values: Values): Partial<ModelTimeLimits> {
  const limits = {
    headersMs: values.FOYER_MODEL_HEADERS_SECONDS,
    firstTokenMs: values.FOYER_MODEL_FIRST_TOKEN_SECONDS,
    idleMs: values.FOYER_MODEL_IDLE_SECONDS,
    totalMs: values.FOYER_MODEL_TOTAL_SECONDS,
  };
  const inMs = Object.entries(limits).flatMap(([name, seconds]) => (seconds === undefined ? [] : [[name, seconds * 1000]]));
  return Object.fromEntries(inMs) as Partial<ModelTimeLimits>;
}

const adminOf = ({ FOYER_ADMIN_EMAIL: email, FOYER_ADMIN_PASSWORD: password }: Values): Config['admin'] =>
  email === undefined || password === undefined ? undefined : { email, password };

function databaseOf({ DATABASE_URL, DB_HOST, DB_PORT, DB_NAME, DB_USER, DB_PASSWORD }: Values): DatabaseConfig {
  if (DATABASE_URL !== undefined) return { kind: 'external', url: DATABASE_URL };
  if (DB_HOST === undefined) return { kind: 'embedded' };
  const credentials = [DB_USER ?? 'foyer', ...(DB_PASSWORD === undefined ? [] : [DB_PASSWORD])].map(encodeURIComponent).join(':');
  // A host that is a path is the directory of a Unix socket, which a URL carries in its encoded form.
  return {
    kind: 'external',
    url: `postgres://${credentials}@${encodeHost(DB_HOST)}:${DB_PORT ?? 5432}/${encodeURIComponent(DB_NAME ?? 'foyer')}`,
  };
}

function redisOf({ REDIS_URL, REDIS_HOST, REDIS_PORT, REDIS_PASSWORD }: Values): Config['redis'] {
  if (REDIS_URL !== undefined) return { url: REDIS_URL };
  if (REDIS_HOST === undefined) return undefined;
  const credentials = REDIS_PASSWORD === undefined ? '' : `:${encodeURIComponent(REDIS_PASSWORD)}@`;
  return { url: `redis://${credentials}${encodeHost(REDIS_HOST)}:${REDIS_PORT ?? 6379}` };
}

/** IPv6 addresses go in brackets. */
const encodeHost = (host: string): string => (host.includes(':') ? `[${host.replaceAll(/[[\]]/g, '')}]` : encodeURIComponent(host));

/** What is wrong only in combination. Presence is judged by the environment: a value that did not parse is not missing too. */
function contradictions(values: Values, environment: Environment, isProduction: boolean): string[] {
  const isGiven = (name: keyof Values): boolean => (environment[name] ?? '').trim() !== '';
  const problems: string[] = [];
  const alone = (name: keyof Values, needed: keyof Values) => {
    if (isGiven(name) && !isGiven(needed)) problems.push(`${name} is set without ${needed}.`);
  };
  const either = (name: keyof Values, other: keyof Values) => {
    if (isGiven(name) && isGiven(other)) problems.push(`${name} and ${other} are both set; keep one.`);
  };
  alone('FOYER_ADMIN_EMAIL', 'FOYER_ADMIN_PASSWORD');
  alone('FOYER_ADMIN_PASSWORD', 'FOYER_ADMIN_EMAIL');
  either('DATABASE_URL', 'DB_HOST');
  either('REDIS_URL', 'REDIS_HOST');
  for (const name of ['DB_PORT', 'DB_NAME', 'DB_USER', 'DB_PASSWORD'] as const) alone(name, 'DB_HOST');
  for (const name of ['REDIS_PORT', 'REDIS_PASSWORD'] as const) alone(name, 'REDIS_HOST');
  problems.push(...unconfiguredProviders(values, isGiven));
  const publicUrl = values.FOYER_PUBLIC_URL === undefined ? null : URL.parse(values.FOYER_PUBLIC_URL);
  if (publicUrl !== null && (publicUrl.pathname !== '/' || publicUrl.search !== '' || publicUrl.hash !== '')) {
    problems.push('FOYER_PUBLIC_URL must have no path, query or fragment.');
  }
  if (isProduction) {
    for (const name of ['FOYER_MASTER_KEY', 'JWT_SECRET', 'JWT_REFRESH_SECRET', 'WIDGET_JWT_SECRET'] as const) {
      if (!isGiven(name)) problems.push(`${name} is required when NODE_ENV is production.`);
    }
  }
  return problems;
}

/** A provider that is named and has neither key nor address would never answer. */
function unconfiguredProviders(values: Values, isGiven: (name: keyof Values) => boolean): string[] {
  const named = [
    { by: 'FOYER_MODEL_PROVIDER', provider: values.FOYER_MODEL_PROVIDER },
    ...(values.FOYER_MODEL_FALLBACK ?? []).map((entry) => ({ by: 'FOYER_MODEL_FALLBACK', provider: parseFallback(entry)?.provider })),
  ];
  const needs = { openai: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'], anthropic: ['ANTHROPIC_API_KEY', 'ANTHROPIC_BASE_URL'] } as const;
  return named.flatMap(({ by, provider }) => {
    if (provider === undefined || provider === 'builtin' || needs[provider].some(isGiven)) return [];
    return [`${by} names ${provider}, and neither ${needs[provider].join(' nor ')} is set.`];
  });
}
