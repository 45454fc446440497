import fc from 'fast-check';
import { showHostileNames } from '../../hostile/hostile-names.ts';
import { showHostileContent } from '../../hostile/hostile-visit.ts';
import { PAYLOADS, type Payload, SHORT_PAYLOADS } from '../../hostile/payloads.ts';
import type { Stage } from './stage.ts';

/** The whole corpus, and what a fuzzer makes of its pieces, through messages and streamed answers. */
export async function proveHostile(stage: Stage, { seed, fuzzed }: { seed: number; fuzzed: number }): Promise<void> {
  const { report } = stage;
  const clinic = await stage.desk.clinic();
  // The safety screen may take gibberish for danger and call a person; here the model is to go on answering.
  await clinic.call('POST', '/escalation-policies', { name: 'None', isDefault: true, steps: [], agentBehaviour: 'continue' });
  const payloads = [...PAYLOADS, ...fuzzedPayloads(seed, fuzzed)];
  for (const violation of await showHostileContent({ ...stage, clinic, payloads })) report.violate(violation);
  for (const violation of await showHostileNames({ ...stage, payloads: SHORT_PAYLOADS })) report.violate(violation);
  report.say(
    `hostile names: ${SHORT_PAYLOADS.length} of them as titles and values of fields, names of files and people, words of the theme`,
  );
  report.say(`hostile content: ${PAYLOADS.length} payloads of the corpus and ${fuzzed} fuzzed ones, each written and streamed back`);
}

/** Pieces of the corpus, cut anywhere and put together anew with what markdown and markup are made of. */
function fuzzedPayloads(seed: number, count: number): Payload[] {
  const pieces = PAYLOADS.filter(({ text }) => text.length < 200).map(({ text }) => text);
  const syntax = [
    '[',
    '](',
    ')',
    '**',
    '`',
    '```\n',
    '\n\n',
    '> ',
    '- ',
    '| ',
    '|---|\n',
    '<',
    '>',
    '"',
    "'",
    '&',
    ';',
    '//',
    ':',
    '!',
    '\\',
    'https://',
  ];
  const piece = fc
    .tuple(fc.constantFrom(...pieces), fc.nat(200), fc.nat(200))
    .map(([text, one, other]) => text.slice(Math.min(one, other) % (text.length + 1), Math.max(one, other)));
  const made = fc.array(fc.oneof(piece, fc.constantFrom(...syntax), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 2,
    maxLength: 14,
  });
  return fc
    .sample(made, { seed, numRuns: count })
    .map((parts) => ({ kind: 'fuzzed', text: parts.join('').replaceAll('\u0000', '') || 'nothing' }));
}
