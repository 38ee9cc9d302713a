const { TestEnvironment } = require('jest-environment-node');

/**
 * onnxruntime compares a tensor's numbers with the Float32Array of the realm it was loaded in, and Jest gives each
 * test file a realm of its own: here the two share their arrays, so that tests run the real models.
 */
module.exports = class OnnxEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.Float32Array = Float32Array;
    this.global.BigInt64Array = BigInt64Array;
  }
};
