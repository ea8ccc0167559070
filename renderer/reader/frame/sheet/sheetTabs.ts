/** The names of the sheets below the grid, as in a workbook; a hidden sheet says so. */
export interface SheetTab {
  name: string;
  isHidden: boolean;
}

export interface SheetTabs {
  element: HTMLElement;
  show(tabs: readonly SheetTab[], selected: number): void;
}

export function makeSheetTabs(panelId: string, onSheet: (position: number) => void): SheetTabs {
  const element = document.createElement('div');
  element.className = 'sheet-tabs';
  element.role = 'tablist';
  element.ariaLabel = 'Sheets';
  let drawn = '';

  element.addEventListener('keydown', event => {
    const tabs = [...element.querySelectorAll<HTMLElement>('.sheet-tab')];
    const at = tabs.findIndex(tab => tab.matches(':focus'));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const tab = tabs[(to + tabs.length) % tabs.length];
    tab?.focus();
    tab?.click();
  });

  function draw(tabs: readonly SheetTab[]): void {
    element.replaceChildren(
      ...tabs.map(({ name, isHidden }, position) => {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.role = 'tab';
        tab.className = 'sheet-tab';
        tab.setAttribute('aria-controls', panelId);
        tab.title = isHidden ? `${name}: a hidden sheet` : name;
        const words = document.createElement('span');
        words.className = 'sheet-tab-name';
        words.textContent = name === '' ? 'Sheet' : name;
        tab.append(words);
        if (isHidden) {
          const sign = document.createElement('span');
          sign.className = 'sheet-tab-hidden';
          sign.textContent = 'hidden';
          tab.append(sign);
        }
        tab.addEventListener('click', () => onSheet(position));
        return tab;
      }),
    );
  }

  return {
    element,
    show(tabs, selected) {
      element.hidden = tabs.length < 2 && !tabs.some(tab => tab.isHidden);
      const now = JSON.stringify(tabs);
      if (now !== drawn) draw(tabs);
      drawn = now;
      for (const [position, tab] of [...element.querySelectorAll<HTMLElement>('.sheet-tab')].entries()) {
        const isSelected = position === selected;
        if (isSelected && tab.ariaSelected !== 'true') tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        tab.ariaSelected = String(isSelected);
        tab.tabIndex = isSelected ? 0 : -1;
      }
    },
  };
}
