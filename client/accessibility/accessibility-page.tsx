// What was done and tested for accessibility, and what was not.
import { Page } from '../components/page.tsx';
import { useWords } from '../words/words.ts';
import { accessibilityWords } from './words.ts';

const done = ['doneAxe', 'doneKeyboard', 'doneZoom', 'doneColour', 'doneMotion'] as const;
const gaps = ['gapsReader', 'gapsPhone', 'gapsTitles', 'gapsPdf'] as const;

/** /toegankelijkheid */
export function AccessibilityPage() {
  const say = useWords(accessibilityWords);
  return (
    <Page title={say('title')} lead={say('lead')}>
      <h2 class="utrecht-heading-2">{say('target')}</h2>
      <p class="utrecht-paragraph">{say('targetText')}</p>
      <h2 class="utrecht-heading-2">{say('done')}</h2>
      <ul>
        {done.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <h2 class="utrecht-heading-2">{say('gaps')}</h2>
      <ul>
        {gaps.map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <h2 class="utrecht-heading-2">{say('contact')}</h2>
      <p class="utrecht-paragraph">{say('contactText')}</p>
    </Page>
  );
}
