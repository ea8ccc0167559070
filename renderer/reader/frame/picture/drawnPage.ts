/** One page of a picture that the core draws: its place in the stack at once, its pixels while it is near the screen. */
import type { DrawnPage } from '../../frameMessages.ts';
import { type QuarterTurn, quarterTurn } from '../../pageRotation.ts';
import type { DrawnMark } from '../marks/paperMarks.ts';
import type { PaneLink } from '../paneLink.ts';

export interface Size {
  width: number;
  height: number;
}

/** A first look at a page comes quickly; what is sharper is asked for when the page is shown larger. */
const FIRST_PIXELS = 2_000_000;
/** Pixels that are this much too few show. */
const BLUR = 1.2;
/** A drawing that used less of what it was allowed shows every pixel that there is. */
const WHOLE = 0.8;

export class DrawnPaper {
  readonly index: number;
  readonly element = document.createElement('div');
  /** CSS pixels at 100 %. */
  natural: Size;
  drawn: DrawnMark[] = [];
  readonly #link: PaneLink;
  readonly #image = new Image();
  readonly #note = document.createElement('p');
  #turn: QuarterTurn = 0;
  #isNear = false;
  /** What the pixels on the screen were asked as; 0 where none are there. */
  #allowed = 0;
  #pixels = 0;
  #asking = 0;

  constructor(index: number, natural: Size, title: string, link: PaneLink) {
    this.index = index;
    this.natural = natural;
    this.#link = link;
    this.element.className = 'picture-paper';
    this.element.dataset.pageIndex = String(index);
    this.#image.alt = title;
    this.#image.draggable = false;
    this.#note.className = 'picture-note';
    this.#note.hidden = true;
    this.element.append(this.#image, this.#note);
  }

  get turn(): QuarterTurn {
    return this.#turn;
  }

  setTitle(title: string): void {
    this.#image.alt = title;
  }

  layOut(scale: number, turn: number): void {
    this.#turn = quarterTurn(turn);
    const { width, height } = this.natural;
    const shown = this.turnedSize();
    Object.assign(this.element.style, { width: `${shown.width * scale}px`, height: `${shown.height * scale}px` });
    Object.assign(this.#image.style, {
      width: `${width * scale}px`,
      height: `${height * scale}px`,
      transform: `translate(-50%, -50%) rotate(${this.#turn}deg)`,
    });
  }

  turnedSize(): Size {
    const { width, height } = this.natural;
    return this.#turn === 90 || this.#turn === 270 ? { width: height, height: width } : { width, height };
  }

  /** @returns whether its size became known only now, so that all pages must be laid out anew */
  async show(scale: number): Promise<boolean> {
    this.#isNear = true;
    const wanted = Math.ceil(this.natural.width * this.natural.height * (scale * window.devicePixelRatio) ** 2);
    const allowed = Math.max(FIRST_PIXELS, wanted);
    const hasAll = this.#pixels > 0 && this.#pixels < this.#allowed * WHOLE;
    const isSharp = this.#pixels * BLUR >= wanted;
    if ((this.#pixels > 0 && (hasAll || isSharp)) || this.#asking >= allowed) return false;
    this.#asking = allowed;
    try {
      const page = await this.#link.draw(this.index, allowed);
      // Scrolled far away, or asked for larger, while it was being drawn.
      if (!this.#isNear || this.#asking !== allowed) return false;
      return await this.put(page, allowed);
    } catch (reason) {
      if (this.#pixels === 0) this.#refuse(reason instanceof Error ? reason.message : String(reason));
      return false;
    } finally {
      if (this.#asking === allowed) this.#asking = 0;
    }
  }

  async put({ png, width, height }: DrawnPage, allowed: number): Promise<boolean> {
    const before = this.#image.src;
    this.#image.src = URL.createObjectURL(new Blob([png as Uint8Array<ArrayBuffer>], { type: 'image/png' }));
    if (before !== '') URL.revokeObjectURL(before);
    await this.#image.decode();
    this.#note.hidden = true;
    this.#allowed = allowed;
    this.#pixels = width * height;
    return this.#fitShape(width / height);
  }

  /** The extracted measures may be those of the picture as it lies; it is drawn as it stands. */
  #fitShape(shape: number): boolean {
    const { width, height } = this.natural;
    if (Math.abs(Math.log(width / height / shape)) < 0.01) return false;
    const area = width * height;
    this.natural = { width: Math.sqrt(area * shape), height: Math.sqrt(area / shape) };
    return true;
  }

  #refuse(sentence: string): void {
    this.#note.textContent = sentence;
    this.#note.hidden = false;
  }

  /** Far from the screen its pixels are let go: a fax of 300 pages would fill the memory. */
  hide(): void {
    this.#isNear = false;
    this.#asking = 0;
    if (this.#pixels === 0) return;
    URL.revokeObjectURL(this.#image.src);
    this.#image.removeAttribute('src');
    this.#pixels = 0;
    this.#allowed = 0;
  }
}
