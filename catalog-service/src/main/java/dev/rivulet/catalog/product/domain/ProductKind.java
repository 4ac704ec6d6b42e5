package dev.rivulet.catalog.product.domain;

/** Software by subscription, and the six kinds of IT service. */
public enum ProductKind {
    SAAS(false),
    OUTSOURCING(true),
    SYSTEM_INTEGRATION(false),
    CONSULTING(false),
    SUPPORT_AND_IMPLEMENTATION(false),
    CUSTOM_DEVELOPMENT(true),
    TRAINING(false);

    private final boolean handedOver;

    ProductKind(boolean handedOver) {
        this.handedOver = handedOver;
    }

    /** Whether the customer gives the work itself into outsiders' hands. */
    public boolean isHandedOver() {
        return handedOver;
    }

    /** Key processes and architecture are not to be given away. */
    public boolean isUnwiseFor(Criticality criticality) {
        return handedOver && criticality.isKeptInside();
    }
}
