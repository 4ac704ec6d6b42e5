package dev.rivulet.catalog.competitor;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Battlecard extends TenantEntity {

    @Column(name = "competitor_id", updatable = false)
    UUID competitorId;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> strengths;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> weaknesses;

    @Column(name = "how_to_win")
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> howToWin;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> questions;

    @Column(name = "review_by")
    LocalDate reviewBy;

    @Column(name = "reviewed_on")
    LocalDate reviewedOn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    boolean isOverdue(LocalDate today) {
        return reviewBy.isBefore(today);
    }
}
