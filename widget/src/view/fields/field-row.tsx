import { useRef, useState } from 'preact/hooks';
import type { FormField } from '../../chat/chat.ts';
import { FIELD_TEXTS } from '../../texts/fields.ts';
import { Icon, IconButton } from '../icon.tsx';
import { CHECK, PENCIL, QUOTE, REMOVE } from '../more-icons.ts';
import { useFormats } from '../use-formats.ts';
import { useView, useWords } from '../view.ts';
import { FieldEditor } from './field-editor.tsx';
import { isKnown } from './field-progress.ts';
import { confidenceLevel, valueText } from './field-values.ts';

/** One field: what is known of it, how surely, and where it was said. */
export function FieldRow({ field }: { field: FormField }) {
  const { chat } = useView();
  const formats = useFormats();
  const [isEditing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const say = useWords(FIELD_TEXTS);
  const { name, title, known } = field;
  const value = isKnown(field) ? valueText(field, known?.value, say, formats) : undefined;
  const canChange = !chat.hasEnded.value;
  const isSuggested = known?.status === 'suggested' && value !== undefined;

  const stopEditing = () => {
    setEditing(false);
    row.current?.querySelector<HTMLElement>('.edit')?.focus();
  };
  const save = (changed: unknown) => {
    chat.confirmField(name, changed);
    stopEditing();
  };
  return (
    <li class={`field ${known?.status ?? 'unknown'}`} ref={row} data-field={name}>
      <div class="field-line">
        <p class="field-title" dir="auto">
          {title}
          {field.isRequired && <span class="unseen"> ({say('required')})</span>}
        </p>
        {canChange && !isEditing && (
          <div class="field-actions">
            {isSuggested && (
              <IconButton
                icon={CHECK}
                class="confirm"
                label={say('confirmField', { title, value })}
                onClick={() => chat.confirmField(name, known?.value)}
              />
            )}
            <IconButton
              icon={PENCIL}
              class="edit"
              label={say(value === undefined ? 'fillInField' : 'correctField', { title })}
              onClick={() => setEditing(true)}
            />
            {value !== undefined && (
              <IconButton icon={REMOVE} label={say('removeField', { title })} onClick={() => chat.rejectField(name)} />
            )}
          </div>
        )}
      </div>
      {isEditing ? (
        <FieldEditor field={field} onSave={save} onCancel={stopEditing} />
      ) : (
        <p class={`field-value ${value === undefined ? 'none' : ''}`} dir="auto">
          {value ?? say(known?.status === 'rejected' ? 'fieldRejected' : 'fieldUnknown')}
        </p>
      )}
      {value !== undefined && !isEditing && <Grounds field={field} />}
    </li>
  );
}

/** How surely a value is known, and the words that it rests on. */
function Grounds({ field }: { field: FormField }) {
  const { marked, layout, isFieldsOpen } = useView();
  const { known } = field;
  const say = useWords(FIELD_TEXTS);
  if (!known) return null;
  const level = confidenceLevel(known.confidence);
  const show = (evidence: { messageId: string; quote: string }) => {
    if (layout.value !== 'wide') isFieldsOpen.value = false;
    marked.value = { ...evidence };
  };
  return (
    <div class="grounds">
      {known.status === 'suggested' ? (
        <span class={`confidence ${level}`}>
          <i aria-hidden="true" />
          {say(CONFIDENCE_TEXTS[level])}
        </span>
      ) : (
        <span class="confidence done">
          <Icon path={CHECK} />
          {say(known.status === 'corrected' ? 'fieldCorrected' : 'fieldConfirmed')}
        </span>
      )}
      {known.evidence.map((evidence) => (
        <button
          key={`${evidence.messageId} ${evidence.quote}`}
          type="button"
          class="evidence"
          dir="auto"
          aria-label={say('evidence', { quote: evidence.quote })}
          onClick={() => show(evidence)}
        >
          <Icon path={QUOTE} />
          <q>{evidence.quote}</q>
        </button>
      ))}
    </div>
  );
}

const CONFIDENCE_TEXTS = { high: 'confidenceHigh', medium: 'confidenceMedium', low: 'confidenceLow' } as const;
