package dev.rivulet.subscription.rating.domain;

/**
 * The usage that a component is charged by.
 *
 * @param aggregation how events become a quantity, in the words of the price; who reads usage knows them
 */
public record Metered(String metric, String aggregation) {}
