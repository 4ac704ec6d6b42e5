package dev.rivulet.catalog.channel;

/** Whether partners may sell a product. */
enum ChannelStatus {
    /** Something is missing. */
    NOT_READY,
    /** Nothing is missing; nobody has opened the channel yet. */
    READY,
    /** Opened, by what there was or by a waiver. */
    OPEN
}
