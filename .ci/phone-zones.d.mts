// What the script gives to the test that compares its files with the tree.
export function zoneFiles(): Map<string, string>;
