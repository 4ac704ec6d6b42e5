package dev.rivulet.catalog.product;

/** How a product came into the catalog. */
enum ProductOrigin {
    /** As an idea, to be proved by evidence. */
    NEW,
    /** The company sold it before it kept this catalog, so that nothing is left to prove. */
    EXISTING
}
