/** One pass of ForceAtlas2 over matrices, as the package's own worker runs it; the package has no types for it. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  export default function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}
