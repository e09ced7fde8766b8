// A command for the operator of the server, to copy: what it does is not done from the website.
import { CopyButton } from '../components/copy-button.tsx';

/** The command as it is typed in the folder of the server. */
export function Command({ words }: { words: string }) {
  const text = `npm run wijkbeeld -- ${words}`;
  return (
    <p class="wb-command">
      <code>{text}</code> <CopyButton text={text} about={text} />
    </p>
  );
}
