// The app: language and session around the frame with the pages.
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import { ApiError } from '../api/request.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { LanguageProvider } from '../words/language.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { firstParts } from './paths.ts';
import { routes } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell.tsx';

const noServer = new ApiError('NETWORK', '', {});

/** Links to these stay in the app; others, such as the API page, are pages of the server. */
const ownAddresses = new RegExp(`^/(?:${firstParts.filter(Boolean).join('|')})?(?:$|[/?#])`);

/** The whole app. */
export function App() {
  return (
    <LanguageProvider>
      <SessionProvider
        loading={<Loading />}
        failed={(retry) => <Failure error={noServer} retry={retry} />}
      >
        <LocationProvider scope={ownAddresses}>
          <Shell>
            <ErrorBoundary>
              <Router>
                {routes.map(({ path, page }) => (
                  <Route key={path} path={path} component={page} />
                ))}
                <Route default component={NotFoundPage} />
              </Router>
            </ErrorBoundary>
          </Shell>
        </LocationProvider>
      </SessionProvider>
    </LanguageProvider>
  );
}
