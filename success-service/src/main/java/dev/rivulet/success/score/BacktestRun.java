package dev.rivulet.success.score;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A trial of a model on the past; never changed. */
@Entity
@Table(name = "score_backtest")
class BacktestRun extends TenantEntity {

    @Column(name = "model_id")
    UUID modelId;

    /** Whether there were losses enough to tell. */
    @Column
    boolean sufficient;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    BacktestResult result;

    @Column(name = "created_at")
    Instant createdAt;
}
