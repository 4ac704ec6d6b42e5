package dev.rivulet.catalog.plan;

import dev.rivulet.catalog.plan.Entitlement.Kind;
import dev.rivulet.catalog.plan.domain.RolloutPolicy;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses terms that contradict themselves, each at its pointer. */
final class TermsCheck {

    private TermsCheck() {}

    /** Refuses terms; {@code within} is where they stand in what was sent. */
    static void of(Terms terms, String within) {
        if (terms.price().isNegative()) {
            throw Rejected.invalid("amount-negative", within + "/price/amount");
        }
        checkEntitlements(terms.entitlements(), within);
        var currency = terms.price().currency();
        for (var i = 0; i < terms.phases().size(); i++) {
            checkPhase(terms.phases().get(i), currency, within + "/phases/" + i);
        }
        var least = terms.minimumCommitment();
        if (least != null) {
            requireCurrency(least, currency, within + "/minimumCommitment/currency");
            if (least.isNegative() || least.isZero()) {
                throw Rejected.invalid("amount-not-positive", within + "/minimumCommitment/amount");
            }
        }
    }

    private static void checkPhase(Phase phase, Currency currency, String pointer) {
        if ((phase.months() == null) == (phase.days() == null)) {
            throw Rejected.invalid("phase-length", pointer + "/months");
        }
        var price = phase.price();
        if ((price == null) == (phase.discountPercent() == null)) {
            throw Rejected.invalid("phase-price", pointer + "/price");
        }
        if (price != null) {
            requireCurrency(price, currency, pointer + "/price/currency");
            if (price.isNegative()) {
                throw Rejected.invalid("amount-negative", pointer + "/price/amount");
            }
        }
    }

    private static void requireCurrency(Money amount, Currency currency, String pointer) {
        if (!amount.currency().equals(currency)) {
            throw Rejected.invalid("plan-currency", pointer, currency);
        }
    }

    private static void checkEntitlements(List<Entitlement> entitlements, String within) {
        var keys = new HashSet<String>();
        for (var i = 0; i < entitlements.size(); i++) {
            var entitlement = entitlements.get(i);
            var pointer = within + "/entitlements/" + i;
            if (!keys.add(entitlement.key())) {
                throw Rejected.invalid("entitlement-repeated", pointer + "/key", entitlement.key());
            }
            var limited = entitlement.kind() == Kind.LIMIT;
            agree(limited, entitlement.limit(), pointer + "/limit");
            agree(limited, entitlement.unit(), pointer + "/unit");
            if (!limited && entitlement.reset() != null) {
                throw Rejected.invalid("entitlement-unlimited", pointer + "/reset");
            }
        }
    }

    private static void agree(boolean limited, @Nullable Object value, String pointer) {
        if (limited && value == null) {
            throw Rejected.invalid("value-missing", pointer);
        }
        if (!limited && value != null) {
            throw Rejected.invalid("entitlement-unlimited", pointer);
        }
    }

    /**
     * A rollout that can be kept.
     *
     * @param today the day of the zone where it is still earliest
     */
    static Rollout of(@Nullable Rollout rollout, LocalDate today, String pointer) {
        if (rollout == null) {
            return Rollout.NEW_ONLY;
        }
        var from = rollout.from();
        if (rollout.policy() != RolloutPolicy.FROM) {
            if (from != null) {
                throw Rejected.invalid("rollout-from-unneeded", pointer);
            }
        } else if (from == null) {
            throw Rejected.invalid("value-missing", pointer);
        } else if (from.isBefore(today)) {
            throw Rejected.unprocessable("rollout-in-past", pointer, from);
        }
        return rollout;
    }
}
