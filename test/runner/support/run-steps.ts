// Runs the steps whose JSON is the first argument, as npm test runs its own.
import { runSteps } from '../../../scripts/lib/test';
import type { Step } from '../../../scripts/lib/steps';

void runSteps(JSON.parse(process.argv[2]!) as Step[]);
