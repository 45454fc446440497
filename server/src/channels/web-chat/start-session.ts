import type { RefreshedSession, SessionInit, StartedSession } from '@foyer/contracts/widget.ts';
import type { StatedDetails } from '#contacts/stated-details.ts';
import type { Apps } from '#identity/apps/apps.service.ts';
import type { AppConfigRow } from '#identity/apps/configs.repository.ts';
import { featuresOfTenant } from '#identity/feature-flags/features-of-tenant.ts';
import type { Clock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { FieldProblem } from '#platform/errors.ts';
import type { SetUp, SetUpCache } from '#platform/realtime/set-up-cache.ts';
import { requireActive } from './active-session.ts';
import { formSchemaRefused, formTypeRefused, tokenRefused } from './chat.errors.ts';
import type { AppDoor } from './open-app.ts';
import { socketBase } from './origin.policy.ts';
import { readyConfigOf } from './ready-config.ts';
import { sessionFeatures } from './session-features.ts';
import { type KnownVisitor, readUserToken } from './user-token.ts';
import { readVisit } from './visit.ts';
import { readVisitorDetails } from './visitor-details.ts';
import { visitorLocale } from './visitor-locale.ts';
import type { VisitorSessions } from './visitor-session.ts';
import { insertWidgetSession, touchSession, type WidgetSession } from './widget-sessions.repository.ts';
import type { WidgetTokens } from './widget-token.ts';

/** Where the request came from, and where its sockets are to go. */
export interface Caller {
  origin: string | undefined;
  userAgent: string | undefined;
  acceptLanguage: string | undefined;
  /** The page that the request came from, as its browser says. */
  referer: string | undefined;
  /** The browser's `DNT` or `Sec-GPC`. */
  wantsNoTracking: boolean;
  protocol: string;
  host: string;
}

export interface SessionStarter {
  /** @throws {AppError} PROJECT_NOT_FOUND, APP_INACTIVE, FORBIDDEN_ORIGIN, APP_NOT_CONFIGURED, INVALID_USER_TOKEN, INVALID_FORM_SCHEMA */
  start(init: SessionInit, caller: Caller): Promise<StartedSession>;
  /** @throws {AppError} INVALID_TOKEN, SESSION_ENDED */
  refresh(token: string, caller: Caller): Promise<RefreshedSession>;
}

export interface SessionStarterParts {
  unitOfWork: UnitOfWork;
  clock: Clock;
  apps: Pick<Apps, 'identitySecret'>;
  door: AppDoor;
  tokens: WidgetTokens;
  sessions: VisitorSessions;
  setUps: SetUpCache;
  publicUrl: string | undefined;
  /** What keeps a form from being filled in; nothing when it can be. */
  formProblems(formSchema: unknown, at: string): FieldProblem[];
  /** From now on the conversation is read for this form. */
  openForm(tx: TenantTransaction, conversationId: string, form: { formType: string; formSchema: Record<string, unknown> }): Promise<void>;
  /** Finds or opens the visitor's conversation; who they are and what they are greeted with is decided above this layer. */
  openConversation(
    tx: TenantTransaction,
    setUp: SetUp,
    start: { appId: string; locale: string | undefined; visitor: KnownVisitor | undefined; stated: StatedDetails | undefined },
  ): Promise<{ contactId: string; conversationId: string; locale: string; welcomeMessage: string; title: string }>;
}

const DEFAULT_FORM_TYPE = 'form';

export function createSessionStarter(parts: SessionStarterParts): SessionStarter {
  const { unitOfWork, clock, apps, tokens, publicUrl, setUps } = parts;

  return {
    start: async (init, caller) => {
      const app = await parts.door(init.projectId, caller);
      const scope = grantTenantScope(app.tenantId, { kind: 'visitor' });
      const visitor =
        init.userToken === undefined ? undefined : await readUserToken(init.userToken, await apps.identitySecret(scope, app.id), clock);
      requireUsableForm(init.metadata);
      const stated = readVisitorDetails(init.metadata);

      const setUp = setUps.of(app.tenantId);
      const started = await unitOfWork.write(scope, async (tx) => {
        const config = await readyConfigOf(tx, setUp, app.id);
        const opened = await parts.openConversation(tx, setUp, {
          appId: app.id,
          locale: visitorLocale(init.locale, caller.acceptLanguage),
          visitor,
          stated,
        });
        const features = sessionFeatures(config.features, await featuresOfTenant(tx, setUp));
        const form = features.extraction ? formOf(init.metadata) : undefined;
        if (form) await parts.openForm(tx, opened.conversationId, form);
        const session = await insertWidgetSession(tx, sessionRow(init, caller, app, config, opened));
        tx.emit({
          type: 'session.started',
          subject: { sessionId: session.id, conversationId: opened.conversationId, contactId: opened.contactId },
        });
        return { config, features, session, opened };
      });
      return answer(started, init.projectId, caller);
    },

    refresh: async (token, caller) => {
      const found = await parts.sessions.verifyForRefresh(token);
      if (!found.ok) throw tokenRefused(found.reason);
      const { scope, id, projectId } = found.session;
      await unitOfWork.write(scope, async (tx) => {
        await requireActive(tx, found.session);
        await touchSession(tx, id);
      });
      const renewed = await tokens.sign({ sessionId: id, projectId });
      return {
        token: renewed.token,
        expiresAt: renewed.expiresAt.toISOString(),
        chat: { wsUrl: socketAddress(caller, id, renewed.token) },
      };
    },
  };

  function requireUsableForm({ formSchema, formType }: Record<string, unknown>): void {
    if (formType !== undefined && (typeof formType !== 'string' || formType === '' || formType.length > 100)) throw formTypeRefused();
    const problems = formSchema === undefined ? [] : parts.formProblems(formSchema, 'metadata.formSchema');
    if (problems.length > 0) throw formSchemaRefused(problems);
  }

  async function answer(
    {
      config,
      features,
      session,
      opened,
    }: {
      config: AppConfigRow;
      features: Record<string, boolean>;
      session: WidgetSession;
      opened: { welcomeMessage: string; title: string };
    },
    projectId: string,
    caller: Caller,
  ): Promise<StartedSession> {
    const { token } = await tokens.sign({ sessionId: session.id, projectId });
    return {
      sessionId: session.id,
      token,
      configVersion: config.version,
      features,
      theme: config.uiTheme,
      chat: { wsUrl: socketAddress(caller, session.id, token) },
      uiHints: { welcomeMessage: opened.welcomeMessage, widgetTitle: opened.title },
    };
  }

  function socketAddress(caller: Caller, sessionId: string, token: string): string {
    return `${socketBase(caller, publicUrl)}/ws/chat?sessionId=${encodeURIComponent(sessionId)}&token=${encodeURIComponent(token)}`;
  }
}

/** The form that a page has given, once it is known that it can be used. */
function formOf({ formSchema, formType = DEFAULT_FORM_TYPE }: Record<string, unknown>) {
  if (typeof formSchema !== 'object' || formSchema === null || typeof formType !== 'string') return undefined;
  return { formType, formSchema: formSchema as Record<string, unknown> };
}

function sessionRow(
  init: SessionInit,
  caller: Caller,
  app: { id: string; projectId: string },
  config: AppConfigRow,
  opened: { contactId: string; conversationId: string; locale: string },
) {
  return {
    appId: app.id,
    projectId: app.projectId,
    contactId: opened.contactId,
    conversationId: opened.conversationId,
    configVersion: config.version,
    widgetInstanceId: init.widgetInstanceId,
    locale: opened.locale,
    hostOrigin: init.hostOrigin ?? caller.origin ?? null,
    ...readVisit({
      pageUrl: init.pageUrl ?? caller.referer,
      referrer: init.referrer,
      userAgent: init.userAgent ?? caller.userAgent,
      wantsNoTracking: caller.wantsNoTracking,
    }),
    // An unsigned id is kept as what it is, something the page said; it opens nobody's history.
    metadata: {
      formType: DEFAULT_FORM_TYPE,
      ...init.metadata,
      ...(init.externalUserId !== undefined && { externalUserId: init.externalUserId }),
    },
  };
}
