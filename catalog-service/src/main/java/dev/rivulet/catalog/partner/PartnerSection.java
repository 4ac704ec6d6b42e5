package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Partners in an export. An import adds a partner as it stands, and takes none through the cycle. */
@Singleton
class PartnerSection extends Section<PartnerSection.Row> {

    private final PartnerRepository repository;
    private final Partners partners;

    PartnerSection(PartnerRepository repository, Partners partners) {
        super("partner", 900, Row.class);
        this.repository = repository;
        this.partners = partners;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull PartnerStatus status,
            @NotNull Instant statusSince,
            @Nullable @Valid Contract contract,
            @NotNull @Valid PartnerRequest content) {

        static Row of(Partner partner) {
            return new Row(
                    partner.id,
                    partner.createdAt,
                    partner.status,
                    partner.statusSince,
                    partner.contract,
                    new PartnerRequest(
                            partner.key, partner.name, partner.role, partner.tier, partner.territory, partner.manager));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count, null, null, null).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        given(content.territory(), "/content/territory");
        if (standing == null) {
            requireWhole(row);
        } else {
            requireSame(standing.content().key(), content.key(), "/content/key");
            requireSame(standing.status(), row.status(), "/status");
            requireSame(standing.statusSince(), row.statusSince(), "/statusSince");
            requireSame(standing.contract(), row.contract(), "/contract");
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            if (standing.status() == PartnerStatus.ENDED) {
                throw Rejected.conflict("partner-ended", row.id());
            }
        }
        var partner = standing == null ? new Partner() : repository.findById(row.id());
        if (standing == null) {
            partner.status = row.status();
        }
        partners.describe(partner, content.terms(), "/content");
        if (standing == null) {
            partner.key = content.key();
            partner.statusSince = row.statusSince();
            partner.contract = row.contract();
            partner.createdAt = row.createdAt();
            adopt(repository.getEntityManager(), "partner", partner, row.id());
            partner = repository.findById(row.id());
        }
        partners.announced(partner);
    }

    private void requireWhole(Row row) {
        switch (row.status()) {
            case PROSPECT -> require(row.contract() == null, "/contract", row.contract());
            case CONTRACTED, TRAINING, ACTIVE, SUSPENDED -> given(row.contract(), "/contract");
            case ENDED -> {
                // With a contract or without one.
            }
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        var key = row.content().key();
        if (key != null && repository.count("key", key) > 0) {
            throw Rejected.conflict("key-taken", key);
        }
    }
}
