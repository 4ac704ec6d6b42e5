package dev.rivulet.catalog.proposition;

/** How far a proposition has come; there is no way back, because promises are pinned to what was approved. */
enum PropositionStatus {
    DRAFT,
    APPROVED
}
