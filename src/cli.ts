import { runCommand } from './cli/commands';
import { main } from './cli/main';

void main(process.argv.slice(2), runCommand);
