// Loaded late, and as a file of our own: of a package that is loaded late by its name, all of it
// would be bundled and held in memory.
export {
  dynamicTool,
  experimental_streamTextLowMemory as streamText,
  isStepCount,
  jsonSchema,
} from 'ai';
