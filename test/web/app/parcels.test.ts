import { describe, expect, it } from 'vitest';
import { backOff, packParcels, shareOut } from '../../../src/web/app/batch/parcels.js';

const KB = 1024;
const MB = 1024 * KB;
const files = (...sizes: number[]) => sizes.map((size) => ({ size }));
const sizes = (parcels: readonly (readonly { size: number }[])[]) => parcels.map((parcel) => parcel.map(({ size }) => size));

describe('putting files into parcels', () => {
  it('sends up to twenty small files in one request, in their order', () => {
    const parcels = packParcels(Array.from({ length: 45 }, (_, number) => ({ size: KB, number })));
    expect(parcels.map((parcel) => parcel.length)).toEqual([20, 20, 5]);
    expect(parcels.flat().map(({ number }) => number)).toEqual(Array.from({ length: 45 }, (_, number) => number));
  });

  it('sends a large file alone, and small ones around it together', () => {
    expect(sizes(packParcels(files(KB, 15 * MB, 2 * KB)))).toEqual([[KB, 2 * KB], [15 * MB]]);
  });

  it('starts another parcel before one grows beyond what is cheap to send again', () => {
    const parcels = packParcels(files(...Array.from({ length: 10 }, () => MB)));
    expect(parcels.map((parcel) => parcel.length)).toEqual([4, 4, 2]);
  });

  it('makes no parcel of nothing', () => {
    expect(packParcels([])).toEqual([]);
  });
});

describe('sending again', () => {
  it('waits longer each time, and never more than half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 50].map(backOff)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  it('counts the bytes that left for the files in their order', () => {
    expect(shareOut([10, 20, 30], 25)).toEqual([10, 15, 0]);
    expect(shareOut([10, 20], 900)).toEqual([10, 20]);
  });
});
