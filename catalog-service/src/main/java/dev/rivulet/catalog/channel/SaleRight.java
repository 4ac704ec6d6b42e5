package dev.rivulet.catalog.channel;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a partner may sell a product now, and every reason why not. */
@Schema(name = "SaleRight")
record SaleRight(
        UUID partnerId,
        UUID productId,
        boolean allowed,
        @Schema(description = "Empty when it may") List<Reason> reasons) {

    /** Why not. */
    @Schema(name = "SaleRightReason")
    enum Reason {
        /** The product is not ACTIVE. */
        PRODUCT_NOT_ON_SALE,
        /** The product is not open to partners. */
        CHANNEL_NOT_OPEN,
        /** The partner's role does not sell. */
        ROLE_DOES_NOT_SELL,
        /** The partner is not ACTIVE. */
        PARTNER_NOT_ACTIVE,
        /** Nobody there is certified on a playbook of this product as it is published now. */
        NO_CERTIFIED_SELLER
    }
}
