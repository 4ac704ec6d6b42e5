package dev.rivulet.catalog.plan;

/** How the customer is looked after. */
enum TouchModel {
    /** By automatic messages. */
    TECH,
    /** By a manager of many customers. */
    LOW,
    /** By a manager of few. */
    HIGH
}
