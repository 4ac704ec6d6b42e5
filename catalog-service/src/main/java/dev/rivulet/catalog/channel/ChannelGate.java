package dev.rivulet.catalog.channel;

import static java.util.stream.Collectors.joining;

import dev.rivulet.catalog.channel.domain.Criterion;
import dev.rivulet.catalog.channel.domain.CriterionKind;
import dev.rivulet.catalog.channel.domain.Readiness;
import dev.rivulet.catalog.events.ChannelClosed;
import dev.rivulet.catalog.events.ChannelOpened;
import dev.rivulet.catalog.partner.Partners;
import dev.rivulet.catalog.playbook.Playbooks;
import dev.rivulet.catalog.playbook.PublishedPlaybook;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.catalog.sale.Sales;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Opens products to partners when the company has shown that it can sell them itself, or by a signed waiver. */
@ApplicationScoped
@Transactional
class ChannelGate {

    private final ChannelOpeningRepository openings;
    private final Sales sales;
    private final Portfolio portfolio;
    private final Playbooks playbooks;
    private final Partners partners;
    private final ChannelSettings settings;
    private final SecurityIdentity identity;
    private final TenantClock clock;
    private final Outbox outbox;

    ChannelGate(
            ChannelOpeningRepository openings,
            Sales sales,
            Portfolio portfolio,
            Playbooks playbooks,
            Partners partners,
            ChannelSettings settings,
            SecurityIdentity identity,
            TenantClock clock,
            Outbox outbox) {
        this.openings = openings;
        this.sales = sales;
        this.portfolio = portfolio;
        this.playbooks = playbooks;
        this.partners = partners;
        this.settings = settings;
        this.identity = identity;
        this.clock = clock;
        this.outbox = outbox;
    }

    ReadinessView look(UUID product) {
        return ReadinessView.of(
                product, readiness(product), openings.open(product).orElse(null));
    }

    List<ChannelOpening> list(UUID product, UUID after, int count) {
        known(product);
        return openings.after(product, after, count);
    }

    ChannelOpening get(UUID product, UUID id) {
        return openings.of(product, id).orElseThrow(() -> Rejected.notFound("channel opening", id));
    }

    ChannelOpening open(UUID product, @Nullable String waiver) {
        var readiness = readiness(product);
        if (openings.open(product).isPresent()) {
            throw Rejected.conflict("channel-open", product);
        }
        if (!readiness.isReady() && waiver == null) {
            throw Rejected.conflict(
                    "channel-not-ready",
                    readiness.gaps().stream().map(Criterion::toString).collect(joining(", ")));
        }
        var opening = new ChannelOpening();
        opening.productId = product;
        opening.criteria = readiness.criteria();
        opening.waiver = readiness.isReady() ? null : waiver;
        opening.openedBy = identity.getPrincipal().getName();
        opening.openedAt = clock.now();
        try {
            openings.persistAndFlush(opening);
        } catch (ConstraintViolationException twin) {
            throw Rejected.conflict("channel-open", product);
        }
        tellOpened(opening);
        return opening;
    }

    ChannelOpening close(UUID product, UUID id, @Nullable String ifMatch, ChannelClosing closing) {
        var opening = get(product, id);
        Etag.require(ifMatch, opening.version);
        if (opening.closedAt != null) {
            throw Rejected.conflict("channel-closed", product);
        }
        opening.closedBy = identity.getPrincipal().getName();
        opening.closedAt = clock.now();
        opening.closeReason = closing.reason();
        openings.flush();
        tellClosed(opening, opening.closedAt, closing.reason());
        return opening;
    }

    /** Tells of an opening brought along from elsewhere, and of its end: there is no other word of it. */
    void announced(ChannelOpening opening) {
        tellOpened(opening);
        if (opening.closedAt != null) {
            tellClosed(opening, opening.closedAt, Objects.requireNonNull(opening.closeReason));
        }
    }

    private void tellOpened(ChannelOpening opening) {
        outbox.publish(
                ChannelOpened.TYPE,
                opening.productId,
                opening.version,
                new ChannelOpened(opening.productId, opening.id, opening.openedAt, opening.waiver));
    }

    private void tellClosed(ChannelOpening opening, Instant at, String reason) {
        outbox.publish(
                ChannelClosed.TYPE,
                opening.productId,
                opening.version,
                new ChannelClosed(opening.productId, opening.id, at, reason));
    }

    private Readiness readiness(UUID product) {
        known(product);
        var published = playbooks.published(List.of(product)).stream()
                .map(PublishedPlaybook::id)
                .toList();
        return new Readiness(List.of(
                new Criterion(CriterionKind.OWN_CUSTOMERS, settings.ownCustomers(), sales.ownCustomers(product)),
                new Criterion(CriterionKind.PUBLISHED_PLAYBOOKS, 1, published.size()),
                new Criterion(
                        CriterionKind.CERTIFIED_SELLERS,
                        settings.certifiedSellers(),
                        partners.certifiedSellers(published))));
    }

    private void known(UUID product) {
        if (!portfolio.has(product)) {
            throw Rejected.notFound("product", product);
        }
    }
}
