package dev.rivulet.catalog.partner;

import dev.rivulet.kit.tenancy.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A person knows one version of a playbook; whether that version is still the one to know is the playbook's matter. */
@Entity
@Table(name = "certification")
class Certification extends TenantEntity {

    @Column(name = "partner_id", updatable = false)
    UUID partnerId;

    @Column(name = "person_id", updatable = false)
    UUID personId;

    @Column(name = "playbook_id", updatable = false)
    UUID playbookId;

    @Column(name = "product_id", updatable = false)
    UUID productId;

    @Column(name = "playbook_version", updatable = false)
    int playbookVersion;

    @Column(name = "passed_on", updatable = false)
    LocalDate passedOn;

    @Column(updatable = false)
    String examiner;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
