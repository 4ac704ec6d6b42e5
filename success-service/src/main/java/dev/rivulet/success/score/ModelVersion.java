package dev.rivulet.success.score;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Criterion;
import dev.rivulet.success.score.domain.ScoreModel;
import dev.rivulet.success.score.domain.Thresholds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a model of the score. */
@Entity
@Table(name = "score_model")
class ModelVersion extends TenantEntity {

    /** Stands for the customers whose segment has no model of its own, and those without a segment. */
    static final UUID EVERYONE = new UUID(0, 0);

    int number;

    @Column(name = "segment_id")
    UUID segmentId;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    ModelStatus status;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<ComponentTerms> components;

    @Column(name = "minimum_coverage")
    BigDecimal minimumCoverage;

    @Column(name = "healthy_from")
    BigDecimal healthyFrom;

    @Column(name = "critical_below")
    BigDecimal criticalBelow;

    /** Who let it in without a backtest; null where there was one. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Waiver waiver;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "activated_at")
    @Nullable
    Instant activatedAt;

    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    void become(ModelStatus next) {
        requireNext(next);
        status = next;
    }

    void requireNext(ModelStatus next) {
        if (!status.mayBecome(next)) {
            throw Rejected.conflict("score-model-status", status);
        }
    }

    void take(ScoreModelRequest request) {
        segmentId = request.segmentId() == null ? EVERYONE : request.segmentId();
        name = request.name().strip();
        components = request.components();
        minimumCoverage = request.minimumCoverage();
        healthyFrom = request.healthyFrom();
        criticalBelow = request.criticalBelow();
    }

    ScoreModelRequest terms() {
        return new ScoreModelRequest(segment(), name, components, minimumCoverage, healthyFrom, criticalBelow);
    }

    @Nullable
    UUID segment() {
        return segmentId.equals(EVERYONE) ? null : segmentId;
    }

    NumberedModel numbered() {
        var criteria = new EnumMap<Component, Criterion>(Component.class);
        components.forEach(terms -> criteria.put(terms.component(), terms.criterion()));
        return new NumberedModel(
                id, number, new ScoreModel(criteria, minimumCoverage, new Thresholds(healthyFrom, criticalBelow)));
    }
}
