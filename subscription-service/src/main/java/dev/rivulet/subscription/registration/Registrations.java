package dev.rivulet.subscription.registration;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.events.DealRegistrationChanged;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.partner.PartnerScope;
import dev.rivulet.subscription.partner.Partners;
import dev.rivulet.subscription.registration.Protections.Protection;
import dev.rivulet.subscription.registration.domain.CustomerKeys;
import dev.rivulet.subscription.registration.domain.RegistrationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes registrations and decides on them; of one customer and product at most one is approved at a time. */
@ApplicationScoped
@Transactional
public class Registrations {

    private static final Duration PROTECTION = Duration.ofDays(90);

    /** An approval a deal is opened on. */
    public record Approved(UUID id, UUID partnerId, UUID productId) {}

    private final RegistrationRepository registrations;
    private final Protections protections;
    private final Partners partners;
    private final PartnerScope scope;
    private final Offers offers;
    private final TenantClock clock;
    private final Outbox outbox;

    Registrations(
            RegistrationRepository registrations,
            Protections protections,
            Partners partners,
            PartnerScope scope,
            Offers offers,
            TenantClock clock,
            Outbox outbox) {
        this.registrations = registrations;
        this.protections = protections;
        this.partners = partners;
        this.scope = scope;
        this.offers = offers;
        this.clock = clock;
        this.outbox = outbox;
    }

    RegistrationView submit(RegistrationRequest request) {
        var registration = new Registration();
        registration.partnerId = partner(request.partnerId());
        if (!offers.sells(request.productId())) {
            throw Rejected.unprocessable("product-not-offered", "/productId", request.productId());
        }
        registration.productId = request.productId();
        registration.customerName = request.customerName().strip();
        registration.taxId = request.taxId();
        registration.domain = request.domain();
        registration.note = request.note();
        registration.submittedBy = scope.caller();
        registration.submittedAt = clock.now();
        requireFree(registration.productId, registration.customerKeys());
        registrations.persist(registration);
        return published(registration);
    }

    RegistrationView get(UUID id) {
        return RegistrationView.of(visible(registrations.get(id)), clock.now());
    }

    List<Registration> list(
            @Nullable UUID partnerId,
            @Nullable UUID productId,
            @Nullable RegistrationStatus status,
            UUID after,
            int limit) {
        return registrations.list(scope.narrowed(partnerId), productId, status, clock.now(), after, limit);
    }

    Instant now() {
        return clock.now();
    }

    RegistrationView approve(UUID id, @Nullable String ifMatch) {
        var registration = registrations.lock(id);
        Etag.require(ifMatch, registration.version);
        decide(registration, RegistrationStatus.APPROVED);
        requireActive(registration.partnerId);
        var keys = registration.customerKeys();
        releaseExpired(registration.productId, keys);
        if (!protections.claim(id, registration.productId, keys)) {
            requireFree(registration.productId, keys);
            throw new IllegalStateException("nobody protects " + keys + ", yet somebody holds them");
        }
        var now = clock.now();
        registration.protectedSince = now;
        registration.protectedUntil = now.plus(PROTECTION);
        return published(registration);
    }

    RegistrationView reject(UUID id, @Nullable String ifMatch, String reason) {
        var registration = registrations.lock(id);
        Etag.require(ifMatch, registration.version);
        decide(registration, RegistrationStatus.REJECTED);
        registration.rejectionReason = reason;
        return published(registration);
    }

    /** The approval with this id while it protects. */
    public Approved approved(UUID id) {
        var registration = registrations
                .findByIdOptional(id)
                .filter(found -> found.statusAt(clock.now()) == RegistrationStatus.APPROVED)
                .orElseThrow(() -> Rejected.unprocessable("registration-not-approved", "/registrationId", id));
        return new Approved(id, registration.partnerId, registration.productId);
    }

    /** Refuses what concerns a customer that a partner's approval protects, telling the caller what it may know. */
    public void requireFree(UUID productId, String customerName) {
        requireFree(productId, CustomerKeys.of(customerName, null, null));
    }

    /** The approval led to a sale; one that has expired in the meantime stays so. */
    public void convert(UUID id) {
        var registration = registrations.lock(id);
        if (registration.status != RegistrationStatus.APPROVED) {
            return;
        }
        registration.status = registration.statusAt(clock.now()) == RegistrationStatus.EXPIRED
                ? RegistrationStatus.EXPIRED
                : RegistrationStatus.CONVERTED;
        protections.release(id, clock.now());
        published(registration);
    }

    private void requireFree(UUID productId, SortedSet<String> keys) {
        var protection = protections.live(productId, keys, clock.now());
        if (protection.isPresent()) {
            throw taken(protection.get());
        }
    }

    /** A partner learns since when and until when of another's approval, and nothing else. */
    private Rejected taken(Protection by) {
        return scope.hides(by.partnerId())
                ? Rejected.conflict("customer-protected", by.since(), by.until())
                : Rejected.conflict("customer-protected-by", by.registrationId(), by.since(), by.until());
    }

    private void releaseExpired(UUID productId, SortedSet<String> keys) {
        var holders = protections.holders(productId, keys);
        if (holders.isEmpty()) {
            return;
        }
        var now = clock.now();
        for (var expired : registrations.lockExpired(holders, now)) {
            expired.status = RegistrationStatus.EXPIRED;
            protections.release(expired.id, now);
            published(expired);
        }
    }

    private void decide(Registration registration, RegistrationStatus status) {
        if (!registration.status.mayBecome(status)) {
            throw Rejected.conflict("registration-status", registration.statusAt(clock.now()), status);
        }
        registration.status = status;
        registration.decidedBy = scope.caller();
        registration.decidedAt = clock.now();
    }

    private UUID partner(@Nullable UUID asked) {
        var own = scope.only();
        var partner = own == null ? asked : own;
        if (partner == null) {
            throw Rejected.invalid("value-missing", "/partnerId");
        }
        if (asked != null && !asked.equals(partner)) {
            throw Rejected.unprocessable("partner-not-active", "/partnerId", asked);
        }
        requireActive(partner);
        return partner;
    }

    private void requireActive(UUID partner) {
        if (!partners.isActive(partner)) {
            throw Rejected.unprocessable("partner-not-active", "/partnerId", partner);
        }
    }

    private Registration visible(Registration registration) {
        if (scope.hides(registration.partnerId)) {
            throw Rejected.notFound("deal registration", registration.id);
        }
        return registration;
    }

    private RegistrationView published(Registration registration) {
        registrations.flush();
        outbox.publish(DealRegistrationChanged.TYPE, registration.id, registration.version, registration.asChanged());
        return RegistrationView.of(registration, clock.now());
    }
}
