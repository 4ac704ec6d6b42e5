package dev.rivulet.catalog.partner;

/** Whether a certification counts. */
enum CertificationStatus {
    /** The person works for the partner and the version is the one published at present. */
    CURRENT,
    /** A later version of the playbook is published; the person has to be certified again. */
    STALE,
    /** The person has left. */
    LEFT
}
