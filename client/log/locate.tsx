// Where the phone is, worked out on the phone: asked of the device by a tap, or unasked where that was allowed before.
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { locateWords } from './locate-words.ts';
import { type WijkShape, wijkenAt } from './which-wijk.ts';

type Locating = 'IDLE' | 'BUSY' | 'FOUND' | 'BORDER' | 'OUTSIDE' | 'DENIED';

/** Asks the device where it is; nothing of it leaves the device. */
const findPosition = () =>
  new Promise<GeolocationCoordinates>((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, {
      enableHighAccuracy: true,
      timeout: 10_000,
      maximumAge: 60_000,
    }),
  );

/** Whether the device gives its place without asking the person first. */
const mayLocateUnasked = async (): Promise<boolean> =>
  (await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined))?.state ===
  'granted';

interface LocateProps {
  readonly borders: readonly WijkShape[];
  /** Whether to begin without a tap, if the device allows it. */
  readonly isUnasked: boolean;
  readonly nameOf: (code: string) => string;
  /** One code: sure. More: near a border, to be asked. None: outside. */
  readonly onFound: (codes: readonly string[]) => void;
}

/** A button and what came of it. */
export function Locate({ borders, isUnasked, nameOf, onFound }: LocateProps) {
  const say = useWords(locateWords);
  const [locating, setLocating] = useState<Locating>('IDLE');
  const [wijk, setWijk] = useState('');
  const locate = async () => {
    setLocating('BUSY');
    try {
      const found = wijkenAt(borders, await findPosition());
      const [only = '', another] = found;
      setWijk(nameOf(only));
      setLocating(another ? 'BORDER' : only ? 'FOUND' : 'OUTSIDE');
      onFound(found);
    } catch {
      setLocating('DENIED');
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the borders are there.
  useEffect(() => {
    if (isUnasked) void mayLocateUnasked().then((may) => (may ? locate() : undefined));
  }, []);
  const said = {
    IDLE: '',
    BUSY: say('locating'),
    FOUND: say('located', { wijk }),
    BORDER: say('locatedBorder'),
    OUTSIDE: say('locatedOutside'),
    DENIED: say('locateDenied'),
  }[locating];
  return (
    <>
      <button
        type="button"
        class="utrecht-button utrecht-button--subtle"
        onClick={() => void locate()}
      >
        {say('locate')}
      </button>
      <p role="status" class="wb-hint">
        {said}
      </p>
    </>
  );
}
