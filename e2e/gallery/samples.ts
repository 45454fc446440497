import type { ChatEvent, ChatMessage, FormField, FormState, TimelineEntry, Upload } from '../../widget/src/chat/chat.ts';

/** Whole days are counted in the visitor's own time: noon is far from both ends. */
export const NOON = new Date(2026, 10, 20, 12, 0).getTime();
const MINUTE_MS = 60_000;

let next = 0;

export function message(role: ChatMessage['role'], content: string, more: Partial<ChatMessage> = {}): ChatMessage {
  next++;
  return {
    kind: 'message',
    key: `key-${next}`,
    messageId: `message-${next}`,
    role,
    content,
    seq: next,
    at: NOON + next * MINUTE_MS,
    delivery: role === 'user' ? 'read' : undefined,
    failure: undefined,
    isStreaming: false,
    sources: [],
    attachments: [],
    authorName: undefined,
    ...more,
  };
}

export function event(kind: ChatEvent['kind'], more: Partial<ChatEvent> = {}): ChatEvent {
  next++;
  return { kind, key: `key-${next}`, at: NOON + next * MINUTE_MS, seq: next, name: undefined, text: undefined, ...more };
}

/** A drawing, so that no file has to lie here. */
export const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"%3E%3Crect width="160" height="120" fill="%23b7d3d0"/%3E%3Ccircle cx="112" cy="40" r="18" fill="%23fff6df"/%3E%3Cpath d="M0 120 54 52l38 44 20-22 48 46z" fill="%2345807d"/%3E%3C/svg%3E';

export const MARKDOWN = `# What to bring

Please bring **all of this** to the *first* visit, see [our page](https://example.com/visit) or https://example.com/map:

1. Your insurance card
2. A list of medicines:
   - name and dose
   - since when
3. Earlier reports

| Day | From | To |
|-----|------|----|
| Monday to Thursday | 8:00 | 17:00 |
| Friday | 8:00 | 14:00 |

> Nothing to eat for six hours before.

Call \`ext. 204\` when you are at the door.

\`\`\`
Harbour Street 12
1st floor, on the left
\`\`\``;

export const conversation = (): TimelineEntry[] => [
  message('user', 'Good morning! When are you open?', { at: NOON - 86_400_000 }),
  message('assistant', 'We are open **Monday to Thursday** from 8:00 to 17:00 and on Friday until 14:00.', {
    at: NOON - 86_400_000 + 4_000,
    sources: [
      { title: 'Opening hours', documentId: 'd1', url: 'https://example.com/hours' },
      { title: 'How to find us', documentId: 'd2' },
    ],
  }),
  message('user', 'And can I park nearby?'),
  message('user', 'I come by car from Alcalá.'),
  message('assistant', 'Yes. There is a car park behind the building; the first two hours are free for patients.'),
  message('assistant', 'Is there anything else that you would like to know?'),
  message('user', 'No, thank you very much.'),
];

function field(name: string, title: string, type: FormField['type'], more: Partial<FormField> = {}): FormField {
  return { name, title, type, description: undefined, options: undefined, format: undefined, isRequired: true, known: undefined, ...more };
}

/** @param messageId that the evidence is in */
export function form(messageId: string): FormState {
  const known = (
    value: string | number | boolean | string[],
    confidence: number,
    quote: string,
    status: 'suggested' | 'confirmed' | 'corrected' | 'rejected' = 'suggested',
  ) => ({
    fieldName: '',
    value: status === 'rejected' ? null : value,
    confidence,
    status,
    evidence: quote ? [{ messageId, quote }] : [],
  });
  return {
    formType: 'intake',
    title: 'Before the operation',
    status: 'partial',
    fields: [
      field('age', 'Age', 'integer', { known: known(65, 0.93, 'I am 65 years old') }),
      field('sex', 'Sex', 'string', { options: ['female', 'male'], known: known('male', 0.7, 'My wife and I') }),
      field('weightKg', 'Weight in kilograms', 'number', { known: known(81.5, 1, '81.5 kg', 'confirmed') }),
      field('diabetes', 'Diabetes treated with insulin', 'boolean', { known: known(false, 0.45, 'no insulin, I think') }),
      field('surgeryDate', 'Date of the operation', 'string', { format: 'date', known: known('2026-12-03', 1, '', 'corrected') }),
      field('medicines', 'Medicines', 'array', { known: known(['Ramipril', 'Aspirin'], 0.88, 'Ramipril in the morning, and an Aspirin') }),
      field('smoker', 'Smoker', 'boolean', { known: known(true, 0.9, 'smoke', 'rejected') }),
      field('allergies', 'Allergies', 'array', { options: ['Latex', 'Penicillin', 'Iodine'], isRequired: false }),
      field('creatinine', 'Creatinine, last measured', 'number'),
      field('walks', 'How far you can walk without a break, on a good day and on level ground', 'string'),
    ],
  };
}

export const uploads: Upload[] = [
  {
    id: 'u1',
    name: 'knee.jpg',
    size: 482_000,
    contentType: 'image/jpeg',
    previewUrl: PICTURE,
    progress: 1,
    state: 'ready',
    failureCode: undefined,
  },
  {
    id: 'u2',
    name: 'a report with a rather long name from the other hospital.pdf',
    size: 2_400_000,
    contentType: 'application/pdf',
    previewUrl: undefined,
    progress: 0.4,
    state: 'uploading',
    failureCode: undefined,
  },
  {
    id: 'u3',
    name: 'film.mov',
    size: 90_000_000,
    contentType: 'video/quicktime',
    previewUrl: undefined,
    progress: 0,
    state: 'failed',
    failureCode: 'FILE_TOO_LARGE',
  },
];
