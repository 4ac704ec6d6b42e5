package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans in an export. What is published never changes, by import neither. */
@Singleton
class PlanSection extends Section<PlanSection.Row> {

    private final PlanRepository plans;
    private final PlanPublishing publishing;
    private final Portfolio portfolio;
    private final Sql sql;

    PlanSection(PlanRepository plans, PlanPublishing publishing, Portfolio portfolio, Sql sql) {
        super("plan", 500, Row.class);
        this.plans = plans;
        this.publishing = publishing;
        this.portfolio = portfolio;
        this.sql = sql;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull PlanStatus status,
            @Min(1) int planVersion,
            @Nullable Instant publishedAt,
            @NotNull @Valid PlanRequest content) {

        static Row of(Plan plan) {
            return new Row(
                    plan.id,
                    plan.createdAt,
                    plan.status,
                    plan.planVersion,
                    plan.publishedAt,
                    new PlanRequest(plan.productId, plan.key, plan.name, plan.price, plan.period, plan.trialDays));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return plans.after(last == null ? new UUID(0, 0) : last.id(), count, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return plans.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        if (!portfolio.has(content.productId())) {
            throw Rejected.unprocessable("product-unknown", "/content/productId", content.productId());
        }
        if ((row.status() == PlanStatus.DRAFT) != (row.publishedAt() == null)) {
            throw Rejected.invalid("value-invalid", "/publishedAt", String.valueOf(row.publishedAt()));
        }
        if (standing != null) {
            requireDraftOfTheSame(standing, row);
        }
        var plan = standing == null ? new Plan() : plans.findById(row.id());
        PlanPublishing.agree(plan, content.terms(), "/content");
        if (standing == null) {
            plan.productId = content.productId();
            plan.key = key(content.key());
            plan.status = row.status();
            plan.planVersion = row.planVersion();
            plan.createdAt = row.createdAt();
            plan.publishedAt = row.publishedAt();
            plans.persistAndFlush(plan);
            // Hibernate makes ids itself; the row's own takes its place before anything refers to it.
            sql.update("UPDATE plan SET id = ? WHERE tenant_id = ? AND id = ?", row.id(), plan.tenant, plan.id);
            plans.getEntityManager().detach(plan);
            plan = plans.findById(row.id());
        }
        publishing.announced(plan);
    }

    /** Asked before the database refuses it, which would take the rows around this one along. */
    private @Nullable String key(@Nullable String key) {
        if (key != null && plans.count("key", key) > 0) {
            throw Rejected.conflict("key-taken", key);
        }
        return key;
    }

    private static void requireDraftOfTheSame(Row standing, Row row) {
        var content = row.content();
        requireSame(standing.status(), row.status(), "/status");
        requireSame(standing.planVersion(), row.planVersion(), "/planVersion");
        requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
        requireSame(standing.content().productId(), content.productId(), "/content/productId");
        requireSame(
                Objects.requireNonNullElse(standing.content().key(), ""),
                Objects.requireNonNullElse(content.key(), ""),
                "/content/key");
        if (standing.status() != PlanStatus.DRAFT) {
            throw Rejected.conflict("plan-published", row.id());
        }
    }
}
