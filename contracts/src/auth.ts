import { z } from 'zod';
import { MemberRole } from './tenants.ts';
import { Email, Id, text } from './text.ts';

/** A password that somebody chooses now. Older ones are only ever compared. */
export const NewPassword = text({ min: 12, max: 256 });

const SentPassword = text({ min: 1, max: 1024 });

export const Login = z.strictObject({ email: Email, password: SentPassword });
export type Login = z.output<typeof Login>;

export const Refresh = z.strictObject({ refreshToken: text({ min: 1, max: 4096 }) });
export type Refresh = z.output<typeof Refresh>;

export const ChangePassword = z.strictObject({ currentPassword: SentPassword, newPassword: NewPassword });
export type ChangePassword = z.output<typeof ChangePassword>;

/** The signed-in person, with the tenants that they are a member of. */
export const User = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  isPlatformAdmin: z.boolean(),
  tenants: z.array(z.object({ id: Id, name: z.string(), slug: z.string(), role: MemberRole })),
});
export type User = z.output<typeof User>;

const tokens = {
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Of the access token, in seconds. */
  expiresIn: z.int().min(1),
};
export const RefreshedTokens = z.object(tokens);
export type RefreshedTokens = z.output<typeof RefreshedTokens>;
export const SignedIn = z.object({ ...tokens, user: User });
export type SignedIn = z.output<typeof SignedIn>;
