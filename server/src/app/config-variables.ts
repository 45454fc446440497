import ipaddr from 'ipaddr.js';
import { parseFallback } from '#agents/models/provider-names.ts';
import { LOG_LEVELS } from '#platform/telemetry/logger.ts';
import {
  clamdAddress,
  databaseUrl,
  decimal,
  emailAddress,
  listOf,
  mailbox,
  masterKeys,
  oneOf,
  prices,
  text,
  textOfLength,
  url,
  type ValuesOf,
  wholeNumber,
  yesOrNo,
} from './config-variable.ts';

const isNetwork = (item: string): boolean => ipaddr.isValid(item) || ipaddr.isValidCIDR(item);
const isHostOrNetwork = (item: string): boolean => isNetwork(item) || /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*(:\d{1,5})?$/i.test(item);

const server = 'Server';
const storage = 'Database, Redis, files';
const people = 'First person and demo';
const email = 'E-mail';
const models = 'Language models (defaults; a tenant, an agent or an app may set its own)';
const secrets = 'Secrets (generated into the data directory outside production, required in production)';
const safety = 'Operation and safety';

/** Every variable that Foyer reads. `.env.example` is made from this table, and a `FOYER_` variable that is not here is an error. */
export const VARIABLES = {
  NODE_ENV: oneOf(['production', 'development', 'test'], {
    group: server,
    description: 'In production secrets are required, there is no demo, and the log is JSON.',
    otherwise: 'development',
  }),
  PORT: wholeNumber(0, 65_535, { group: server, description: 'Port to listen on; 0 takes any free one.', otherwise: '3001' }),
  HOST: text({
    group: server,
    description: 'Address to listen on.',
    otherwise: '0.0.0.0 in production, else 127.0.0.1, so that a trial is not open to the network',
  }),
  FOYER_PUBLIC_URL: url(['http:', 'https:'], {
    group: server,
    description: 'Where people and widgets reach this server, without a path. Used in links and socket URLs.',
    otherwise: 'taken from each request',
  }),
  FOYER_ROLE: oneOf(['all', 'web', 'worker'], {
    group: server,
    description: 'What this process does: answer requests, run jobs, or both.',
    otherwise: 'all',
  }),
  FOYER_TRUSTED_PROXIES: listOf('IP addresses and networks', isNetwork, {
    group: server,
    description: 'Proxies whose X-Forwarded headers are believed, such as 10.0.0.0/8.',
    otherwise: 'none',
  }),
  FOYER_DATA_DIR: text({
    group: storage,
    description: 'Where the own database, files and generated secrets live; relative to the checkout.',
    otherwise: './data',
  }),
  FOYER_MAX_FILE_MB: wholeNumber(1, 1_000, {
    group: storage,
    description: 'Largest file that visitors may send, in megabytes.',
    otherwise: '10',
  }),
  FOYER_CLAMD: clamdAddress({
    group: storage,
    description: 'ClamAV’s daemon, which then checks every file. While it cannot be reached, no file is taken.',
    otherwise: 'files are not checked for viruses',
  }),
  DATABASE_URL: databaseUrl({
    group: storage,
    description: 'PostgreSQL 15 to 18. Without it and DB_HOST the server runs its own.',
    otherwise: 'an own PostgreSQL in the data directory',
  }),
  DB_HOST: text({ group: storage, description: 'Instead of DATABASE_URL, in parts.' }),
  DB_PORT: wholeNumber(1, 65_535, { group: storage, description: 'With DB_HOST.', otherwise: '5432' }),
  DB_NAME: text({ group: storage, description: 'With DB_HOST.', otherwise: 'foyer' }),
  DB_USER: text({ group: storage, description: 'With DB_HOST.', otherwise: 'foyer' }),
  DB_PASSWORD: text({ group: storage, description: 'With DB_HOST.' }),
  REDIS_URL: url(['redis:', 'rediss:'], {
    group: storage,
    description: 'Carries live frames and rate limits between nodes.',
    otherwise: 'one node needs none',
  }),
  REDIS_HOST: text({ group: storage, description: 'Instead of REDIS_URL, in parts.' }),
  REDIS_PORT: wholeNumber(1, 65_535, { group: storage, description: 'With REDIS_HOST.', otherwise: '6379' }),
  REDIS_PASSWORD: text({ group: storage, description: 'With REDIS_HOST.' }),
  FOYER_ADMIN_EMAIL: emailAddress({
    group: people,
    description: 'The administrator of the installation; together with FOYER_ADMIN_PASSWORD.',
    otherwise: 'made at first start and shown once on the terminal',
  }),
  FOYER_ADMIN_PASSWORD: textOfLength(12, { group: people, description: 'At least 12 characters.' }),
  FOYER_DEMO: yesOrNo({
    group: people,
    description: 'A demo tenant with one app, project id demo, to try things with.',
    otherwise: 'on, except in production',
  }),
  FOYER_REGISTRATION: oneOf(['closed', 'open'], {
    group: people,
    description: 'Whether people may register, and make tenants of their own, without an invitation.',
    otherwise: 'closed',
  }),
  SMTP_URL: url(['smtp:', 'smtps:'], {
    group: email,
    description: 'Mail server, such as smtp://user:password@mail.example.org:587.',
    otherwise: 'messages are kept in the data directory and not sent',
  }),
  FOYER_EMAIL_FROM: mailbox({
    group: email,
    description: 'Sender of the installation’s own messages.',
    otherwise: 'Foyer <foyer@localhost>',
  }),
  OPENAI_API_KEY: text({ group: models, description: 'Key for the OpenAI-compatible provider.' }),
  OPENAI_BASE_URL: url(['http:', 'https:'], {
    group: models,
    description: 'Any server that speaks chat completions (Azure, Ollama, vLLM).',
    otherwise: 'the provider’s own',
  }),
  OPENAI_MODEL: text({ group: models, description: 'Model to use.', otherwise: 'gpt-4.1-mini' }),
  OPENAI_READS: listOf('kinds, of images and documents', (kind) => kind === 'images' || kind === 'documents', {
    group: models,
    description: 'What models at OPENAI_BASE_URL read besides text.',
    otherwise: 'both at OpenAI, images at Azure, nothing elsewhere',
  }),
  ANTHROPIC_API_KEY: text({ group: models, description: 'Key for Anthropic.' }),
  ANTHROPIC_BASE_URL: url(['http:', 'https:'], { group: models, description: 'Base URL for Anthropic.', otherwise: 'the provider’s own' }),
  ANTHROPIC_MODEL: text({ group: models, description: 'Model to use.', otherwise: 'claude-haiku-5-5' }),
  FOYER_MODEL_PROVIDER: oneOf(['openai', 'anthropic', 'builtin'], {
    group: models,
    description: 'Which of them answers.',
    otherwise: 'openai if it is configured, else anthropic, else the built-in engine',
  }),
  FOYER_MODEL_FALLBACK: listOf('providers, each alone or with a model after a slash', (entry) => parseFallback(entry) !== undefined, {
    group: models,
    description:
      'Who answers, in order, where the provider does not, such as anthropic,openai/gpt-4.1. At the end builtin says at once that the assistant is away.',
    otherwise: 'nobody: the provider is asked again later',
  }),
  FOYER_MODEL_PRICES: prices({
    group: models,
    description: 'Prices in US dollars per million tokens in and out, such as llama3.1=0/0. They win over the built-in lists.',
    otherwise: 'list prices of the providers',
  }),
  FOYER_MODEL_HEADERS_SECONDS: decimal(0.1, 3_600, {
    group: models,
    description: 'How long a model may take to accept a request; a server that has to load it first needs more.',
    otherwise: '30',
  }),
  FOYER_MODEL_FIRST_TOKEN_SECONDS: decimal(0.1, 3_600, { group: models, description: 'From then to its first word.', otherwise: '60' }),
  FOYER_MODEL_IDLE_SECONDS: decimal(0.1, 3_600, { group: models, description: 'Between two words.', otherwise: '30' }),
  FOYER_MODEL_TOTAL_SECONDS: decimal(0.1, 3_600, { group: models, description: 'For a whole answer.', otherwise: '180' }),
  FOYER_MODEL_TEMPERATURE: decimal(0, 2, { group: models, description: 'How freely the model words things.', otherwise: '0.7' }),
  FOYER_MODEL_MAX_TOKENS: wholeNumber(1, 100_000, { group: models, description: 'Longest answer.', otherwise: '2000' }),
  FOYER_MODEL_HISTORY_TOKENS: wholeNumber(500, 1_000_000, {
    group: models,
    description: 'How much of a conversation a model gets to read, in estimated tokens; instructions and answer need room beside it.',
    otherwise: '16000',
  }),
  FOYER_MASTER_KEY: masterKeys({
    group: secrets,
    description: 'Encrypts tenants’ secrets. 32 bytes, in hexadecimal or base64; to rotate, put a new key and a comma in front.',
  }),
  JWT_SECRET: textOfLength(32, { group: secrets, description: 'Signs access tokens of people.' }),
  JWT_REFRESH_SECRET: textOfLength(32, { group: secrets, description: 'Signs refresh tokens of people.' }),
  WIDGET_JWT_SECRET: textOfLength(32, { group: secrets, description: 'Signs session tokens of widgets.' }),
  FOYER_SECOND_OPINION: yesOrNo({
    group: safety,
    description: 'Whether a configured language model judges every message for red flags too, at the cost of one small request each.',
    otherwise: 'on; each tenant may decline',
  }),
  FOYER_METRICS_TOKEN: textOfLength(16, {
    group: safety,
    description: 'Bearer token that opens /metrics.',
    otherwise: '/metrics is closed',
  }),
  FOYER_CHAT_CONNECTIONS_PER_SESSION: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'Chat connections that one session may have open at once.',
    otherwise: '10',
  }),
  FOYER_CHAT_CONNECTIONS_PER_ADDRESS: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'Chat connections from one IP address at once, per node; behind a proxy see FOYER_TRUSTED_PROXIES.',
    otherwise: '2000',
  }),
  FOYER_CHAT_CONNECTIONS_PER_APP: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'Chat connections of one app at once, per node.',
    otherwise: '20000',
  }),
  FOYER_CHAT_MESSAGES_PER_SESSION: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'Messages that the visitor of one session may send in ten seconds.',
    otherwise: '60',
  }),
  FOYER_CHAT_MESSAGES_PER_ADDRESS: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'The same for all visitors of one IP address.',
    otherwise: '2000',
  }),
  FOYER_CHAT_MESSAGES_PER_APP: wholeNumber(1, 1_000_000, {
    group: safety,
    description: 'The same for all visitors of one app.',
    otherwise: '6000',
  }),
  FOYER_OUTBOUND_ALLOW: listOf('hosts, IP addresses and networks', isHostOrNetwork, {
    group: safety,
    description: 'Private addresses that tools and webhooks may reach all the same.',
    otherwise: 'none',
  }),
  LOG_LEVEL: oneOf(LOG_LEVELS, { group: safety, description: 'Least level that is written.', otherwise: 'info' }),
};

export type Values = ValuesOf<typeof VARIABLES>;
