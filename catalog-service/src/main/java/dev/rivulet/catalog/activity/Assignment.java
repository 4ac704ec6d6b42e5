package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.catalog.activity.domain.ServiceLine;
import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "activity_assignment")
class Assignment extends TenantEntity {

    @Column(name = "seller_id", updatable = false)
    UUID sellerId;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column
    String code;

    @Column(name = "channel_codes")
    @JdbcTypeCode(SqlTypes.JSON)
    List<ChannelCode> channelCodes;

    @Column
    @Nullable
    String goods;

    @Column(name = "service_lines")
    @JdbcTypeCode(SqlTypes.JSON)
    List<ServiceLine> serviceLines;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    String codeBy(SaleChannel channel) {
        return channelCodes.stream()
                .filter(one -> one.channel() == channel)
                .map(ChannelCode::code)
                .findFirst()
                .orElse(code);
    }
}
