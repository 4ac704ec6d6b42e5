package dev.rivulet.catalog.channel;

import dev.rivulet.catalog.channel.SaleRight.Reason;
import dev.rivulet.catalog.partner.Partners;
import dev.rivulet.catalog.playbook.Playbooks;
import dev.rivulet.catalog.playbook.PublishedPlaybook;
import dev.rivulet.catalog.product.Portfolio;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** No partner sells without an open channel, a contract, and somebody who knows the playbook. */
@ApplicationScoped
@Transactional
class SaleRights {

    private final Partners partners;
    private final Playbooks playbooks;
    private final Portfolio portfolio;
    private final ChannelOpeningRepository openings;

    SaleRights(Partners partners, Playbooks playbooks, Portfolio portfolio, ChannelOpeningRepository openings) {
        this.partners = partners;
        this.playbooks = playbooks;
        this.portfolio = portfolio;
        this.openings = openings;
    }

    SaleRight of(UUID partner, UUID product) {
        var published = playbooks.published(List.of(product)).stream()
                .map(PublishedPlaybook::id)
                .toList();
        var seller = partners.seller(partner, published);
        if (!portfolio.has(product)) {
            throw Rejected.unprocessable("product-unknown", "?productId", product);
        }
        var reasons = EnumSet.noneOf(Reason.class);
        if (!portfolio.isOnSale(product)) {
            reasons.add(Reason.PRODUCT_NOT_ON_SALE);
        }
        if (openings.open(product).isEmpty()) {
            reasons.add(Reason.CHANNEL_NOT_OPEN);
        }
        if (!seller.roleSells()) {
            reasons.add(Reason.ROLE_DOES_NOT_SELL);
        }
        if (!seller.active()) {
            reasons.add(Reason.PARTNER_NOT_ACTIVE);
        }
        if (seller.certified() == 0) {
            reasons.add(Reason.NO_CERTIFIED_SELLER);
        }
        return new SaleRight(partner, product, reasons.isEmpty(), List.copyOf(reasons));
    }
}
