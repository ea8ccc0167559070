/** pdf.js's own viewer on our scroller, with everything that leads out of the document or changes it switched off. */
import { pdfjs, viewer as pdfjsViewer } from './pdfjs.ts';

export type EventBus = InstanceType<typeof pdfjsViewer.EventBus>;

export interface MadeViewer {
  viewer: InstanceType<typeof pdfjsViewer.PDFViewer>;
  linkService: InstanceType<typeof pdfjsViewer.PDFLinkService>;
  findController: InstanceType<typeof pdfjsViewer.PDFFindController>;
}

export function makeViewer(eventBus: EventBus, scroller: HTMLDivElement): MadeViewer {
  const pages = document.createElement('div');
  pages.className = 'pdfViewer';
  scroller.append(pages);
  const linkService = new pdfjsViewer.PDFLinkService({ eventBus, externalLinkTarget: 0, ignoreDestinationZoom: true });
  // Addresses in a document are evidence, not doors.
  linkService.externalLinkEnabled = false;
  const findController = new pdfjsViewer.PDFFindController({ eventBus, linkService });
  const viewer = new pdfjsViewer.PDFViewer({
    container: scroller,
    viewer: pages,
    eventBus,
    linkService,
    findController,
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
    textLayerMode: 1,
    removePageBorders: true,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    supportsPinchToZoom: true,
  });
  linkService.setViewer(viewer);
  return { viewer, linkService, findController };
}
