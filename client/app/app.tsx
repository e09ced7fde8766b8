// The app: language and session around the frame with the pages.
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso';
import { ApiError } from '../api/request.ts';
import { Failure } from '../components/failure.tsx';
import { Loading } from '../components/loading.tsx';
import { LanguageProvider } from '../words/language.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { routes } from './routes.tsx';
import { SessionProvider } from './session.tsx';
import { Shell } from './shell.tsx';

const noServer = new ApiError('NETWORK', '', {});

/** The whole app. */
export function App() {
  return (
    <LanguageProvider>
      <SessionProvider
        loading={<Loading />}
        failed={(retry) => <Failure error={noServer} retry={retry} />}
      >
        <LocationProvider>
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
