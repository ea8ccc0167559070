/** The link chart's rules: what is shown, how lines look, ways between two, and the picture that leaves. */
export { asOf, mayHold, turningDays } from './asOf.ts';
export { type Graph, type GraphNode, type GraphTie, joinGraphs, keepNodes, neighbours } from './graph.ts';
export { type ChartGroup, gather, withGroup } from './groups.ts';
export { columnsOf, labelLines } from './labelLines.ts';
export { placeBesideKnown } from './layout/beside.ts';
export type { Point, Positions } from './layout/positions.ts';
export { legendWords, type LineStyle, lineStyles, strengthsInOrder } from './lineStyle.ts';
export { type Expansion, expansionsOf, neighbourhood } from './neighbourhood.ts';
export { bendsOf } from './parallels.ts';
export { type Path, pathsBetween, type PathsFound, shortestPaths } from './paths.ts';
export { chartSvg, type ChartPicture } from './picture/chartSvg.ts';
export { type ChartPalette, paperPalette } from './picture/palette.ts';
export { type Scene, type SceneNode, type SceneNote, sceneOf, type SceneTie, shownGraph, tieLabel } from './scene.ts';
export { type NodeStatistics, statisticsOf } from './statistics.ts';
export { tieWordPlaces } from './tieWordPlaces.ts';
export { type TieWords, tieWords } from './tieWords.ts';
