/** Mails of the installation to people who sign in. What they carry is secret: it stands in the mail and nowhere else. */
export type AccountMail =
  | { kind: 'sign-in-code'; code: string; minutes: number }
  | { kind: 'verify-email'; code: string; minutes: number }
  | { kind: 'already-registered' }
  | { kind: 'reset-password'; token: string; link: string | undefined; minutes: number }
  | { kind: 'password-changed' }
  | { kind: 'second-factor-on' }
  | { kind: 'second-factor-off' }
  | { kind: 'break-glass'; tenantName: string; personName: string; reason: string; minutes: number }
  | { kind: 'invitation'; tenantName: string; inviterName: string; role: string; token: string; link: string | undefined; days: number };

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** A mail in parts, from which text and HTML are made alike. */
interface Draft {
  subject: string;
  paragraphs: string[];
  /** Shown large: a code that is typed. */
  code?: string;
  link?: { label: string; url: string };
  /** To copy: a token, where there is no page to open. */
  token?: { label: string; value: string };
}

/** @param locale BCP 47; whatever is not Spanish is written to in English */
export function accountMailText(mail: AccountMail, locale: string | null): MailText {
  const isSpanish = locale?.toLowerCase().startsWith('es') ?? false;
  const draft = isSpanish ? spanish(mail) : english(mail);
  return { subject: draft.subject, text: asText(draft), html: asHtml(draft, isSpanish ? 'es' : 'en') };
}

function english(mail: AccountMail): Draft {
  switch (mail.kind) {
    case 'sign-in-code':
      return {
        subject: 'Your sign-in code',
        paragraphs: [
          `Use this code to sign in. It works once, for ${mail.minutes} minutes.`,
          'If you did not ask for it, you can ignore this mail.',
        ],
        code: mail.code,
      };
    case 'verify-email':
      return {
        subject: 'Confirm your e-mail address',
        paragraphs: [
          `Enter this code to confirm your address. It works for ${mail.minutes} minutes.`,
          'If you did not register, you can ignore this mail.',
        ],
        code: mail.code,
      };
    case 'already-registered':
      return {
        subject: 'You already have an account',
        paragraphs: [
          'Somebody, probably you, tried to register with this address. It has an account already: sign in, or ask for a new password.',
        ],
      };
    case 'reset-password':
      return {
        subject: 'Choose a new password',
        paragraphs: [
          `Somebody asked for a new password for your account. You can choose one within ${mail.minutes} minutes.`,
          'If it was not you, do nothing: your password stays as it is.',
        ],
        ...open(mail, 'Choose a new password', 'Your token'),
      };
    case 'password-changed':
      return {
        subject: 'Your password was changed',
        paragraphs: [
          'The password of your account was changed, and every other device was signed out.',
          'If it was not you, ask for a new password at once.',
        ],
      };
    case 'second-factor-on':
      return {
        subject: 'Your authenticator app is on',
        paragraphs: [
          'From now on you are asked for a code of your authenticator app when you sign in.',
          'If it was not you, tell your administrator at once.',
        ],
      };
    case 'second-factor-off':
      return {
        subject: 'Your authenticator app is off',
        paragraphs: ['You are no longer asked for a code of your authenticator app.', 'If it was not you, change your password at once.'],
      };
    case 'break-glass':
      return {
        subject: `Somebody opened personal data of ${mail.tenantName}`,
        paragraphs: [
          `${mail.personName}, who administers this installation of Foyer, may see the conversations and other personal data of ${mail.tenantName} for ${mail.minutes} minutes.`,
          `The reason that they gave: ${mail.reason}`,
          'What they do is written into your audit log. As an owner you can end this access at any time.',
        ],
      };
    case 'invitation':
      return {
        subject: `You are invited to ${mail.tenantName}`,
        paragraphs: [
          `${mail.inviterName} invites you to work with ${mail.tenantName} as ${ROLE_NAMES.en[mail.role] ?? mail.role}. The invitation holds for ${mail.days} days.`,
          'If you do not know them, you can ignore this mail.',
        ],
        ...open(mail, 'Accept the invitation', 'Your token'),
      };
  }
}

function spanish(mail: AccountMail): Draft {
  switch (mail.kind) {
    case 'sign-in-code':
      return {
        subject: 'Su código para entrar',
        paragraphs: [
          `Use este código para entrar. Sirve una vez, durante ${mail.minutes} minutos.`,
          'Si usted no lo pidió, no haga caso de este mensaje.',
        ],
        code: mail.code,
      };
    case 'verify-email':
      return {
        subject: 'Confirme su correo electrónico',
        paragraphs: [
          `Escriba este código para confirmar su dirección. Sirve durante ${mail.minutes} minutos.`,
          'Si usted no se registró, no haga caso de este mensaje.',
        ],
        code: mail.code,
      };
    case 'already-registered':
      return {
        subject: 'Ya tiene una cuenta',
        paragraphs: [
          'Alguien, seguramente usted, intentó registrarse con esta dirección. Ya tiene una cuenta: entre con ella o pida una contraseña nueva.',
        ],
      };
    case 'reset-password':
      return {
        subject: 'Elija una contraseña nueva',
        paragraphs: [
          `Alguien pidió una contraseña nueva para su cuenta. Puede elegirla durante ${mail.minutes} minutos.`,
          'Si no fue usted, no haga nada: su contraseña sigue igual.',
        ],
        ...open(mail, 'Elegir una contraseña nueva', 'Su clave'),
      };
    case 'password-changed':
      return {
        subject: 'Su contraseña ha cambiado',
        paragraphs: [
          'La contraseña de su cuenta ha cambiado y se ha cerrado la sesión en los demás dispositivos.',
          'Si no fue usted, pida enseguida una contraseña nueva.',
        ],
      };
    case 'second-factor-on':
      return {
        subject: 'Su aplicación de autenticación está activada',
        paragraphs: [
          'Desde ahora se le pedirá un código de su aplicación al entrar.',
          'Si no fue usted, avise enseguida a su administrador.',
        ],
      };
    case 'second-factor-off':
      return {
        subject: 'Su aplicación de autenticación está desactivada',
        paragraphs: ['Ya no se le pedirá un código de su aplicación al entrar.', 'Si no fue usted, cambie enseguida su contraseña.'],
      };
    case 'break-glass':
      return {
        subject: `Alguien ha abierto datos personales de ${mail.tenantName}`,
        paragraphs: [
          `${mail.personName}, que administra esta instalación de Foyer, puede ver durante ${mail.minutes} minutos las conversaciones y otros datos personales de ${mail.tenantName}.`,
          `El motivo que ha dado: ${mail.reason}`,
          'Lo que haga queda escrito en su registro de auditoría. Como propietario puede cerrar este acceso en cualquier momento.',
        ],
      };
    case 'invitation':
      return {
        subject: `Invitación a ${mail.tenantName}`,
        paragraphs: [
          `${mail.inviterName} le invita a trabajar con ${mail.tenantName} como ${ROLE_NAMES.es[mail.role] ?? mail.role}. La invitación vale ${mail.days} días.`,
          'Si no conoce a esta persona, no haga caso de este mensaje.',
        ],
        ...open(mail, 'Aceptar la invitación', 'Su clave'),
      };
  }
}

const ROLE_NAMES: Record<'en' | 'es', Record<string, string>> = {
  en: { owner: 'owner', admin: 'administrator', agent: 'member of the team', viewer: 'viewer' },
  es: { owner: 'propietario', admin: 'administrador', agent: 'miembro del equipo', viewer: 'observador' },
};

/** A page to open where there is one, and otherwise the token itself. */
const open = ({ link, token }: { link: string | undefined; token: string }, linkLabel: string, tokenLabel: string) =>
  link === undefined ? { token: { label: tokenLabel, value: token } } : { link: { label: linkLabel, url: link } };

function asText({ paragraphs, code, link, token }: Draft): string {
  const [first = '', ...others] = paragraphs;
  const shown = code ?? (link ? `${link.label}: ${link.url}` : token && `${token.label}: ${token.value}`);
  return `${[first, ...(shown === undefined ? [] : [shown]), ...others].join('\n\n')}\n`;
}

function asHtml({ subject, paragraphs, code, link, token }: Draft, language: string): string {
  const [first = '', ...others] = paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`);
  const shown = [
    code && `<p style="margin:0 0 16px;font-size:28px;letter-spacing:6px;font-weight:600">${escapeHtml(code)}</p>`,
    link &&
      `<p style="margin:0 0 16px"><a href="${escapeHtml(link.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5c63;color:#ffffff;text-decoration:none">${escapeHtml(link.label)}</a></p>`,
    token &&
      `<p style="margin:0 0 16px">${escapeHtml(token.label)}:<br><code style="word-break:break-all">${escapeHtml(token.value)}</code></p>`,
  ].filter(Boolean);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c2b2d;background:#ffffff">',
    `<h1 style="margin:0 0 16px;font-size:20px">${escapeHtml(subject)}</h1>`,
    first,
    ...shown,
    ...others,
    '</body></html>',
  ].join('');
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
