package dev.rivulet.subscription.account.domain;

import dev.rivulet.kit.money.Money;

/**
 * What is worth collecting.
 *
 * @param amount less is carried forward
 * @param ageCapDays how long, at most
 * @param policy what becomes of it then
 */
public record Minimum(Money amount, int ageCapDays, MinimumPolicy policy) {}
