export function ChartPlace() {
  return null;
}
