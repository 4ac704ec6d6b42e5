package dev.rivulet.catalog.plan;

/** How far a plan has come; there is no way back, because subscriptions are pinned to what was published. */
enum PlanStatus {
    DRAFT,
    PUBLISHED
}
