package dev.rivulet.kit.price.terms;

import dev.rivulet.kit.price.CappedPrice;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.MeteredPrice;
import dev.rivulet.kit.price.PackagePrice;
import dev.rivulet.kit.price.PercentagePrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.Tier;
import dev.rivulet.kit.price.Tiers;
import dev.rivulet.kit.price.UnitPrice;
import dev.rivulet.kit.price.VolumePrice;
import dev.rivulet.kit.problem.Rejected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the arithmetic of terms, and refuses terms that have none or more than their own. */
public final class PriceModels {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(12);

    private final PriceTerms terms;

    private PriceModels(PriceTerms terms) {
        this.terms = terms;
    }

    /** The refusals point into the terms at {@code /terms}. */
    public static PriceModel of(PriceTerms terms) {
        return new PriceModels(terms).model();
    }

    private PriceModel model() {
        var kind = terms.model();
        only(terms.amount(), "amount", of(PriceKind.FLAT, PriceKind.PER_UNIT, PriceKind.PACKAGE));
        only(terms.packageSize(), "packageSize", of(PriceKind.PACKAGE));
        only(terms.tiers(), "tiers", of(PriceKind.GRADUATED, PriceKind.VOLUME));
        only(terms.metric(), "metric", kind.isMetered());
        only(terms.aggregation(), "aggregation", kind.isMetered());
        only(terms.rating(), "rating", kind == PriceKind.USAGE);
        only(terms.percent(), "percent", kind == PriceKind.PERCENTAGE);
        only(terms.feePerEvent(), "feePerEvent", kind == PriceKind.PERCENTAGE);
        only(terms.freeEvents(), "freeEvents", kind == PriceKind.PERCENTAGE);
        only(terms.freeAmount(), "freeAmount", kind == PriceKind.PERCENTAGE);
        only(terms.freeQuantity(), "freeQuantity", of(PriceKind.PACKAGE));
        only(terms.maximumAmount(), "maximumAmount", kind != PriceKind.FLAT);
        var model = uncapped(kind);
        return terms.maximumAmount() == null
                ? model
                : new CappedPrice(model, amount(terms.maximumAmount(), "maximumAmount"));
    }

    private PriceModel uncapped(PriceKind kind) {
        return switch (kind) {
            case USAGE -> new MeteredPrice(needed(terms.metric(), "metric"), rated());
            case PERCENTAGE ->
                new PercentagePrice(
                        needed(terms.metric(), "metric"),
                        amount(needed(terms.percent(), "percent"), "percent"),
                        amount(terms.feePerEvent(), "feePerEvent"),
                        Objects.requireNonNullElse(terms.freeEvents(), 0L),
                        amount(terms.freeAmount(), "freeAmount"));
            default -> plain(kind);
        };
    }

    private PriceModel rated() {
        var rating = needed(terms.rating(), "rating");
        if (rating == PriceKind.FLAT || rating == PriceKind.USAGE || rating == PriceKind.PERCENTAGE) {
            throw Rejected.invalid("rating-kind", "/terms/rating", rating);
        }
        return plain(rating);
    }

    private PriceModel plain(PriceKind kind) {
        return switch (kind) {
            case FLAT -> new FlatPrice(amount(needed(terms.amount(), "amount"), "amount"));
            case PER_UNIT -> new UnitPrice(amount(needed(terms.amount(), "amount"), "amount"));
            case PACKAGE ->
                new PackagePrice(
                        positive(needed(terms.packageSize(), "packageSize")),
                        amount(needed(terms.amount(), "amount"), "amount"),
                        terms.freeQuantity() == null ? null : amount(terms.freeQuantity(), "freeQuantity"));
            case GRADUATED -> new GraduatedPrice(tiers());
            case VOLUME -> new VolumePrice(tiers());
            case PERCENTAGE, USAGE -> throw new IllegalStateException("not plain: " + kind);
        };
    }

    private Tiers tiers() {
        var given = needed(terms.tiers(), "tiers");
        if (given.isEmpty()) {
            throw Rejected.invalid("value-missing", "/terms/tiers");
        }
        var tiers = new ArrayList<Tier>();
        for (var tier : given) {
            var at = "tiers/" + tiers.size() + "/";
            if (tier.upTo() != null && tier.upTo().signum() <= 0) {
                throw Rejected.invalid("tiers-order", "/terms/" + at + "upTo");
            }
            tiers.add(new Tier(
                    tier.upTo(), amount(tier.unitPrice(), at + "unitPrice"), amount(tier.flatFee(), at + "flatFee")));
        }
        var fault = Tiers.firstOutOfOrder(tiers);
        if (fault.isPresent()) {
            throw Rejected.invalid("tiers-order", "/terms/tiers/" + fault.getAsInt() + "/upTo");
        }
        return new Tiers(tiers);
    }

    private boolean of(PriceKind... kinds) {
        var reckoned = terms.model() == PriceKind.USAGE ? terms.rating() : terms.model();
        return List.of(kinds).contains(reckoned == null ? PriceKind.USAGE : reckoned);
    }

    private void only(@Nullable Object value, String field, boolean belongs) {
        if (value != null && !belongs) {
            throw Rejected.invalid("terms-foreign", "/terms/" + field, field, terms.model());
        }
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw Rejected.invalid("value-missing", "/terms/" + field);
        }
        return value;
    }

    /** Zero when left out. */
    private static BigDecimal amount(@Nullable BigDecimal value, String field) {
        if (value == null) {
            return BigDecimal.ZERO;
        }
        if (value.signum() < 0) {
            throw Rejected.invalid("amount-negative", "/terms/" + field);
        }
        if (value.compareTo(LARGEST) > 0) {
            throw Rejected.invalid("value-out-of-range", "/terms/" + field);
        }
        return value;
    }

    private static BigDecimal positive(BigDecimal size) {
        if (size.signum() <= 0) {
            throw Rejected.invalid("package-size", "/terms/packageSize");
        }
        return size;
    }
}
