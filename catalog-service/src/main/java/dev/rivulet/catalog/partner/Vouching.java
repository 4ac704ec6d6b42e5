package dev.rivulet.catalog.partner;

import dev.rivulet.catalog.events.ReferenceConfirmed;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Collects clients' word for a partner; each counts for a year and can be renewed. */
@ApplicationScoped
@Transactional
class Vouching {

    private final Partners partners;
    private final ReferenceRepository references;
    private final PastDays pastDays;
    private final TenantClock clock;
    private final Outbox outbox;

    Vouching(Partners partners, ReferenceRepository references, PastDays pastDays, TenantClock clock, Outbox outbox) {
        this.partners = partners;
        this.references = references;
        this.pastDays = pastDays;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<Reference> list(UUID partner, UUID after, int count) {
        return references.after(partners.get(partner).id, after, count);
    }

    Reference get(UUID partner, UUID id) {
        return references.of(partners.get(partner).id, id).orElseThrow(() -> Rejected.notFound("reference", id));
    }

    Reference add(UUID partner, ReferenceRequest request) {
        var reference = new Reference();
        reference.partnerId = partners.present(partner).id;
        reference.client = request.client().strip();
        reference.contact = request.contact();
        reference.createdAt = clock.now();
        try {
            references.persistAndFlush(reference);
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("reference-exists", reference.client);
        }
        return reference;
    }

    Reference confirm(UUID partner, UUID id, @Nullable String ifMatch, ReferenceConfirmation word) {
        var reference = get(partner, id);
        Etag.require(ifMatch, reference.version);
        pastDays.begun(word.confirmedOn(), "/confirmedOn");
        if (reference.confirmedOn != null && word.confirmedOn().isBefore(reference.confirmedOn)) {
            throw Rejected.unprocessable("confirmation-outdated", "/confirmedOn", reference.confirmedOn);
        }
        reference.confirmedBy = word.confirmedBy();
        reference.confirmedOn = word.confirmedOn();
        references.flush();
        outbox.publish(
                ReferenceConfirmed.TYPE,
                partner,
                reference.version,
                new ReferenceConfirmed(partner, id, reference.client, word.confirmedOn(), clock.now()));
        return reference;
    }
}
