import { useView } from './view.ts';

/** The first words, which nobody has written, and something to begin with. */
export function Welcome() {
  const { chat, settings, words } = useView();
  const message = settings.welcomeMessage.value;
  const suggestions = settings.theme.value.suggestions?.[settings.locale.value] ?? [];
  const hasBegun = chat.timeline.value.length > 0;
  return (
    <>
      {message && (
        <article class="message assistant first last welcome" aria-label={words.value('assistant')} data-role="assistant">
          <div class="bubble">
            <p class="plain" data-part="content" dir="auto">
              {message}
            </p>
          </div>
        </article>
      )}
      {!hasBegun && suggestions.length > 0 && (
        <ul class="suggestions" aria-label={words.value('suggestions')}>
          {suggestions.map((suggestion) => (
            <li key={suggestion}>
              <button type="button" dir="auto" onClick={() => chat.send(suggestion)}>
                {suggestion}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
