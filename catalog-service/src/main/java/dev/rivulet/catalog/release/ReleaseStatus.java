package dev.rivulet.catalog.release;

/** How far a release has come; what was announced stays as it was announced. */
enum ReleaseStatus {
    DRAFT,
    ANNOUNCED;

    boolean isEditable() {
        return this == DRAFT;
    }
}
