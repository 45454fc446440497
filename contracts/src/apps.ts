import { z } from 'zod';
import { Created, Flag, ListQuery, Search } from './lists.ts';
import { Id, line, Moment, Origin, Secret, Slug } from './text.ts';

/** The public name of an app, unique over the installation: it stands in the page that embeds the widget. */
export const ProjectId = z
  .string()
  .min(3, 'Must have at least 3 characters')
  .max(64, 'Must have at most 64 characters')
  .regex(/^[A-Za-z0-9][\w-]*$/, 'Must consist of letters, digits, hyphens and underscores, and begin with a letter or digit')
  .meta({ examples: ['front-desk'] });

const AllowedOrigins = z
  .array(Origin)
  .max(100, 'Must name at most 100 origins')
  .overwrite((origins) => [...new Set(origins)]);

export const NewApp = z.strictObject({
  tenantId: Id,
  name: line({ max: 200 }),
  slug: Slug,
  /** Made up when left out. */
  projectId: ProjectId.optional(),
  isActive: z.boolean().default(true),
  /** Pages that may open the widget; none means the installation's own pages only. */
  allowedOrigins: AllowedOrigins.default([]),
});
export type NewApp = z.output<typeof NewApp>;

export const AppPatch = z.strictObject({
  name: line({ max: 200 }).optional(),
  slug: Slug.optional(),
  projectId: ProjectId.optional(),
  isActive: z.boolean().optional(),
  allowedOrigins: AllowedOrigins.optional(),
});
export type AppPatch = z.output<typeof AppPatch>;

/** A front desk's presence on a site: its widget, its agent, its keys. */
export const App = z.object({
  id: Id,
  tenantId: Id,
  name: z.string(),
  slug: z.string(),
  projectId: z.string(),
  isActive: z.boolean(),
  allowedOrigins: z.array(z.string()),
  defaultAgentId: Id.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type App = z.output<typeof App>;

/** An app on the day it is made: the only time that its two secrets are shown. */
export const CreatedApp = App.extend({ apiKey: Secret, identitySecret: Secret });
export type CreatedApp = z.output<typeof CreatedApp>;

export const RotatedKey = z.object({ apiKey: Secret });
export const RotatedIdentitySecret = z.object({ identitySecret: Secret });

export const AppListQuery = z.strictObject({ ...ListQuery.shape, q: Search.optional(), isActive: Flag.optional(), ...Created });
export type AppListQuery = z.output<typeof AppListQuery>;
