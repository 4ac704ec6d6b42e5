package dev.rivulet.catalog.plan;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.PlanChanged;
import dev.rivulet.catalog.plan.domain.Impact;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Drafts plans and their further versions; one draft of a plan at a time. */
@ApplicationScoped
@Transactional
class PlanDrafting {

    /** A version with its plan, whose version is the ETag of both: either makes a decision on the other stale. */
    record Draft(Plan plan, PlanVersion version) {}

    private final PlanRepository plans;
    private final PlanVersionRepository versions;
    private final Portfolio portfolio;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    PlanDrafting(
            PlanRepository plans,
            PlanVersionRepository versions,
            Portfolio portfolio,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.plans = plans;
        this.versions = versions;
        this.portfolio = portfolio;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    List<Plan> list(UUID after, int count, PlanRepository.Filter filter) {
        return plans.after(after, count, filter);
    }

    Plan get(UUID id) {
        return plans.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("plan", id));
    }

    List<PlanVersion> versions(UUID plan, UUID after, int count) {
        return versions.after(get(plan).id, after, count);
    }

    Draft version(UUID id, int number) {
        var plan = get(id);
        return new Draft(plan, numbered(plan, number));
    }

    Plan draft(PlanRequest request) {
        if (!portfolio.has(request.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", request.productId());
        }
        var plan = new Plan();
        plan.productId = request.productId();
        plan.key = request.key();
        plan.addOnOf = request.addOnOf() == null ? null : base(request.addOnOf());
        plan.status = PlanStatus.DRAFT;
        plan.planVersion = 1;
        plan.draftVersion = 1;
        plan.createdAt = clock.now();
        plan.terms = checked(plan, request.terms());
        try {
            plans.persistAndFlush(plan);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", String.valueOf(request.key()));
        }
        versions.persist(PlanVersion.draft(plan, 1, plan.createdAt));
        return announced(plan);
    }

    /** Changes a plan whose first version is not published yet. */
    Plan change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var plan = get(id);
        Etag.require(ifMatch, plan.version);
        if (plan.status != PlanStatus.DRAFT) {
            throw Rejected.conflict("plan-published", id);
        }
        return changed(plan, numbered(plan, plan.planVersion), patch);
    }

    /** Drafts the version after the published one, with the same terms to begin with. */
    Draft draftNext(UUID id) {
        var plan = get(id);
        if (plan.draftVersion != null) {
            throw Rejected.conflict("plan-draft-exists", id, plan.draftVersion);
        }
        if (!plan.status.mayDraftNext()) {
            throw Rejected.conflict("plan-retired", id);
        }
        var number = plan.planVersion + 1;
        plan.draftVersion = number;
        var version = PlanVersion.draft(plan, number, clock.now());
        try {
            versions.persistAndFlush(version);
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("plan-draft-exists", id, number);
        }
        return new Draft(plan, version);
    }

    Draft changeVersion(UUID id, int number, @Nullable String ifMatch, JsonNode patch) {
        var plan = get(id);
        var version = numbered(plan, number);
        Etag.require(ifMatch, plan.version);
        if (!version.status.isEditable()) {
            throw Rejected.conflict("plan-version-published", id, number);
        }
        if (plan.planVersion == number) {
            changed(plan, version, patch);
        } else {
            version.terms = checked(plan, mergePatch.apply(version.terms, patch));
            plans.touch(plan);
        }
        return new Draft(plan, version);
    }

    private Plan changed(Plan plan, PlanVersion first, JsonNode patch) {
        plan.terms = checked(plan, mergePatch.apply(plan.terms, patch));
        first.terms = plan.terms;
        return announced(plan);
    }

    PlanVersion numbered(Plan plan, int number) {
        return versions.numbered(plan.id, number).orElseThrow(() -> Rejected.notFound("plan version", number));
    }

    /** What each version says of money, by number. */
    Map<Integer, Impact.Listed> listed(Plan plan) {
        return versions.ofPlans(List.of(plan.id)).stream()
                .collect(toMap(version -> version.number, version -> version.terms.listed()));
    }

    private UUID base(UUID id) {
        var base = plans.findByIdOptional(id).orElseThrow(() -> Rejected.unprocessable("plan-unknown", "/addOnOf", id));
        if (base.addOnOf != null) {
            throw Rejected.unprocessable("add-on-chain", "/addOnOf", id);
        }
        return id;
    }

    /** A plan and its add-ons are paid in one currency, and a plan that was published keeps its own. */
    private Terms checked(Plan plan, Terms terms) {
        TermsCheck.of(terms, "");
        var currency = terms.price().currency();
        if (plan.status != PlanStatus.DRAFT
                && !currency.equals(plan.terms.price().currency())) {
            throw Rejected.unprocessable(
                    "currency-frozen", "/price/currency", plan.terms.price().currency());
        }
        if (plan.status == PlanStatus.DRAFT && plans.disagrees(plan, currency)) {
            throw Rejected.unprocessable("add-on-currency", "/price/currency");
        }
        return terms;
    }

    Plan announced(Plan plan) {
        plans.flush();
        search.put("plan", plan.id, plan.terms.name(), plan.key);
        outbox.publish(PlanChanged.TYPE, plan.id, plan.version, PlanState.of(plan));
        return plan;
    }
}
