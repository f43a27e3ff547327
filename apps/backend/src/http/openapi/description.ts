// A file of our own for the reason that infra/model/ai.ts gives.
export { default as swagger } from '@fastify/swagger';
export { default as fastify } from 'fastify';
export {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
