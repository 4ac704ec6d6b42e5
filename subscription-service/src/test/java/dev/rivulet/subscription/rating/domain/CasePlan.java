package dev.rivulet.subscription.rating.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.PackagePrice;
import dev.rivulet.kit.price.PercentagePrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.Tier;
import dev.rivulet.kit.price.Tiers;
import dev.rivulet.kit.price.UnitPrice;
import dev.rivulet.kit.price.VolumePrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A plan as a case writes it. */
final class CasePlan {

    private CasePlan() {}

    static PlanTerms of(String caseId, JsonNode json) {
        var trialDays = json.path("trial_days").asInt(0);
        var phases = new ArrayList<PlanTerms.Phase>();
        for (var phase : json.path("phases")) {
            switch (phase.get("type").asText()) {
                case "TRIAL" -> trialDays = phase.get("days").asInt();
                case "DISCOUNT" ->
                    phases.add(PlanTerms.Phase.priced(
                            phase.get("months").asInt(), 0, Map.of("base", flat(phase.get("price")))));
                case "EVERGREEN" -> {}
                default -> throw new IllegalArgumentException(phase.toString());
            }
        }
        var id = json.get("id").asText();
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes(id.getBytes()), 1, id, null),
                period(json.get("period").asText()),
                Currency.getInstance(json.get("currency").asText()),
                components(caseId, json),
                json.has("minimum_commitment")
                        ? Money.of(
                                json.get("minimum_commitment").asText(),
                                json.get("currency").asText())
                        : null,
                trialDays,
                phases,
                null);
    }

    private static BillingPeriod period(String name) {
        return switch (name) {
            case "DAILY" -> BillingPeriod.DAY;
            case "WEEKLY" -> BillingPeriod.WEEK;
            case "MONTHLY" -> BillingPeriod.MONTH;
            case "QUARTERLY" -> BillingPeriod.QUARTER;
            case "SEMIANNUAL" -> BillingPeriod.HALF_YEAR;
            case "ANNUAL" -> BillingPeriod.YEAR;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<Component> components(String caseId, JsonNode json) {
        var timing = Timing.valueOf(json.get("mode").asText());
        var components = new ArrayList<Component>();
        for (var price : json.path("components")) {
            components.add(Component.of("c" + components.size(), "", flat(price), timing));
        }
        if (components.isEmpty() && !json.get("price").isNull()) {
            var price = new BigDecimal(json.get("price").asText());
            var isPerUnit = json.path("per_unit").asBoolean();
            components.add(Component.of("base", "", isPerUnit ? new UnitPrice(price) : new FlatPrice(price), timing));
        }
        if (json.has("model") || json.has("charge_minimum")) {
            var minimum = json.path("charge_minimum").asText("0");
            components.add(new Component(
                    "usage",
                    "",
                    model(caseId, json),
                    BigDecimal.ONE,
                    timing,
                    new Metered("units", "SUM"),
                    new BigDecimal(minimum)));
        }
        return components;
    }

    /** Prices of usage; where the case has them in its title only, they are written here again. */
    private static PriceModel model(String caseId, JsonNode json) {
        return switch (json.path("model").asText("UNIT")) {
            case "UNIT" -> new UnitPrice(new BigDecimal(json.path("unit_price").asText("1")));
            case "GRADUATED" -> new GraduatedPrice(tiers(json));
            case "VOLUME" -> new VolumePrice(tiers(json));
            case "PACKAGE" ->
                new PackagePrice(
                        json.get("package_size").decimalValue(),
                        new BigDecimal(json.get("price_per_package").asText()));
            case "PERCENTAGE" ->
                new PercentagePrice("units", new BigDecimal("1.3"), new BigDecimal("2.00"), 2, new BigDecimal("250"));
            case "GRADUATED_FLAT" ->
                new GraduatedPrice(new Tiers(
                        caseId.equals("LA-026")
                                ? List.of(tier("10", "10", "2"), tier("20", "5", "3"), tier(null, "5", "3"))
                                : List.of(
                                        tier("5", "0", "100"),
                                        tier("10", "0", "50"),
                                        tier("15", "5", "0"),
                                        tier(null, "1", "0"))));
            default -> throw new IllegalArgumentException(json.toString());
        };
    }

    private static Tiers tiers(JsonNode json) {
        return new Tiers(json.get("tiers")
                .valueStream()
                .map(tier -> tier(
                        tier.path("up_to").asText(null),
                        tier.get("unit_price").asText(),
                        tier.get("flat_fee").asText()))
                .toList());
    }

    private static Tier tier(String upTo, String unitPrice, String flatFee) {
        return new Tier(upTo == null ? null : new BigDecimal(upTo), new BigDecimal(unitPrice), new BigDecimal(flatFee));
    }

    private static FlatPrice flat(JsonNode price) {
        return new FlatPrice(new BigDecimal(price.asText()));
    }
}
