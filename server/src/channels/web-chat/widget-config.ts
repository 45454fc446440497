import { LAUNCHER_ICONS } from '@foyer/contracts/launcher-icons.ts';
import type { WidgetConfig } from '@foyer/contracts/widget.ts';
import { readTheme, type WidgetTheme } from '@foyer/contracts/widget-theme.ts';
import { deriveColors } from '@foyer/contracts/widget-theme-colors.ts';
import { featuresOfTenant } from '#identity/feature-flags/features-of-tenant.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { SetUp, SetUpCache } from '#platform/realtime/set-up-cache.ts';
import type { AppDoor } from './open-app.ts';
import { readyConfigOf } from './ready-config.ts';
import { sessionFeatures } from './session-features.ts';
import { visitorLocale } from './visitor-locale.ts';

/** Where the question comes from. */
export interface AskingPage {
  origin: string | undefined;
  acceptLanguage: string | undefined;
  host: string;
}

export interface WidgetConfigs {
  /** How an app's widget looks before anybody has written anything; asking creates nothing. @throws {AppError} APP_NOT_CONFIGURED, and what the door throws */
  read(projectId: string, locale: string | undefined, page: AskingPage): Promise<WidgetConfig>;
}

/** How a visitor is greeted of whom nothing is known. */
type Greet = (locale: string | undefined) => { locale: string; welcomeMessage: string; title: string };

export interface WidgetConfigParts {
  unitOfWork: UnitOfWork;
  setUps: SetUpCache;
  door: AppDoor;
  greetingOf(tx: TenantTransaction, setUp: SetUp, appId: string): Promise<Greet>;
}

export function createWidgetConfigs({ unitOfWork, setUps, door, greetingOf }: WidgetConfigParts): WidgetConfigs {
  return {
    read: async (projectId, askedLocale, page) => {
      const app = await door(projectId, page);
      const { greet, ...look } = await lookOf(app);
      const { locale, welcomeMessage, title } = greet(visitorLocale(askedLocale, page.acceptLanguage));
      return { projectId, ...look, locale, uiHints: { welcomeMessage, widgetTitle: title } };
    },
  };

  /** Every view of every page asks for it, so it is kept as a whole: most are answered without the database. */
  function lookOf({ id, tenantId }: { id: string; tenantId: string }) {
    const setUp = setUps.of(tenantId);
    return setUp.read(`widget-look/${id}`, () =>
      unitOfWork.read(grantTenantScope(tenantId, { kind: 'visitor' }), async (tx) => {
        const config = await readyConfigOf(tx, setUp, id);
        const { theme } = readTheme(config.uiTheme);
        return {
          configVersion: config.version,
          features: sessionFeatures(config.features, await featuresOfTenant(tx, setUp)),
          theme: { ...theme },
          launcher: launcherOf(theme),
          greet: await greetingOf(tx, setUp, id),
        };
      }),
    );
  }
}

const DEFAULT_OFFSET_PX = 20;

/** Everything that the launcher needs, with colours that can be read, so that the few lines on the page do no arithmetic. */
function launcherOf({ primaryColor, colorScheme, position, offset, launcher }: WidgetTheme): WidgetConfig['launcher'] {
  const colors = deriveColors(primaryColor === undefined ? {} : { primaryColor }, colorScheme === 'dark' ? 'dark' : 'light');
  return {
    backgroundColor: colors.primary,
    color: colors.onPrimary,
    position: position ?? 'bottom-right',
    offset: { horizontal: offset?.horizontal ?? DEFAULT_OFFSET_PX, vertical: offset?.vertical ?? DEFAULT_OFFSET_PX },
    label: launcher?.label ?? '',
    icon: launcher?.icon ?? 'chat',
    iconPath: LAUNCHER_ICONS[launcher?.icon ?? 'chat'],
    isHidden: launcher?.visibility === 'hidden',
  };
}
