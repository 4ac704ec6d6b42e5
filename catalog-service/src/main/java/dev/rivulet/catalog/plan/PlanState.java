package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.events.PlanChanged;
import dev.rivulet.catalog.events.PlanPublished;
import java.time.Instant;
import java.util.List;

/** What the other services are told of a plan. */
final class PlanState {

    private PlanState() {}

    static PlanChanged of(Plan plan) {
        var terms = plan.terms;
        return new PlanChanged(
                plan.id,
                plan.productId,
                plan.key,
                plan.addOnOf,
                terms.name(),
                plan.status.name(),
                plan.planVersion,
                terms.price(),
                terms.period().name(),
                terms.trialDays(),
                terms.entitlements().stream().map(PlanState::entitlement).toList(),
                terms.touchModel() == null ? null : terms.touchModel().name(),
                terms.successMetric(),
                plan.rollout == null ? null : rollout(plan.rollout),
                terms.billing().name(),
                phases(terms),
                terms.fixedTermPeriods(),
                terms.minimumCommitment());
    }

    static PlanPublished published(Plan plan, Rollout rollout, Instant now) {
        return new PlanPublished(
                plan.id,
                plan.productId,
                plan.planVersion,
                plan.terms.name(),
                plan.terms.price(),
                plan.terms.period().name(),
                rollout(rollout),
                now,
                plan.terms.trialDays(),
                plan.terms.billing().name(),
                phases(plan.terms),
                plan.terms.fixedTermPeriods(),
                plan.terms.minimumCommitment());
    }

    private static PlanChanged.Rollout rollout(Rollout rollout) {
        return new PlanChanged.Rollout(rollout.policy().name(), rollout.from());
    }

    private static List<PlanChanged.Phase> phases(Terms terms) {
        return terms.phases().stream()
                .map(phase -> new PlanChanged.Phase(
                        phase.months(),
                        phase.days(),
                        phase.price(),
                        phase.discountPercent() == null
                                ? null
                                : phase.discountPercent().toPlainString()))
                .toList();
    }

    private static PlanChanged.Entitlement entitlement(Entitlement entitlement) {
        return new PlanChanged.Entitlement(
                entitlement.key(),
                entitlement.kind().name(),
                entitlement.limit(),
                entitlement.unit(),
                entitlement.kind() != Entitlement.Kind.LIMIT
                        ? null
                        : entitlement.reset() == null
                                ? Entitlement.Reset.NEVER.name()
                                : entitlement.reset().name());
    }
}
