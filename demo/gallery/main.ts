/** Finds every page in every state, and hangs them. */
import '../../src/define.js';
import { shellSpecimens } from './flow/specimens.js';
import { Gallery } from './gallery.js';
import { allMethods } from './methods/every-method.js';
import { specimensOf } from './methods/specimens.js';
import { placed } from './specimen.js';
import { standStill } from './still-time.js';

const root = document.getElementById('gallery');
if (!root) throw new Error('The page has no place to draw in.');
const waits = standStill();
const methods = await allMethods();
const shell = await shellSpecimens(methods, waits);
new Gallery(root, placed([...shell, ...methods.flatMap(specimensOf)]), methods).hang();
