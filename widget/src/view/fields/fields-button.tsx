import { Icon } from '../icon.tsx';
import { FORM } from '../icons.ts';
import { useView } from '../view.ts';
import { progressOf } from './field-progress.ts';

/** Shows and hides the panel of fields, and says how far the form is. */
export function FieldsButton() {
  const { chat, words, isFieldsOpen, showsFields } = useView();
  const form = chat.form.value;
  if (!form) return null;
  const { known, total } = progressOf(form);
  return (
    <button
      type="button"
      class="fields-button"
      title={words.value('fields')}
      aria-expanded={showsFields.value}
      onClick={() => {
        isFieldsOpen.value = !showsFields.value;
      }}
    >
      <Icon path={FORM} />
      <span class="unseen">{words.value('fields')}: </span>
      {known}/{total}
    </button>
  );
}
