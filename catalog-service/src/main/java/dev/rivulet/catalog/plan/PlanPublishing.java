package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.PlanChanged;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Drafts plans and publishes them; what is published never changes. */
@ApplicationScoped
@Transactional
class PlanPublishing {

    private final PlanRepository plans;
    private final Portfolio portfolio;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final Event<PublishedPlan> published;

    PlanPublishing(
            PlanRepository plans,
            Portfolio portfolio,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            Event<PublishedPlan> published) {
        this.plans = plans;
        this.portfolio = portfolio;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.published = published;
    }

    List<Plan> list(UUID after, int count, @Nullable UUID product, @Nullable PlanStatus status) {
        return plans.after(after, count, product, status);
    }

    Plan get(UUID id) {
        return plans.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("plan", id));
    }

    Plan draft(PlanRequest request) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", request.productId());
        }
        var plan = new Plan();
        plan.productId = request.productId();
        plan.key = request.key();
        plan.status = PlanStatus.DRAFT;
        plan.planVersion = 1;
        plan.createdAt = clock.now();
        agree(plan, request.terms());
        try {
            plans.persistAndFlush(plan);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", String.valueOf(request.key()));
        }
        return announced(plan);
    }

    Plan change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var plan = editable(id, ifMatch);
        agree(plan, mergePatch.apply(PlanChange.of(plan), patch));
        return announced(plan);
    }

    Plan publish(UUID id, @Nullable String ifMatch) {
        var plan = editable(id, ifMatch);
        if (!portfolio.sells(plan.productId)) {
            throw Rejected.conflict("product-not-active", plan.productId);
        }
        plan.status = PlanStatus.PUBLISHED;
        plan.publishedAt = clock.now();
        announced(plan);
        published.fire(new PublishedPlan(plan.id, plan.planVersion, plan.productId, plan.price));
        return plan;
    }

    private Plan editable(UUID id, @Nullable String ifMatch) {
        var plan = get(id);
        Etag.require(ifMatch, plan.version);
        if (plan.status != PlanStatus.DRAFT) {
            throw Rejected.conflict("plan-published", id);
        }
        return plan;
    }

    private static void agree(Plan plan, PlanChange terms) {
        if (terms.price().isNegative()) {
            throw Rejected.invalid("amount-negative", "/price/amount");
        }
        plan.name = terms.name();
        plan.price = terms.price();
        plan.period = terms.period();
        plan.trialDays = Objects.requireNonNullElse(terms.trialDays(), 0);
    }

    private Plan announced(Plan plan) {
        plans.flush();
        outbox.publish(
                PlanChanged.TYPE,
                plan.id,
                plan.version,
                new PlanChanged(
                        plan.id,
                        plan.productId,
                        plan.key,
                        plan.name,
                        plan.status.name(),
                        plan.planVersion,
                        plan.price,
                        plan.period.name(),
                        plan.trialDays));
        return plan;
    }
}
