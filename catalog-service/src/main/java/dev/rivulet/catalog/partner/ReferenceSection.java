package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients who vouch for partners, in an export. Their word is given by its own transition only. */
@Singleton
class ReferenceSection extends Section<ReferenceSection.Row> {

    private final ReferenceRepository repository;
    private final PartnerRepository partners;
    private final PastDays pastDays;

    ReferenceSection(ReferenceRepository repository, PartnerRepository partners, PastDays pastDays) {
        super("reference", 930, Row.class);
        this.repository = repository;
        this.partners = partners;
        this.pastDays = pastDays;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull UUID partnerId,
            @Nullable @Valid ReferenceConfirmation confirmation,
            @NotNull @Valid ReferenceRequest content) {

        static Row of(Reference reference) {
            return new Row(
                    reference.id,
                    reference.createdAt,
                    reference.partnerId,
                    reference.confirmedBy == null || reference.confirmedOn == null
                            ? null
                            : new ReferenceConfirmation(reference.confirmedBy, reference.confirmedOn),
                    new ReferenceRequest(reference.client, reference.contact));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return repository.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        if (standing != null) {
            requireSame(standing, row, "");
        }
        if (partners.findByIdOptional(row.partnerId()).isEmpty()) {
            throw Rejected.unprocessable("partner-unknown", "/partnerId", row.partnerId());
        }
        var client = row.content().client();
        require(client.equals(client.strip()), "/content/client", client);
        if (row.confirmation() != null) {
            pastDays.begun(row.confirmation().confirmedOn(), "/confirmation/confirmedOn");
        }
        // Asked before the database refuses it, which would take the rows around this one along.
        if (repository.count("partnerId = ?1 and lower(client) = lower(?2)", row.partnerId(), client) > 0) {
            throw Rejected.conflict("reference-exists", client);
        }
        var reference = new Reference();
        reference.partnerId = row.partnerId();
        reference.client = client;
        reference.contact = row.content().contact();
        if (row.confirmation() != null) {
            reference.confirmedBy = row.confirmation().confirmedBy();
            reference.confirmedOn = row.confirmation().confirmedOn();
        }
        reference.createdAt = row.createdAt();
        adopt(repository.getEntityManager(), "partner_reference", reference, row.id());
    }
}
