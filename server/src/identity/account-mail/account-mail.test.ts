import { describe, expect, test } from 'vitest';
import { type AccountMail, accountMailText } from './account-mail.texts.ts';

const MAILS: AccountMail[] = [
  { kind: 'sign-in-code', code: '123456', minutes: 10 },
  { kind: 'verify-email', code: '123456', minutes: 10 },
  { kind: 'already-registered' },
  { kind: 'reset-password', token: 'the-token', link: undefined, minutes: 60 },
  { kind: 'password-changed' },
  { kind: 'second-factor-on' },
  { kind: 'second-factor-off' },
  { kind: 'invitation', tenantName: 'Clinic', inviterName: 'Ana', role: 'agent', token: 'the-token', link: undefined, days: 7 },
];

describe('mails to accounts', () => {
  test.each(MAILS)('$kind says the same in text and HTML, in English and Spanish', (mail) => {
    const [english, spanish] = [accountMailText(mail, 'en-GB'), accountMailText(mail, 'es')];
    expect(spanish.subject).not.toBe(english.subject);
    for (const { subject, text, html } of [english, spanish]) {
      expect(subject).not.toMatch(/[\r\n]/);
      const shown = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      for (const line of text.trim().split('\n\n')) for (const part of line.split(': ')) expect(shown).toContain(part);
    }
  });

  test('what people wrote about themselves stays text', () => {
    const mail: AccountMail = {
      kind: 'invitation',
      tenantName: '<script>alert(1)</script>',
      inviterName: 'A"na',
      role: 'agent',
      token: 't',
      link: undefined,
      days: 7,
    };
    expect(accountMailText(mail, null).html).not.toContain('<script');
  });

  test('where there is a page to open, the mail has its link and not the token beside it', () => {
    const { text, html } = accountMailText(
      { kind: 'reset-password', token: 'the-token', link: 'https://desk.example/reset#the-token', minutes: 60 },
      'en',
    );
    expect(text).toContain('https://desk.example/reset#the-token');
    expect(html).toContain('href="https://desk.example/reset#the-token"');
    expect(text).not.toContain('Your token');
  });
});
