import { z } from 'zod';
import { ProjectId } from './apps.ts';
import { jsonObject, Locale, line, text } from './text.ts';

const PageUrl = text({ min: 1, max: 4_000 });

/** What a widget sends when it starts. Nothing in it proves who the visitor is, except a `userToken` that the app's own server has signed. */
export const SessionInit = z.strictObject({
  projectId: ProjectId,
  widgetInstanceId: line({ max: 200 }),
  externalUserId: line({ max: 200 }).optional(),
  /** HS256 with the app's identity secret; claims `sub` and `exp`, and if you like `name`, `email`, `phone`. */
  userToken: text({ min: 1, max: 8_000 }).optional(),
  /** Of its query only `utm_…` is kept. */
  pageUrl: PageUrl.optional(),
  /** Where the visitor came from: `document.referrer`, which is empty where there was nothing. */
  referrer: text({ max: 4_000 }).optional(),
  hostOrigin: text({ min: 1, max: 300 }).optional(),
  userAgent: text({ min: 1, max: 1_000 }).optional(),
  locale: Locale.optional(),
  metadata: jsonObject({ maxBytes: 64 * 1024, maxDepth: 20 }).default({}),
});
export type SessionInit = z.output<typeof SessionInit>;

export const ChatAddress = z.object({ wsUrl: z.string() });

export const StartedSession = z.object({
  sessionId: z.string(),
  /** For `/ws/chat` and for `/widget/session/refresh`; one hour. */
  token: z.string(),
  configVersion: z.int(),
  features: z.record(z.string(), z.boolean()),
  theme: z.record(z.string(), z.unknown()),
  chat: ChatAddress,
  uiHints: z.object({ welcomeMessage: z.string(), widgetTitle: z.string() }),
});
export type StartedSession = z.output<typeof StartedSession>;

export const RefreshedSession = z.object({ token: z.string(), expiresAt: z.iso.datetime(), chat: ChatAddress });
export type RefreshedSession = z.output<typeof RefreshedSession>;

export const WidgetConfigQuery = z.strictObject({ projectId: ProjectId, locale: Locale.optional() });

/** How an app's widget looks, for whoever draws it before a session has begun. */
export const WidgetConfig = z.object({
  projectId: z.string(),
  configVersion: z.int(),
  /** In which language the texts are. */
  locale: z.string(),
  features: z.record(z.string(), z.boolean()),
  /** What of the configured theme can be shown. */
  theme: z.record(z.string(), z.unknown()),
  /** The button that opens the widget; its colours can be told apart whatever was configured. */
  launcher: z.object({
    backgroundColor: z.string(),
    color: z.string(),
    position: z.enum(['bottom-right', 'bottom-left']),
    /** From the edges of the window, in CSS pixels. */
    offset: z.object({ horizontal: z.number(), vertical: z.number() }),
    /** Words beside the picture; empty where there are none. */
    label: z.string(),
    icon: z.enum(['chat', 'question', 'heart', 'hand']),
    /** The same as the path of an SVG, a line on a field of 24 by 24. */
    iconPath: z.string(),
    isHidden: z.boolean(),
  }),
  uiHints: z.object({ welcomeMessage: z.string(), widgetTitle: z.string() }),
});
export type WidgetConfig = z.output<typeof WidgetConfig>;
