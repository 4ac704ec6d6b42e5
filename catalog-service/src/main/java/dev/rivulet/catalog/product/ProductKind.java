package dev.rivulet.catalog.product;

/** Software by subscription, and the six kinds of IT service. */
enum ProductKind {
    SAAS,
    OUTSOURCING,
    SYSTEM_INTEGRATION,
    CONSULTING,
    SUPPORT_AND_IMPLEMENTATION,
    CUSTOM_DEVELOPMENT,
    TRAINING
}
