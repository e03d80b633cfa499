import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDemoIn } from './running-demo.ts';
import { swiftDirectory } from './swift-directory.ts';
import { startTelegramStandIn } from './telegram-stand-in.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data directory with the demonstration in it. Copied, never started on. */
    plantedDemo: string;
  }
}

/** Plants the demonstration once for the whole run: what a first start does is the same for every test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const planted = await mkdtemp(join(await swiftDirectory(), 'dong-hanh-planted-'));
  const standIn = await startTelegramStandIn();
  try {
    const demo = await startDemoIn(await mkdtemp(join(await swiftDirectory(), 'dong-hanh-demo-')), standIn);
    try {
      await demo.stop();
      await cp(demo.dataDirectory, planted, { recursive: true });
    } finally {
      await demo[Symbol.asyncDispose]();
    }
  } finally {
    await standIn.close();
  }
  project.provide('plantedDemo', planted);
  return () => rm(planted, { recursive: true, force: true });
}
