package dev.rivulet.subscription.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A quote as callers see it.
 *
 * @param current whether it is the deal's last one and for the lines the deal has now
 * @param total of all lines for one period each
 */
@Schema(name = "DealQuote")
public record QuoteView(
        @Schema(examples = "0197a3f6-2b3c-7d4e-8f5a-6b7c8d9e0f02")
        UUID id,

        @Schema(examples = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
        UUID dealId,

        boolean current,
        @Schema(examples = "2026-04-30") LocalDate validUntil,
        Money total,
        List<LineView> lines,
        @Schema(examples = "sales@acme.example") String quotedBy,
        @Schema(examples = "2026-04-02T10:00:00Z") Instant quotedAt) {

    /** One line; the plan's version and price are pinned. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DealQuoteLine")
    public record LineView(
            @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01")
            UUID planId,

            @Schema(examples = "Soft skills, monthly") String planName,
            @Schema(examples = "1") int planVersion,
            BillingPeriod period,
            @Schema(examples = "25") int seats,
            @Nullable @Schema(examples = "2026-04-01") LocalDate startsOn,
            Money amount) {

        static LineView of(QuotedLine line) {
            return new LineView(
                    line.planId(),
                    line.planName(),
                    line.planVersion(),
                    line.period(),
                    line.seats(),
                    line.startsOn(),
                    line.amount());
        }
    }

    static QuoteView of(Quote quote, Deal deal) {
        return new QuoteView(
                quote.id,
                quote.dealId,
                Objects.equals(deal.quoteId, quote.id),
                quote.validUntil,
                quote.total,
                quote.lines.stream().map(LineView::of).toList(),
                quote.quotedBy,
                quote.quotedAt);
    }
}
