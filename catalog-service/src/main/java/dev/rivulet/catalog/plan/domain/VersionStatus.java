package dev.rivulet.catalog.plan.domain;

/** How far a version of a plan has come; what is published never changes. */
public enum VersionStatus {
    /** Being worked on. */
    DRAFT,
    /** What new subscriptions are pinned to. */
    PUBLISHED,
    /** A newer one took its place; subscriptions may still be pinned to it. */
    SUPERSEDED;

    public boolean isEditable() {
        return this == DRAFT;
    }
}
