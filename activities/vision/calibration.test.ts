import { join } from 'node:path';
import { calibrate } from './calibration';
import { openModels } from './sessions';
import { MANIFEST } from './test/attempts';

it('finds no false match, no false reject and every pose on the photos of the project', async () => {
  const models = await openModels(MANIFEST);
  const found = await calibrate(models, join(__dirname, 'test/photos'));
  await models.close();
  expect(found).toMatchObject({
    persons: 6,
    same: { pairs: 20, toReview: 0, noMatch: 0 },
    different: { pairs: 130, accepted: 0, toReview: 0 },
    poses: { frames: 20, recognised: 20 },
    unusable: [],
  });
  expect(found.same.most).toBeLessThan(found.different.least);
});
