package dev.rivulet.success.score;

import dev.rivulet.success.score.domain.Component;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The last computed score of a customer and the values it was computed from. */
@Entity
@Table(name = "customer_score")
class CustomerScore {

    @Id
    @Column(name = "account_id")
    UUID accountId;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Nullable
    BigDecimal score;

    @Column
    BigDecimal coverage;

    @Nullable
    BigDecimal licences;

    @Nullable
    BigDecimal nps;

    @Nullable
    BigDecimal payment;

    @Column(name = "computed_at")
    Instant computedAt;

    Map<Component, BigDecimal> values() {
        var values = new EnumMap<Component, BigDecimal>(Component.class);
        for (var component : Component.values()) {
            var value = switch (component) {
                case LICENCES -> licences;
                case NPS -> nps;
                case PAYMENT -> payment;
            };
            if (value != null) {
                values.put(component, value);
            }
        }
        return values;
    }

    void values(Map<Component, BigDecimal> values) {
        licences = values.get(Component.LICENCES);
        nps = values.get(Component.NPS);
        payment = values.get(Component.PAYMENT);
    }
}
