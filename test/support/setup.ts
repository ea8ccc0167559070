/** Before each file of unit tests: how long a view is waited for is the machine's matter, not the view's. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 15_000 });
