/** A process that opens a bench store, answers 1,000 mixed queries, and tells how much memory it holds. */
import { storeQuestions } from './ask-store';
import { openBenchStore } from './open-bench-store';

const [directory = '', count = '0', seed = '1'] = process.argv.slice(2);
const database = await openBenchStore(directory);
const questions = Object.values(storeQuestions(database.memberships, Number(count), Number(seed)));
for (let round = 0; round < 1_000; round += 1) await questions[round % questions.length]?.(round);
process.send?.(process.memoryUsage().rss, () => process.exit(0));
