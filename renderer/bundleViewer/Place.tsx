/** The place that is open in the list pane. */
import type { CaseIndex } from './content/caseIndex.ts';
import { ReviewView } from './review/index.ts';
import type { Go, Route } from './route.ts';
import { ChartView } from './views/chart/ChartView.tsx';
import { CustodyView } from './views/custody/CustodyView.tsx';
import { EntitiesView } from './views/entity/EntitiesView.tsx';
import { ExhibitsView } from './views/ExhibitsView.tsx';
import { FindingsView } from './views/FindingsView.tsx';
import { MapPlace } from './views/map/MapPlace.tsx';
import { MatrixView } from './views/MatrixView.tsx';
import { ReportView } from './views/ReportView.tsx';
import { RequestsView } from './views/RequestsView.tsx';
import { SearchView } from './search/SearchView.tsx';
import { TimelineView } from './views/timeline/TimelineView.tsx';
import { VerifyView } from './views/VerifyView.tsx';

export interface PlaceProps {
  index: CaseIndex;
  route: Route;
  go: Go;
}

export function Place(props: PlaceProps) {
  switch (props.route.view) {
    case 'findings':
      return <FindingsView {...props} />;
    case 'report':
      return <ReportView {...props} />;
    case 'matrix':
      return <MatrixView {...props} />;
    case 'requests':
      return <RequestsView {...props} />;
    case 'entities':
      return <EntitiesView {...props} />;
    case 'chart':
      return <ChartView {...props} />;
    case 'timeline':
      return <TimelineView {...props} />;
    case 'map':
      return <MapPlace {...props} />;
    case 'exhibits':
      return <ExhibitsView {...props} />;
    case 'custody':
      return <CustodyView {...props} />;
    case 'verify':
      return <VerifyView index={props.index} />;
    case 'review':
      return <ReviewView index={props.index} />;
    case 'search':
      return <SearchView {...props} />;
  }
}
