// Whether a key still works, and the way to stop it.
import { AreYouSure } from '../components/are-you-sure.tsx';
import { useLanguage } from '../words/language.tsx';
import { useWords } from '../words/words.ts';
import { keyWords } from './words.ts';

interface KeyEndProps {
  readonly label: string;
  readonly expiresOn: string;
  readonly revokedOn: string | null;
  readonly isBusy: boolean;
  readonly onRevoke: () => void;
}

/** The day on which the key ended, or a button that ends it. */
export function KeyEnd({ label, expiresOn, revokedOn, isBusy, onRevoke }: KeyEndProps) {
  const say = useWords(keyWords);
  const { formats } = useLanguage();
  const today = new Date().toISOString().slice(0, 10);
  if (revokedOn) return <>{say('revokedOn', { day: formats.shortDay(revokedOn) })}</>;
  if (expiresOn <= today) return <>{say('expiredOn', { day: formats.shortDay(expiresOn) })}</>;
  return (
    <AreYouSure
      word={say('revoke')}
      about={label}
      question={say('revokeAsk')}
      confirm={say('revokeYes')}
      isBusy={isBusy}
      onSure={onRevoke}
    />
  );
}
