import { useState } from 'preact/hooks';
import type { FormField } from '../../chat/chat.ts';
import { FIELD_TEXTS } from '../../texts/fields.ts';
import { useWords } from '../view.ts';
import { inputText, parseInput } from './field-values.ts';

interface FieldEditorProps {
  field: FormField;
  onSave: (value: unknown) => void;
  onCancel: () => void;
}

/** Corrects a value, with an input that fits its type. */
export function FieldEditor({ field, onSave, onCancel }: FieldEditorProps) {
  const [input, setInput] = useState(() => inputText(field.known?.value));
  const [isWrong, setWrong] = useState(false);
  const say = useWords(FIELD_TEXTS);
  const isNumber = field.type === 'number' || field.type === 'integer';

  const save = (event: Event) => {
    event.preventDefault();
    const value = parseInput(field, input);
    if (value === undefined) setWrong(true);
    else onSave(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  const id = `foyer-edit-${field.name}`;
  return (
    <form class="field-editor" noValidate onSubmit={save} onKeyDown={onKeyDown}>
      <FieldInput
        field={field}
        value={input}
        attributes={{
          id,
          'aria-label': field.title,
          'aria-invalid': isWrong,
          'aria-describedby': `${id}-problem`,
        }}
        onChange={(value) => {
          setInput(value);
          setWrong(false);
        }}
      />
      <p class="problem" id={`${id}-problem`} role="alert">
        {isWrong && say(isNumber && input ? 'wrongNumber' : 'missingAnswer')}
      </p>
      <div class="actions">
        <button type="submit" class="primary">
          {say('save')}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {say('cancel')}
        </button>
      </div>
    </form>
  );
}

interface FieldInputProps {
  field: FormField;
  value: string;
  attributes: Record<string, unknown>;
  onChange: (value: string) => void;
}

const focusOn = (element: HTMLElement | null): void => element?.focus();

function FieldInput({ field, value, attributes, onChange }: FieldInputProps) {
  const say = useWords(FIELD_TEXTS);
  const choices =
    field.type === 'boolean'
      ? [['true', say('yes')] as const, ['false', say('no')] as const]
      : field.options?.map((one) => [String(one), String(one)] as const);
  if (field.type === 'array' && choices) return <Choices choices={choices} value={value} attributes={attributes} onChange={onChange} />;
  if (choices) {
    return (
      <select {...attributes} ref={focusOn} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{say('choose')}</option>
        {choices.map(([choice, label]) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (field.type === 'array') {
    return (
      <textarea
        {...attributes}
        ref={focusOn}
        rows={3}
        placeholder={say('listHint')}
        dir="auto"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  return (
    <input
      {...attributes}
      ref={focusOn}
      {...inputKind(field)}
      dir="auto"
      value={value}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function inputKind({ type, format }: FormField): Record<string, string> {
  if (type === 'number' || type === 'integer') return { type: 'text', inputMode: 'decimal' };
  if (format === 'date' || format === 'time' || format === 'email') return { type: format };
  return { type: format === 'date-time' ? 'datetime-local' : 'text' };
}

interface ChoicesProps {
  choices: readonly (readonly [string, string])[];
  /** One line for each that is chosen. */
  value: string;
  attributes: Record<string, unknown>;
  onChange: (value: string) => void;
}

function Choices({ choices, value, attributes, onChange }: ChoicesProps) {
  const chosen = value.split('\n').filter(Boolean);
  const toggle = (choice: string, isChosen: boolean) =>
    onChange(
      choices
        .map(([one]) => one)
        .filter((one) => (one === choice ? isChosen : chosen.includes(one)))
        .join('\n'),
    );
  return (
    <fieldset class="choices" {...attributes} tabIndex={-1} ref={focusOn}>
      {choices.map(([choice, label]) => (
        <label key={choice}>
          <input
            type="checkbox"
            checked={chosen.includes(choice)}
            onChange={({ currentTarget }) => toggle(choice, currentTarget.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
