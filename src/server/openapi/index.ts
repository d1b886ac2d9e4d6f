/** The description of the routes, for whoever answers them without our handler. An entry of its own: nobody loads it unasked. */
import type { OpenApi } from './document.js';
import { enrollmentSchemas } from './enrollment.js';
import { delivery, provision } from './next.js';
import { parameters, paths } from './paths.js';
import { faultSchemas, refusals } from './refusals.js';
import { infoSchemas } from './security-info.js';

export type { Content, OpenApi, Operation, Parameter, PathItem, Reference, ResponseObject } from './document.js';
export type { Schema } from './schema.js';

/**
 * The routes of `createHandler` and `createHttpAdapter` as an OpenAPI 3.1 document: every call, what it takes, what it
 * answers, and every refusal by its status. Fields that stand nowhere in it are let pass on both sides.
 *
 * @example
 * import { openapi } from 'security-info-wizard/server/openapi';
 * writeFileSync('openapi.json', JSON.stringify(openapi, null, 2));
 */
export const openapi: OpenApi = {
  openapi: '3.1.0',
  info: {
    title: 'Security info',
    version: '1.0.0',
    description:
      'What the sign-in methods of the signed-in person are, and how they are set up. Browsers are let in by their ' +
      'Origin; every write carries a key of its own.',
  },
  servers: [{ url: '/api/security-info', description: 'Wherever the host mounts it.' }],
  security: [{ session: [] }],
  paths,
  components: {
    schemas: {
      ...infoSchemas,
      ...enrollmentSchemas,
      Provision: provision,
      Delivery: delivery,
      ...faultSchemas,
    },
    parameters,
    responses: refusals,
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'session', description: "Stands for the host's own session." },
    },
  },
};
