import type { PreChatField } from '@foyer/contracts/widget-theme.ts';
import { useRef, useState } from 'preact/hooks';
import { ERROR_TEXTS, sayError } from '../../texts/errors.ts';
import { PRE_CHAT_TEXTS } from '../../texts/pre-chat.ts';
import forms from '../styles/forms.css?inline';
import own from '../styles/pre-chat.css?inline';
import { useView, useWords } from '../view.ts';
import { useLateFocus } from './late-focus.ts';
import { type AnswerProblem, problemOf } from './pre-chat-answers.ts';

export const styles = `${forms}${own}`;

/** What is asked before the chat begins. */
export function PreChat() {
  const { chat, settings } = useView();
  const form = useRef<HTMLFormElement>(null);
  useLateFocus(form);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const say = useWords(PRE_CHAT_TEXTS);
  const errors = useWords(ERROR_TEXTS);
  const fields = settings.theme.value.preChat?.fields ?? [];
  const isOpening = chat.connection.value === 'connecting';
  const notice = chat.notice.value;

  const submit = (event: Event) => {
    event.preventDefault();
    setChecked(true);
    const wrong = fields.find((field) => problemOf(field, answers[field.name]));
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong.name}"]`)?.focus();
    else if (!isOpening) void chat.open(filled(answers));
  };
  return (
    <form class="pre-chat" noValidate ref={form} onSubmit={submit}>
      {settings.welcomeMessage.value && <p dir="auto">{settings.welcomeMessage.value}</p>}
      <h3>{say('preChatTitle')}</h3>
      {fields.map((field) => (
        <Question
          key={field.name}
          field={field}
          value={answers[field.name] ?? ''}
          problem={isChecked ? problemOf(field, answers[field.name]) : undefined}
          onChange={(value) => setAnswers({ ...answers, [field.name]: value })}
        />
      ))}
      {notice && (
        <p class="problem" role="alert">
          {sayError(errors, notice.code)}
        </p>
      )}
      <button type="submit" class="primary" aria-disabled={isOpening}>
        {say(isOpening ? 'connecting' : 'start')}
      </button>
    </form>
  );
}

const filled = (answers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(answers)
      .map(([name, answer]) => [name, answer.trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );

interface QuestionProps {
  field: PreChatField;
  value: string;
  problem: AnswerProblem | undefined;
  onChange: (value: string) => void;
}

const INPUT_KINDS = { text: { type: 'text' }, email: { type: 'email' }, phone: { type: 'tel' } } as const;
const COMPLETIONS: Readonly<Record<string, string>> = { name: 'name', email: 'email', phone: 'tel' };

function Question({ field, value, problem, onChange }: QuestionProps) {
  const { settings } = useView();
  const say = useWords(PRE_CHAT_TEXTS);
  const { name, label, type, options = [] } = field;
  const id = `foyer-${name}`;
  const shared = {
    id,
    name,
    value,
    required: field.required ?? false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
  };
  const language = settings.locale.value;
  return (
    <div class="question">
      <label htmlFor={id} dir="auto">
        {typeof label === 'string' ? label : (label[language] ?? label.en ?? label.es)}
        {!field.required && <small> ({say('optional')})</small>}
      </label>
      {type === 'choice' ? (
        <select {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{say('choose')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          {...INPUT_KINDS[type]}
          maxLength={200}
          autoComplete={COMPLETIONS[name] ?? 'off'}
          dir="auto"
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
      <p class="problem" id={`${id}-problem`}>
        {problem && say(problem)}
      </p>
    </div>
  );
}
