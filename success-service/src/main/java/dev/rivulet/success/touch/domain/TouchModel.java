package dev.rivulet.success.touch.domain;

/** How a customer is looked after, from the least. */
public enum TouchModel {
    /** By automatic messages; takes nobody's time. */
    TECH,
    /** By a manager, now and then. */
    LOW,
    /** By a manager, closely. */
    HIGH;

    public boolean needsManager() {
        return this != TECH;
    }
}
