// Vite writes development JSX calls (jsxDEV) unless NODE_ENV says production, and React's production build has none: a
// bundle made under a test runner would fail when opened. And where NODE_ENV is unset Vite sets it for good, so that
// tests started afterwards would get a React without act().

/** A plugin: NODE_ENV is "production" for the time of the build, and afterwards what it was. */
export function asShipped() {
  // Read now, before Vite touches it.
  const before = process.env.NODE_ENV;
  return {
    name: 'probatum-as-shipped',
    config() {
      process.env.NODE_ENV = 'production';
    },
    closeBundle() {
      if (before === undefined) delete process.env.NODE_ENV;
      else process.env.NODE_ENV = before;
    },
  };
}
