package dev.rivulet.subscription.events;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;

/**
 * What a document owes, or gives back, by one rate of tax.
 *
 * @param inclusive whether the prices of the lines contain it
 * @param base what it is owed on: without tax, after the discount
 */
public record IssuedTax(String code, String name, BigDecimal percent, boolean inclusive, Money base, Money amount) {}
