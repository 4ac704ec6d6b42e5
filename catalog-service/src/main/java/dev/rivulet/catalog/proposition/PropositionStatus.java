package dev.rivulet.catalog.proposition;

/**
 * How far a version of a proposition has come. From APPROVED there is no way back, because promises are pinned to what
 * was approved; a change is the next version.
 */
enum PropositionStatus {
    DRAFT,
    REVIEW,
    APPROVED,
    /** Its next version is approved. */
    SUPERSEDED;

    boolean mayBecome(PropositionStatus next) {
        return switch (this) {
            case DRAFT -> next == REVIEW;
            case REVIEW -> next == DRAFT || next == APPROVED;
            case APPROVED -> next == SUPERSEDED;
            case SUPERSEDED -> false;
        };
    }
}
