import { type Appointment, appointmentOf, CADENCE_DAYS } from '../outcomes/cadence';
import type { Day, Metric, Outcome, OutcomeTree } from '../outcomes/model';
import { everyOutcome } from '../outcomes/tree';

/** A metric, and when it is to be measured; null where nobody asked for it. */
export interface Measurable {
  readonly outcome: Outcome;
  readonly metric: Metric;
  readonly appointment: Appointment | null;
}

/** Every metric that can be checked in, what is due first: late by the largest share of its cadence; then in the order of the files. */
export function measurables(tree: OutcomeTree, today: Day): Measurable[] {
  const all = [...everyOutcome(tree)]
    .filter(({ status }) => status === 'active' || status === 'draft')
    .flatMap((outcome) =>
      outcome.metrics.map((metric) => ({
        outcome,
        metric,
        appointment: appointmentOf(metric, outcome, today),
      })),
    );
  return all.sort((a, b) => urgency(b.appointment) - urgency(a.appointment));
}

/** True from the day on that a check-in was to be made; also for what was to be measured and never was. */
export function isDue(appointment: Appointment | null): appointment is Appointment {
  return appointment !== null && (appointment.next === null || appointment.late >= 0);
}

function urgency(appointment: Appointment | null): number {
  return isDue(appointment) ? 1 + Math.max(0, appointment.late) / CADENCE_DAYS[appointment.cadence] : 0;
}
