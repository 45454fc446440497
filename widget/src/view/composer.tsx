import { useLayoutEffect, useRef } from 'preact/hooks';
import { takesFiles } from './attaching.ts';
import { Icon, IconButton } from './icon.tsx';
import { ATTACH, SEND } from './icons.ts';
import { UploadChips } from './later-files.ts';
import { useView } from './view.ts';

/** As the server counts. */
const MAX_CHARACTERS = 16_000;
const COUNTED_FROM = 15_000;

/** Where the visitor writes. */
export function Composer() {
  const view = useView();
  const { chat, settings, words } = view;
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const say = words.value;
  const draft = chat.draft.value;
  const uploads = chat.uploads.value;
  const hasContent = draft.trim() !== '' || uploads.some((upload) => upload.state === 'ready');
  const isUploading = uploads.some((upload) => upload.state === 'uploading');
  const canSend = hasContent && !isUploading && draft.length <= MAX_CHARACTERS;

  useLayoutEffect(() => {
    const element = field.current;
    // Nothing that is hidden has a height to go by.
    if (!element?.clientHeight) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [draft, settings.isOpen.value]);

  const send = () => {
    if (canSend) chat.send(draft.trim());
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While characters are being composed, Enter chooses one; some browsers tell so only by the key code.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !takesFiles(view)) return;
    event.preventDefault();
    chat.addFiles(files);
  };
  return (
    <form class="composer" onSubmit={(event) => [event.preventDefault(), send()]}>
      {uploads.length > 0 && <UploadChips />}
      <div class="writing">
        {takesFiles(view) && (
          <>
            <IconButton icon={ATTACH} label={say('attach')} onClick={() => picker.current?.click()} />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={({ currentTarget }) => {
                chat.addFiles([...(currentTarget.files ?? [])]);
                // The same file can be chosen again.
                currentTarget.value = '';
              }}
            />
          </>
        )}
        <textarea
          ref={field}
          rows={1}
          aria-label={say('composer')}
          placeholder={say('placeholder')}
          dir="auto"
          enterkeyhint="send"
          aria-invalid={draft.length > MAX_CHARACTERS}
          aria-describedby="foyer-count"
          value={draft}
          onInput={({ currentTarget }) => chat.setDraft(currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class="send" aria-label={say('send')} title={say('send')} aria-disabled={!canSend}>
          <Icon path={SEND} />
        </button>
      </div>
      <p id="foyer-count" class="count" role="status">
        {draft.length > COUNTED_FROM && <Count left={MAX_CHARACTERS - draft.length} />}
      </p>
    </form>
  );
}

function Count({ left }: { left: number }) {
  const { words, settings } = useView();
  return (
    <span class={left < 0 ? 'over' : ''}>
      {words.value(left < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(left).toLocaleString(settings.locale.value) })}
    </span>
  );
}
