package dev.rivulet.catalog.partner;

import static java.util.stream.Collectors.toSet;

import dev.rivulet.catalog.events.CertificationGranted;
import dev.rivulet.catalog.events.CertificationLapsed;
import dev.rivulet.catalog.input.PastDays;
import dev.rivulet.catalog.playbook.PlaybookPublished;
import dev.rivulet.catalog.playbook.Playbooks;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Certifies partners' people on playbooks; a new version of a playbook makes what they know stale. */
@ApplicationScoped
@Transactional
class Certifying {

    private final Partners partners;
    private final Staff staff;
    private final CertificationRepository certifications;
    private final Playbooks playbooks;
    private final SecurityIdentity identity;
    private final PastDays pastDays;
    private final TenantClock clock;
    private final Outbox outbox;

    Certifying(
            Partners partners,
            Staff staff,
            CertificationRepository certifications,
            Playbooks playbooks,
            SecurityIdentity identity,
            PastDays pastDays,
            TenantClock clock,
            Outbox outbox) {
        this.partners = partners;
        this.staff = staff;
        this.certifications = certifications;
        this.playbooks = playbooks;
        this.identity = identity;
        this.pastDays = pastDays;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<CertificationView> list(UUID partner, UUID after, int count) {
        var held = certifications.after(partners.get(partner).id, after, count);
        var current = playbooks.stillPublished(
                held.stream().map(one -> one.certification().playbookId).collect(toSet()));
        return held.stream()
                .map(one -> CertificationView.of(
                        one.certification(),
                        one.left()
                                ? CertificationStatus.LEFT
                                : current.contains(one.certification().playbookId)
                                        ? CertificationStatus.CURRENT
                                        : CertificationStatus.STALE))
                .toList();
    }

    CertificationView certify(UUID partner, UUID person, CertificationRequest request) {
        var seller = staff.get(partner, person);
        var employer = partners.get(partner);
        if (!employer.status.trains()) {
            throw Rejected.conflict("partner-not-in-training", employer.status);
        }
        if (seller.leftAt != null) {
            throw Rejected.conflict("person-left", person);
        }
        var passedOn = pastDays.begun(request.passedOn(), "/passedOn");
        var playbook = playbooks
                .holdPublished(request.playbookId())
                .orElseThrow(
                        () -> Rejected.unprocessable("playbook-not-published", "/playbookId", request.playbookId()));
        var certification = new Certification();
        certification.partnerId = partner;
        certification.personId = person;
        certification.playbookId = playbook.id();
        certification.productId = playbook.productId();
        certification.playbookVersion = playbook.playbookVersion();
        certification.passedOn = passedOn;
        certification.examiner = identity.getPrincipal().getName();
        certification.createdAt = clock.now();
        try {
            certifications.persistAndFlush(certification);
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("certification-exists", person);
        }
        outbox.publish(
                CertificationGranted.TYPE,
                partner,
                certification.version,
                new CertificationGranted(
                        partner,
                        person,
                        certification.productId,
                        certification.playbookId,
                        certification.playbookVersion,
                        passedOn,
                        certification.createdAt));
        return CertificationView.of(certification, CertificationStatus.CURRENT);
    }

    void lapse(@Observes PlaybookPublished publication) {
        var superseded = publication.superseded();
        if (superseded == null) {
            return;
        }
        for (var certification : certifications.on(superseded)) {
            outbox.publish(
                    CertificationLapsed.TYPE,
                    certification.partnerId,
                    certification.version,
                    new CertificationLapsed(
                            certification.partnerId,
                            certification.personId,
                            certification.productId,
                            superseded,
                            certification.playbookVersion,
                            publication.playbook().id(),
                            clock.now()));
        }
    }
}
