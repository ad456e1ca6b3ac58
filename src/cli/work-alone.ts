import { main } from './main';
import { work } from './work';

/** Starts `outcomes work` without what other commands need: bundled as dist/cli-work.js. */
void main(process.argv.slice(2), work);
