export function TimelinePlace() {
  return null;
}
