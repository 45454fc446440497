import { useEffect, useRef } from 'preact/hooks';
import { FIELD_TEXTS } from '../../texts/fields.ts';
import { SCROLLABLE } from '../focus.ts';
import { IconButton } from '../icon.tsx';
import { CLOSE } from '../icons.ts';
import { DOWN } from '../more-icons.ts';
import { useView, useWords } from '../view.ts';
import { progressOf } from './field-progress.ts';
import { FieldRow } from './field-row.tsx';

/** “What we understood”: every field of the form, and what the visitor can do about it. */
export function FieldsPanel() {
  const { chat, layout, isFieldsOpen } = useView();
  const title = useRef<HTMLHeadingElement>(null);
  const form = chat.form.value;
  const say = useWords(FIELD_TEXTS);
  const isSheet = layout.value !== 'wide';
  useEffect(() => {
    if (isSheet) title.current?.focus();
  }, [isSheet]);
  if (!form) return null;
  const { known, total } = progressOf(form);
  return (
    <aside class={`fields ${isSheet ? 'sheet' : ''}`} aria-labelledby="foyer-fields">
      <header class="fields-head">
        <h3 id="foyer-fields" tabIndex={-1} ref={title}>
          {say('fields')}
        </h3>
        <IconButton
          icon={isSheet ? DOWN : CLOSE}
          label={say('back')}
          onClick={() => {
            isFieldsOpen.value = false;
          }}
        />
        {form.title && (
          <p class="fields-title" dir="auto">
            {form.title}
          </p>
        )}
        <div
          class="progress"
          role="progressbar"
          aria-label={say('fields')}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={known}
          aria-valuetext={say('fieldsProgress', { known, total })}
        >
          <span style={{ width: `${total > 0 ? (known / total) * 100 : 0}%` }} />
        </div>
        <p class="fields-hint">
          {say(form.status === 'complete' ? 'fieldsComplete' : 'fieldsHint')}{' '}
          <span class="fields-count">{say('fieldsProgress', { known, total })}</span>
        </p>
      </header>
      <ul class="field-list" {...SCROLLABLE}>
        {form.fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </ul>
    </aside>
  );
}
