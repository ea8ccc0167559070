export function EntitiesPlace() {
  return null;
}
