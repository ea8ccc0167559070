import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { addFigure, changeFigure, proposeSource, readPicture, restoreFigure, withdrawFigure } from './figureService.ts';
import { figuresOfCase } from './figureSql.ts';
import { savePicture } from './savePicture.ts';

export { figureGrounds } from './figureGrounds.ts';
export { pictureOf } from './figureService.ts';
export { figuresOfCase } from './figureSql.ts';

export const figureHandlers = {
  'figure.list': ({ db }, { caseId, withdrawn }) => figuresOfCase(db, caseId, withdrawn),
  'figure.picture': ({ db }, { figureId }) => ({ png: readPicture(db, figureId) }),
  'figure.proposeSource': ({ db }, given) => ({ sourceLine: proposeSource(db, given) }),
  'figure.add': addFigure,
  'figure.update': changeFigure,
  'figure.save': savePicture,
  'figure.withdraw': withdrawFigure,
  'figure.restore': restoreFigure,
} satisfies Handlers<Extract<OperationName, `figure.${string}`>>;
