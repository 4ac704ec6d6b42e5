package dev.rivulet.catalog.plan;

import static java.util.stream.Collectors.groupingBy;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.plan.domain.VersionStatus;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Plans in an export, add-ons behind the plans they add to. What is published never changes, by import neither. An
 * import publishes nothing: list prices are rows of the prices.
 */
@Singleton
class PlanSection extends Section<PlanRow> {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final PlanRepository plans;
    private final PlanVersionRepository versions;
    private final PlanDrafting drafting;
    private final Portfolio portfolio;

    PlanSection(PlanRepository plans, PlanVersionRepository versions, PlanDrafting drafting, Portfolio portfolio) {
        super("plan", 500, PlanRow.class);
        this.plans = plans;
        this.versions = versions;
        this.drafting = drafting;
        this.portfolio = portfolio;
    }

    @Override
    protected List<PlanRow> rows(@Nullable PlanRow last, int count) {
        if (last != null && last.addOnOf() != null) {
            return rows(plans.after(last.id(), count, true));
        }
        var bases = plans.after(last == null ? BEGINNING : last.id(), count, false);
        return rows(bases.isEmpty() ? plans.after(BEGINNING, count, true) : bases);
    }

    private List<PlanRow> rows(List<Plan> page) {
        var byPlan = versions.ofPlans(page.stream().map(plan -> plan.id).toList()).stream()
                .collect(groupingBy(version -> version.planId));
        return page.stream()
                .map(plan -> PlanRow.of(plan, byPlan.getOrDefault(plan.id, List.of())))
                .toList();
    }

    @Override
    protected @Nullable PlanRow find(PlanRow row) {
        return plans.findByIdOptional(row.id())
                .map(plan -> PlanRow.of(plan, versions.ofPlans(List.of(plan.id))))
                .orElse(null);
    }

    @Override
    protected void put(PlanRow row, @Nullable PlanRow standing) {
        for (var i = 0; i < row.versions().size(); i++) {
            check(row, i, "/versions/" + i);
        }
        if (standing == null) {
            requirePlace(row);
            drafting.announced(added(row));
        } else {
            requireSame(standing.productId(), row.productId(), "/productId");
            requireSame(standing.key(), row.key(), "/key");
            requireSame(standing.addOnOf(), row.addOnOf(), "/addOnOf");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            requireSame(standing.status(), row.status(), "/status");
            requireSame(standing.versions().size(), row.versions().size(), "/versions");
            for (var i = 0; i < row.versions().size(); i++) {
                requireSameButDraft(
                        row, standing.versions().get(i), row.versions().get(i), "/versions/" + i);
            }
            change(plans.findById(row.id()), row);
        }
    }

    private static void check(PlanRow row, int place, String pointer) {
        var version = row.versions().get(place);
        var isDraft = version.status() == VersionStatus.DRAFT;
        require(version.number() == place + 1, pointer + "/number", version.number());
        require(version.status() == row.expectedAt(place), pointer + "/status", version.status());
        // Of a plan that nobody could buy there is one version, and of any other one draft.
        require(!isDraft || place == row.versions().size() - 1, pointer + "/status", version.status());
        require(isDraft == (version.publishedAt() == null), pointer + "/publishedAt", version.publishedAt());
        require(isDraft == (version.rollout() == null), pointer + "/rollout", version.rollout());
        if (version.rollout() != null) {
            // Its day may have passed since.
            TermsCheck.of(version.rollout(), LocalDate.MIN, pointer + "/rollout/from");
        }
        TermsCheck.of(version.terms(), pointer + "/terms");
        var currency = row.counting().terms().price().currency();
        if (!version.terms().price().currency().equals(currency)) {
            throw Rejected.unprocessable("currency-frozen", pointer + "/terms/price/currency", currency);
        }
    }

    private void requirePlace(PlanRow row) {
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        if (row.status() == PlanStatus.PUBLISHED && !portfolio.holdsOnSale(row.productId())) {
            throw Rejected.unprocessable("product-not-active", "/status", row.productId());
        }
        if (row.addOnOf() != null) {
            requireBase(row, row.addOnOf());
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (row.key() != null && plans.count("key", row.key()) > 0) {
            throw Rejected.conflict("key-taken", row.key());
        }
    }

    private void requireBase(PlanRow row, UUID id) {
        var base = plans.findByIdOptional(id).orElseThrow(() -> Rejected.unprocessable("plan-unknown", "/addOnOf", id));
        if (base.addOnOf != null) {
            throw Rejected.unprocessable("add-on-chain", "/addOnOf", id);
        }
        if (row.status() != PlanStatus.DRAFT && base.status == PlanStatus.DRAFT) {
            throw Rejected.unprocessable("base-plan-not-published", "/addOnOf", id);
        }
        if (!base.terms.price().currency().equals(row.counting().terms().price().currency())) {
            throw Rejected.unprocessable("add-on-currency", "/addOnOf");
        }
    }

    private Plan added(PlanRow row) {
        var counting = row.counting();
        var plan = new Plan();
        plan.productId = row.productId();
        plan.key = row.key();
        plan.addOnOf = row.addOnOf();
        plan.createdAt = row.createdAt();
        plan.status = row.status();
        plan.planVersion = counting.number();
        plan.draftVersion = row.drafted();
        plan.terms = counting.terms();
        plan.rollout = counting.rollout();
        plan.publishedAt = counting.publishedAt();
        adopt(plans.getEntityManager(), "plan", plan, row.id());
        for (var one : row.versions()) {
            var version = new PlanVersion();
            version.planId = row.id();
            version.number = one.number();
            version.status = one.status();
            version.terms = one.terms();
            version.rollout = one.rollout();
            version.createdAt = one.createdAt();
            version.publishedAt = one.publishedAt();
            versions.persist(version);
        }
        return plans.findById(row.id());
    }

    private static void requireSameButDraft(
            PlanRow row, PlanRow.Version standing, PlanRow.Version version, String pointer) {
        requireSame(standing, version.saying(standing.terms()), pointer);
        if (standing.status() != VersionStatus.DRAFT && !standing.terms().equals(version.terms())) {
            throw Rejected.conflict("plan-version-published", row.id(), version.number());
        }
    }

    /** Nothing but the draft can differ by now. */
    private void change(Plan plan, PlanRow row) {
        var terms = row.versions().getLast().terms();
        var draft = versions.numbered(plan.id, row.versions().size()).orElseThrow();
        draft.terms = terms;
        if (plan.planVersion != draft.number) {
            plans.touch(plan);
            return;
        }
        if (plans.disagrees(plan, terms.price().currency())) {
            throw Rejected.unprocessable("add-on-currency", "/versions/0/terms/price/currency");
        }
        plan.terms = terms;
        drafting.announced(plan);
    }
}
