// What became of a command, in words: `tone` is good, mild or bad, and `text` is empty where there is nothing to say.

const BY_STATUS = {
  applied: () => ({ tone: 'good', text: '' }),
  superseded: () => ({ tone: 'good', text: '' }),
  partly: (result) => ({ tone: 'mild', text: because('Done in part', result) }),
  refused: (result) => ({ tone: 'bad', text: because('Refused', result) }),
  expired: (result) => ({ tone: 'bad', text: because('Too late: it was not carried out', result) }),
  unreachable: (result) => ({ tone: 'bad', text: because('Not reached', result) }),
};
const LIGHT_WORDS = { offline: 'is offline', timed_out: 'did not answer in time' };

export function outcome(result) {
  return (BY_STATUS[result.status] ?? (() => ({ tone: 'mild', text: because(String(result.status), result) })))(result);
}

/** Of one light among those that were spoken to. */
export function lightOutcome(word) {
  return word === 'ok' ? '' : LIGHT_WORDS[word] ?? String(word).replaceAll('_', ' ');
}

/** Where no result came back at all. */
export function failure(problem) {
  if (problem.status === 429) return { tone: 'bad', text: `Too much at once: wait ${problem.retryAfter || 'a few'} s` };
  if (problem.status) return { tone: 'bad', text: problem.message };
  return { tone: 'bad', text: 'The bridge cannot be reached: nothing was done' };
}

function because(what, { reason }) {
  return reason ? `${what}: ${reason}` : what;
}
