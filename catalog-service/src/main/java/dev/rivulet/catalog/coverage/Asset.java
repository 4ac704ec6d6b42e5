package dev.rivulet.catalog.coverage;

/** What a seller needs for a product and a segment. */
enum Asset {
    /** An approved value proposition. */
    PROPOSITION,
    /** A published plan, which has a price. */
    PRICE,
    /** A published sales playbook, for the segment or for all of them. */
    PLAYBOOK,
    /** A published case study, be it for our own people only. */
    CASE_STUDY,
    /** A battlecard that is not overdue. */
    BATTLECARD
}
