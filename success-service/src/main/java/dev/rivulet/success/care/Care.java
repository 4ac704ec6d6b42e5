package dev.rivulet.success.care;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What people have decided of a customer; not a copy of anything. */
@Entity
@Table(name = "customer_care")
class Care {

    @Id
    @Column(name = "account_id")
    UUID accountId;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Version
    long version;

    @Nullable
    String manager;

    @Column(name = "segment_id")
    @Nullable
    UUID segmentId;

    @Column(name = "sponsor_contact_id")
    @Nullable
    UUID sponsorContactId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column
    Map<String, String> attributes = Map.of();

    CareRequest asRequested() {
        return new CareRequest(manager, segmentId, sponsorContactId, attributes);
    }

    void take(CareRequest request) {
        manager = request.manager() == null ? null : request.manager().strip();
        segmentId = request.segmentId();
        sponsorContactId = request.sponsorContactId();
        attributes = request.attributes() == null ? Map.of() : Map.copyOf(request.attributes());
    }
}
