/** Where one can go, as links: each place has an address of its own. */
import { formatRoute, type Route, toView } from '../route.ts';
import { PLACE_GROUPS, PLACE_NAMES } from './places.ts';

export function PlaceNav({ route }: { route: Route }) {
  return (
    <nav className="places" aria-label="Places" data-region="places">
      {PLACE_GROUPS.map(group => (
        <ul key={group[0]}>
          {group.map(view => (
            <li key={view}>
              <a
                href={formatRoute({ ...route, ...toView(view) })}
                aria-current={route.view === view ? 'page' : undefined}
              >
                {PLACE_NAMES[view]}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}
