package dev.rivulet.catalog.playbook;

/** How far a version of a playbook has come. */
enum PlaybookStatus {
    /** Being written; a playbook has at most one such version. */
    DRAFT,
    /** What sellers learn; a playbook has at most one such version, which never changes. */
    PUBLISHED,
    /** Replaced by a later version; kept, because people were certified on it. */
    SUPERSEDED;

    boolean mayBecome(PlaybookStatus next) {
        return switch (this) {
            case DRAFT -> next == PUBLISHED;
            case PUBLISHED -> next == SUPERSEDED;
            case SUPERSEDED -> false;
        };
    }
}
