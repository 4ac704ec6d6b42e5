package dev.rivulet.catalog.product;

/** How far a product has come. */
enum ProductStatus {
    /** Talked about; its plans stay drafts. */
    IDEA,
    /** On sale. */
    ACTIVE
}
