package dev.rivulet.subscription.commission.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What share of a paid amount is a partner's. What it leaves open fits everybody.
 *
 * @param until first day it holds no longer; null while no end is known
 */
public record Rule(
        UUID id,
        BigDecimal percent,
        Recurrence recurrence,
        @Nullable UUID partnerId,
        @Nullable String tier,
        @Nullable UUID productId,
        LocalDate from,
        @Nullable LocalDate until) {

    /**
     * A sale through a partner.
     *
     * @param tier the one the partner stands in, if any
     */
    public record Sale(UUID partnerId, @Nullable String tier, UUID productId) {}

    /**
     * The most specific rule of those that hold on the day: one for the partner goes before one for its tier, that
     * before one for all, and among these one for the product before one for any. Two alike cannot hold on one day.
     */
    public static Optional<Rule> choose(Collection<Rule> rules, Sale sale, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.holdsOn(day) && rule.fits(sale))
                .max(Comparator.comparingInt(Rule::specificity));
    }

    boolean fits(Sale sale) {
        return (partnerId == null || partnerId.equals(sale.partnerId()))
                && (tier == null || tier.equals(sale.tier()))
                && (productId == null || productId.equals(sale.productId()));
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    int specificity() {
        return (partnerId == null ? 0 : 4) + (tier == null ? 0 : 2) + (productId == null ? 0 : 1);
    }

    /** What it was chosen for, for people. */
    public String scope() {
        var who = partnerId != null ? "partner" : tier != null ? "tier " + tier : "any partner";
        return who + (productId == null ? ", any product" : ", product");
    }
}
