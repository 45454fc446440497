import { useState } from 'preact/hooks';
import { ENDING_TEXTS } from '../../texts/ending.ts';
import { useView, useWords } from '../view.ts';

const RATINGS = [1, 2, 3, 4, 5] as const;
type Rating = (typeof RATINGS)[number];

/** As the server counts. */
const MAX_COMMENT_CHARACTERS = 2_000;

/** Asks how it was. */
export function Satisfaction() {
  const { chat } = useView();
  const [rating, setRating] = useState<Rating>();
  const [comment, setComment] = useState('');
  const say = useWords(ENDING_TEXTS);
  if (chat.satisfaction.value) {
    return (
      <p class="thanks" role="status">
        {say('rateThanks')}
      </p>
    );
  }
  const send = (event: Event) => {
    event.preventDefault();
    if (rating) chat.rate(rating, comment.trim() || undefined);
  };
  return (
    <form class="satisfaction" onSubmit={send}>
      <fieldset>
        <legend>{say('rateQuestion')}</legend>
        <div class="faces">
          {RATINGS.map((value) => (
            <label key={value} class={value === rating ? 'chosen' : ''} title={say(`rate${value}`)}>
              <input
                type="radio"
                name="foyer-rating"
                value={value}
                checked={value === rating}
                aria-label={say(`rate${value}`)}
                onChange={() => setRating(value)}
              />
              <Face rating={value} />
            </label>
          ))}
        </div>
        <p class="rating-word" aria-hidden="true">
          {rating && say(`rate${rating}`)}
        </p>
      </fieldset>
      {rating && (
        <>
          <label class="comment">
            {say('rateComment')}
            <textarea
              rows={2}
              maxLength={MAX_COMMENT_CHARACTERS}
              dir="auto"
              value={comment}
              onInput={({ currentTarget }) => setComment(currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary">
            {say('rateSend')}
          </button>
        </>
      )}
    </form>
  );
}

/** The mouth goes up with the rating. */
function Face({ rating }: { rating: Rating }) {
  const bend = (rating - 3) * 2.5;
  return (
    <svg class="face" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="12.5" />
      <path d={`M11.5 13v.01M20.5 13v.01M10.5 ${20.5 - bend / 2}Q16 ${20.5 + bend} 21.5 ${20.5 - bend / 2}`} />
    </svg>
  );
}
