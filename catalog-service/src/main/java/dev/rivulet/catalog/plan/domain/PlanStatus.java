package dev.rivulet.catalog.plan.domain;

/** How far a plan has come; each state knows what may follow it. */
public enum PlanStatus {
    /** Its first version is still being worked on. */
    DRAFT,
    /** It may be subscribed to; newer versions may follow. */
    PUBLISHED,
    /** Its product is off sale; who subscribed keeps it. */
    RETIRED;

    /** Whether a version of the plan may be published now. */
    public boolean mayPublish() {
        return this != RETIRED;
    }

    /** Whether a further version may be drafted: the first comes with the plan itself. */
    public boolean mayDraftNext() {
        return this == PUBLISHED;
    }
}
