import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import type { Visitor } from '#test/visitor.ts';
import type { VisitsDesk } from './desk.ts';
import type { Persona } from './persona.ts';

export type ExtractionFrame = Extract<DurableFrame, { type: 'extraction_update' }>;

export type Line = { who: 'visitor' | 'assistant' | 'team' | 'notice'; text: string; sources?: readonly string[] } | { who: 'break' };

export interface HeldVisit {
  persona: Persona;
  lines: Line[];
  /** As the visitor's page was told last. */
  form: ExtractionFrame | undefined;
  /** Texts by message, to look quotes up. */
  said: ReadonlyMap<string, string>;
  problems: string[];
}

const PATIENCE_MS = 20_000;

/** Holds one conversation over a real socket, message by message, and waits for the form to be read in the end. */
export async function holdVisit(visits: VisitsDesk, persona: Persona): Promise<HeldVisit> {
  const visitor = await visits.visitor(persona.clinic);
  const lines: Line[] = [];
  const said = new Map<string, string>();
  let isWithTeam = false;
  let conversationId = '';

  for (const [index, happening] of persona.happenings.entries()) {
    if (typeof happening === 'string') {
      lines.push({ who: 'visitor', text: happening });
      const before = visitor.lastSeq;
      const ack = await visitor.say(happening, `${persona.id}-${index}`);
      said.set(ack.messageId, happening);
      if (isWithTeam) continue;
      const isAnswered = () => [...visitor.durable.values()].some((frame) => frame.seq > ack.seq && isSaid(frame));
      if (!(await visitor.until(isAnswered, PATIENCE_MS)))
        throw new Error(
          `Nobody answered “${happening}”: ${JSON.stringify(visitor.frames.filter(({ type }) => type !== 'token').slice(-6))}`,
        );
      lines.push(...newLines(visitor, before, said));
      isWithTeam = [...visitor.durable.values()].some((frame) => frame.type === 'status' && frame.status === 'handoff_requested');
    } else if ('break' in happening) {
      lines.push({ who: 'break' });
      visitor.cut();
      await visitor.reconnect();
    } else {
      conversationId ||= await conversationOf(visits, visitor, persona);
      const before = visitor.lastSeq;
      const sent = await visits.call(persona.clinic, 'POST', '/messages', { conversationId, content: happening.team });
      if (sent.status !== 201) throw new Error(`The team could not write: ${sent.status} ${JSON.stringify(sent.body)}`);
      await visitor.frame((frame) => frame.type === 'message' && frame.role === 'agent' && frame.content === happening.team);
      said.set(sent.body.id, happening.team);
      lines.push(...newLines(visitor, before, said));
    }
  }

  const isRead = () =>
    Object.entries(persona.expected).every(([name, value]) => String(fieldValue(latestForm(visitor), name)) === String(value));
  await visitor.until(isRead, PATIENCE_MS);
  const held = { persona, lines, form: latestForm(visitor), said, problems: [...visitor.problems] };
  visitor.close();
  return held;
}

const isSaid = (frame: DurableFrame): boolean => frame.type === 'message' && frame.role === 'assistant';

/** What was shown since, in order. */
function newLines(visitor: Visitor, afterSeq: number, said: Map<string, string>): Line[] {
  const frames = [...visitor.durable.values()].filter((frame) => frame.seq > afterSeq).sort((one, other) => one.seq - other.seq);
  return frames.flatMap((frame): Line[] => {
    if (frame.type !== 'message' || frame.role === 'user') return [];
    said.set(frame.messageId, frame.content);
    const who = frame.role === 'assistant' ? 'assistant' : frame.role === 'agent' ? 'team' : 'notice';
    return [
      {
        who,
        text: frame.content,
        ...(frame.sources && { sources: frame.sources.map((source) => String((source as { title?: unknown }).title)) }),
      },
    ];
  });
}

export const latestForm = (visitor: Visitor): ExtractionFrame | undefined =>
  [...visitor.durable.values()]
    .filter((frame): frame is ExtractionFrame => frame.type === 'extraction_update')
    .sort((one, other) => other.seq - one.seq)[0];

const fieldValue = (form: ExtractionFrame | undefined, name: string): unknown =>
  form?.fields.find(({ fieldName }) => fieldName === name)?.value;

async function conversationOf(visits: VisitsDesk, visitor: Visitor, { clinic }: Persona): Promise<string> {
  const [row] = await visits.desk.database.asSuperuser('select conversation_id as id from widget_sessions where id = $1', [
    visitor.session.sessionId,
  ]);
  const id = String(row?.id);
  const taken = await visits.call(clinic, 'POST', `/conversations/${id}/takeover`);
  if (taken.status !== 200) throw new Error(`The team could not take over: ${taken.status} ${JSON.stringify(taken.body)}`);
  return id;
}
