package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.events.PlanPublished;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.Impact;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.plan.domain.VersionStatus;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.product.ProductRetired;
import dev.rivulet.catalog.sale.Sales;
import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Publishes versions of plans, and says before what that does; what is published never changes. */
@ApplicationScoped
@Transactional
class PlanPublishing {

    private final PlanDrafting drafting;
    private final PlanRepository plans;
    private final Portfolio portfolio;
    private final Sales sales;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Event<PublishedPlan> published;
    private final Event<RetiredPlan> retired;

    PlanPublishing(
            PlanDrafting drafting,
            PlanRepository plans,
            Portfolio portfolio,
            Sales sales,
            TenantClock clock,
            Outbox outbox,
            Event<PublishedPlan> published,
            Event<RetiredPlan> retired) {
        this.drafting = drafting;
        this.plans = plans;
        this.portfolio = portfolio;
        this.sales = sales;
        this.clock = clock;
        this.outbox = outbox;
        this.published = published;
        this.retired = retired;
    }

    Plan publish(UUID id, @Nullable String ifMatch, @Nullable Rollout rollout) {
        var plan = drafting.get(id);
        Etag.require(ifMatch, plan.version);
        var number = publishable(plan);
        if (!portfolio.holdsOnSale(plan.productId)) {
            throw Rejected.conflict("product-not-active", plan.productId);
        }
        if (plan.addOnOf != null) {
            requirePublished(plan, plan.addOnOf);
        }
        var version = drafting.numbered(plan, number);
        var planned = checked(rollout, "/rollout/from");
        var now = clock.now();
        version.rollout = planned;
        version.status = VersionStatus.PUBLISHED;
        version.publishedAt = now;
        if (number != plan.planVersion) {
            drafting.numbered(plan, plan.planVersion).status = VersionStatus.SUPERSEDED;
        }
        plan.status = PlanStatus.PUBLISHED;
        plan.planVersion = number;
        plan.draftVersion = null;
        plan.terms = version.terms;
        plan.rollout = planned;
        plan.publishedAt = now;
        published.fire(new PublishedPlan(plan.id, plan.planVersion, plan.productId, plan.terms.price()));
        drafting.announced(plan);
        outbox.publish(PlanPublished.TYPE, plan.id, plan.version, PlanState.published(plan, planned, now));
        return plan;
    }

    /** What publishing the draft would do; changes nothing. */
    PublicationPreview preview(UUID id, @Nullable Rollout rollout) {
        var plan = drafting.get(id);
        var draft = drafting.numbered(plan, publishable(plan));
        var planned = checked(rollout, "?from");
        var versions = drafting.listed(plan);
        var groups = sales.running(id).stream()
                .map(running -> new Impact.Group(
                        running.planVersion(),
                        running.price(),
                        versions.get(running.planVersion()),
                        BillingPeriod.valueOf(running.period()),
                        running.endDate(),
                        running.subscriptions()))
                .toList();
        var offer = new Impact.Offer(draft.terms.listed(), draft.terms.period(), planned.policy(), planned.from());
        return PublicationPreview.of(draft, planned, clock.now(), Impact.of(groups, offer));
    }

    void onProductRetired(@Observes ProductRetired product) {
        for (var plan : plans.ofProduct(product.productId(), PlanStatus.PUBLISHED)) {
            plan.status = PlanStatus.RETIRED;
            retired.fire(new RetiredPlan(plan.id));
            drafting.announced(plan);
        }
    }

    private static int publishable(Plan plan) {
        if (!plan.status.mayPublish()) {
            throw Rejected.conflict("plan-retired", plan.id);
        }
        if (plan.draftVersion == null) {
            throw Rejected.conflict("plan-published", plan.id);
        }
        return plan.draftVersion;
    }

    private void requirePublished(Plan plan, UUID addOnOf) {
        var base = drafting.get(addOnOf);
        // The base retires with its product, which may be another one than the add-on's.
        if (base.status != PlanStatus.PUBLISHED || !portfolio.holdsOnSale(base.productId)) {
            throw Rejected.conflict("base-plan-not-published", addOnOf);
        }
        // Both may have been drafts whose currencies were changed at the same moment.
        if (plans.disagrees(plan, plan.terms.price().currency())) {
            throw Rejected.conflict("add-on-currency", addOnOf);
        }
    }

    private Rollout checked(@Nullable Rollout rollout, String pointer) {
        // A day that is not over everywhere on earth is not past.
        return TermsCheck.of(rollout, clock.today(DayEdges.LAST), pointer);
    }
}
