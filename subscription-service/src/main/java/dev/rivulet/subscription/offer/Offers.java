package dev.rivulet.subscription.offer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a subscription may be made of, at the version known here now. */
@ApplicationScoped
@Transactional
public class Offers {

    /** A published plan. */
    public record Plan(
            UUID id, UUID productId, String name, int version, Money price, BillingPeriod period, int trialDays) {}

    /** An approved proposition. */
    public record Proposition(
            UUID id,
            UUID productId,
            UUID segmentId,
            int version,
            @Nullable Benefit benefit) {}

    private final Sql sql;
    private final Tenants tenants;
    private final PlanRepository plans;
    private final PlanVersions versions;
    private final PropositionRepository propositions;

    Offers(Sql sql, Tenants tenants, PlanRepository plans, PlanVersions versions, PropositionRepository propositions) {
        this.sql = sql;
        this.tenants = tenants;
        this.plans = plans;
        this.versions = versions;
        this.propositions = propositions;
    }

    /** Empty while the plan is unknown or not published. */
    public Optional<Plan> plan(UUID id) {
        return plans.findByIdOptional(id)
                .filter(OfferPlan::isPublished)
                .map(plan -> new Plan(
                        plan.id, plan.productId, plan.name, plan.planVersion, plan.price, plan.period, plan.trialDays));
    }

    /** A version that was published, be it past; empty while it was not heard of. */
    public Optional<PlanVersion> version(UUID planId, int number) {
        return versions.of(planId).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** Empty while the proposition is unknown or not approved. */
    public Optional<Proposition> proposition(UUID id) {
        return sql
                .query(
                        "SELECT id, product_id, segment_id, proposition_version, benefit_metric, benefit_unit,"
                                + " benefit_baseline, benefit_target, benefit_within_days FROM offer_proposition"
                                + " WHERE tenant_id = ? AND id = ? AND status = ?",
                        Offers::proposition,
                        tenants.current(),
                        id,
                        OfferProposition.APPROVED)
                .stream()
                .findFirst();
    }

    private static Proposition proposition(ResultSet row) throws SQLException {
        var metric = row.getString(5);
        return new Proposition(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4),
                metric == null
                        ? null
                        : new Benefit(metric, row.getString(6), row.getString(7), row.getString(8), row.getInt(9)));
    }

    /** Whether a plan was heard of, published or not. */
    public boolean knows(UUID planId) {
        return plans.findByIdOptional(planId).isPresent();
    }

    /** The plan of a key, where there is one of it. */
    public Optional<UUID> planOf(String key) {
        var found = plans.list("key", key);
        return found.size() == 1 ? Optional.of(found.getFirst().id) : Optional.empty();
    }

    /** The approved proposition of a plan's product, where there is just one. */
    public Optional<UUID> onlyProposition(UUID planId) {
        return plans.findByIdOptional(planId)
                .map(plan ->
                        propositions.list("status = ?1 and productId = ?2", OfferProposition.APPROVED, plan.productId))
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst().id);
    }

    /** Whether any plan of the product is published. */
    public boolean sells(UUID productId) {
        return plans.count("productId = ?1 and status = ?2", productId, OfferPlan.PUBLISHED) > 0;
    }
}
