// An address that the app does not know.
import { Page } from '../components/page.tsx';
import { useWords } from '../words/words.ts';
import { pathTo } from './paths.ts';
import { shellWords } from './words.ts';

/** Says so and offers the way back. */
export function NotFoundPage() {
  const say = useWords(shellWords);
  return (
    <Page title={say('notFound')} lead={say('notFoundText')}>
      <p class="utrecht-paragraph">
        <a class="utrecht-link" href={pathTo('home')}>
          {say('toStart')}
        </a>
      </p>
    </Page>
  );
}
