/** Bullets and numbers of HTML lists, which are drawn by a browser and stand in no text. */

interface OpenList {
  next: number | null;
}

export function openListMarks() {
  const lists: OpenList[] = [];
  return {
    open(name: string, attributes: Record<string, string>, put: (text: string) => void): void {
      if (name === 'ul') lists.push({ next: null });
      else if (name === 'ol') lists.push({ next: Number.parseInt(attributes.start ?? '1', 10) || 1 });
      else if (name === 'li') {
        const list = lists.at(-1);
        if (list === undefined || list.next === null) {
          put('• ');
        } else {
          put(`${list.next}. `);
          list.next += 1;
        }
      }
    },
    close(name: string): void {
      if (name === 'ul' || name === 'ol') lists.pop();
    },
  };
}
