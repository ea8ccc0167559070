export function MapPlace() {
  return null;
}
