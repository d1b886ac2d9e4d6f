// Describes the public element for editors and documentation: its paths are the published ones, its parts the public ones.

/** Where the published package holds what a source file declares. */
const published = { 'src/define.ts': 'dist/define.js', 'src/index.ts': 'dist/index.js' };

/**
 * Keeps elements that a page can name, as exports of the entry they are imported from. Everything else in the sources
 * (steps, bodies, private members) is nobody's to use.
 */
const onlyWhatIsPublic = {
  name: 'only-what-is-public',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const elements = manifest.modules
      .flatMap((module) => module.declarations ?? [])
      .filter((declaration) => declaration.customElement && declaration.tagName);
    for (const element of elements) {
      element.members = element.members?.filter(
        (member) => member.privacy === undefined || member.privacy === 'public',
      );
      // The analyzer also lists every `new Event()` that it meets; ours are documented on the class.
      element.events = element.events?.filter(({ name }) => name?.startsWith('siw-'));
      for (const list of [element.members, element.attributes, element.events]) {
        for (const entry of list ?? []) delete entry.inheritedFrom;
      }
    }
    const exportsOf = (module) =>
      elements.map(({ name, tagName }) =>
        module === published['src/index.ts']
          ? { kind: 'js', name, declaration: { name, module } }
          : {
              kind: 'custom-element-definition',
              name: tagName,
              declaration: { name, module: published['src/index.ts'] },
            },
      );
    manifest.modules = [
      { kind: 'javascript-module', path: published['src/index.ts'], declarations: elements },
      { kind: 'javascript-module', path: published['src/define.ts'], declarations: [] },
    ].map((module) => ({ ...module, exports: exportsOf(module.path) }));
  },
};

export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.d.ts', 'src/**/samples.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [onlyWhatIsPublic],
};
