package dev.rivulet.subscription.offer;

import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.problem.Rejected;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** For whom, how many and when an offer is priced; a {@code @BeanParam}. */
public class OfferQuestion {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MOST = 100_000;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217; the plan's own when left out", example = "EUR")
    @Nullable
    String currency;

    @QueryParam("country")
    @Parameter(description = "The buyer's, ISO 3166-1 alpha-2", example = "DE")
    @Nullable
    String country;

    @QueryParam("channel")
    @Parameter(description = "By whom it is sold; DIRECT when left out", example = "DIRECT")
    @Nullable
    Channel channel;

    @QueryParam("segmentId")
    @Parameter(description = "The buyer's segment", example = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
    @Nullable
    UUID segmentId;

    @QueryParam("partnerTier")
    @Parameter(description = "Of the partner that sells; with channel PARTNER", example = "gold")
    @Nullable
    String partnerTier;

    @QueryParam("quantity")
    @Parameter(description = "How many are bought, of seats for example; 1 when left out", example = "25")
    @Nullable
    Integer quantity;

    @QueryParam("date")
    @Parameter(description = "Where the buyer is; today in UTC when left out", example = "2026-01-15")
    @Nullable
    LocalDate date;

    Buyer buyer(String planCurrency) {
        require(currency == null || CURRENCY.matcher(currency).matches(), "currency");
        require(country == null || COUNTRY.matcher(country).matches(), "country");
        require(partnerTier == null || channel == Channel.PARTNER, "partnerTier");
        return new Buyer(
                Objects.requireNonNullElse(currency, planCurrency),
                country,
                Objects.requireNonNullElse(channel, Channel.DIRECT),
                segmentId,
                partnerTier);
    }

    BigDecimal bought() {
        if (quantity != null && (quantity < 1 || quantity > MOST)) {
            throw Rejected.invalid("seats-range", "?quantity");
        }
        return BigDecimal.valueOf(Objects.requireNonNullElse(quantity, 1));
    }

    LocalDate day(LocalDate today) {
        return Objects.requireNonNullElse(date, today);
    }

    private static void require(boolean valid, String parameter) {
        if (!valid) {
            throw Rejected.invalid("parameter-invalid", "?" + parameter, parameter);
        }
    }
}
