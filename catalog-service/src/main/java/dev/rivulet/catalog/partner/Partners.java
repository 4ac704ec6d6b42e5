package dev.rivulet.catalog.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.events.PartnerChanged;
import dev.rivulet.catalog.partner.domain.PartnerStatus;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.rest.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Keeps the partners; to a partner's own token there is only that one. */
@ApplicationScoped
@Transactional
public class Partners {

    /** Partners whose people are counted as sellers: under contract, and not stopped. */
    private static final Set<PartnerStatus> SELLERS = Set.of(PartnerStatus.TRAINING, PartnerStatus.ACTIVE);

    private final PartnerRepository partners;
    private final CertificationRepository certifications;
    private final PartnerRoles roles;
    private final PartnerScope scope;
    private final MergePatch mergePatch;
    private final TenantClock clock;
    private final Outbox outbox;
    private final SearchIndex search;

    Partners(
            PartnerRepository partners,
            CertificationRepository certifications,
            PartnerRoles roles,
            PartnerScope scope,
            MergePatch mergePatch,
            TenantClock clock,
            Outbox outbox,
            SearchIndex search) {
        this.partners = partners;
        this.certifications = certifications;
        this.roles = roles;
        this.scope = scope;
        this.mergePatch = mergePatch;
        this.clock = clock;
        this.outbox = outbox;
        this.search = search;
    }

    /** How many people of partners in training or active are certified on one of these versions of playbooks. */
    public long certifiedSellers(Collection<UUID> playbooks) {
        return playbooks.isEmpty() ? 0 : certifications.sellers(playbooks, SELLERS);
    }

    /** What a partner brings to the sale of a product with these playbooks. */
    public Seller seller(UUID id, Collection<UUID> playbooks) {
        var partner = get(id);
        return new Seller(
                partner.status == PartnerStatus.ACTIVE,
                sells(partner),
                playbooks.isEmpty() ? 0 : certifications.sellersOf(id, playbooks));
    }

    List<Partner> list(UUID after, int count, @Nullable PartnerStatus status, @Nullable String role) {
        return partners.after(after, count, scope.only(), status, role);
    }

    Partner get(UUID id) {
        if (scope.hides(id)) {
            throw Rejected.notFound("partner", id);
        }
        return partners.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("partner", id));
    }

    /** A partner to go on working with. */
    Partner present(UUID id) {
        var partner = get(id);
        if (partner.status == PartnerStatus.ENDED) {
            throw Rejected.conflict("partner-ended", id);
        }
        return partner;
    }

    Partner add(PartnerRequest request) {
        var partner = new Partner();
        partner.key = request.key();
        partner.status = PartnerStatus.PROSPECT;
        partner.createdAt = clock.now();
        partner.statusSince = partner.createdAt;
        describe(partner, request.terms(), "");
        try {
            partners.persistAndFlush(partner);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", String.valueOf(request.key()));
        }
        return announced(partner);
    }

    Partner change(UUID id, @Nullable String ifMatch, JsonNode patch) {
        var partner = get(id);
        Etag.require(ifMatch, partner.version);
        if (partner.status == PartnerStatus.ENDED) {
            throw Rejected.conflict("partner-ended", id);
        }
        describe(partner, mergePatch.apply(PartnerChange.of(partner), patch), "");
        return announced(partner);
    }

    /** Fills a partner in; {@code within} is where the terms stand in what was sent. */
    @Transactional(dontRollbackOn = Rejected.class)
    void describe(Partner partner, PartnerChange terms, String within) {
        if (roles.find(terms.role()).isEmpty()) {
            throw Rejected.unprocessable("partner-role-unknown", within + "/role", terms.role());
        }
        partner.name = terms.name();
        partner.role = terms.role();
        partner.tier = terms.tier();
        partner.territory = Objects.requireNonNullElse(terms.territory(), Territory.NOWHERE);
        partner.manager = terms.manager();
        fit(partner, partner.status);
    }

    /** Refuses what a partner lacks in order to be of this status. */
    @Transactional(dontRollbackOn = Rejected.class)
    void fit(Partner partner, PartnerStatus status) {
        if (status.trains() && partner.manager == null) {
            throw Rejected.conflict("partner-manager-missing", partner.name);
        }
        if (status == PartnerStatus.ACTIVE && sells(partner) && partner.territory.coversNothing()) {
            throw Rejected.conflict("partner-territory-missing", partner.name);
        }
    }

    private boolean sells(Partner partner) {
        return roles.find(partner.role).filter(PartnerRoleView::sells).isPresent();
    }

    /** Tells everyone of a partner as it stands. */
    Partner announced(Partner partner) {
        partners.flush();
        search.put("partner", partner.id, partner.name, partner.key, partner.manager);
        outbox.publish(
                PartnerChanged.TYPE,
                partner.id,
                partner.version,
                new PartnerChanged(
                        partner.id,
                        partner.key,
                        partner.name,
                        partner.role,
                        partner.tier,
                        partner.territory.countries(),
                        partner.territory.regions(),
                        partner.manager,
                        partner.status.name()));
        return partner;
    }
}
