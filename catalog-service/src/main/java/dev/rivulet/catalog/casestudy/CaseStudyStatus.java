package dev.rivulet.catalog.casestudy;

import java.util.Set;

/** How far a story has come; each state knows where it may go. */
enum CaseStudyStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    boolean mayBecome(CaseStudyStatus next) {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, WITHDRAWN).contains(next);
            case PUBLISHED -> next == WITHDRAWN;
            // A customer may agree again; the story is then written and published anew.
            case WITHDRAWN -> next == DRAFT;
        };
    }
}
