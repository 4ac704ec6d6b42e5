package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price book. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PriceBook")
record PriceBookView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this book with")
        long version,

        @Schema(examples = "gold-partners") String key,
        PriceBookStatus status,
        @Schema(examples = "EUR") @Nullable String currency,
        @Schema(examples = "DE") @Nullable String country,
        @Nullable Channel channel,
        @Nullable UUID segmentId,
        @Schema(examples = "gold") @Nullable String partnerTier,
        @Nullable UUID parentId,
        @Schema(examples = "Europe/Berlin") String zone,

        @Schema(
                description =
                        "Among books that fit, the largest wins: segment 16, partner tier 8, channel 4, country 2,"
                                + " currency 1",
                examples = "12")
        int specificity,

        @Schema(description = "Over prices taken from the parent, or from the list; in the order of their days")
        List<AdjustmentView> adjustments,

        Instant createdAt,

        @Schema(description = "When it was retired") @Nullable
        Instant retiredAt) {

    /** A percentage from a day on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriceBookAdjustment")
    record AdjustmentView(
            @Schema(description = "First day; absent for the one before all others") @Nullable
            LocalDate from,

            @Schema(examples = "-10") String percent) {

        static AdjustmentView of(Book.Change change) {
            return new AdjustmentView(change.from(), plain(change.percent()));
        }

        private static String plain(BigDecimal percent) {
            return percent.toPlainString();
        }
    }

    static PriceBookView of(PriceBook book, List<Book.Change> changes, @Nullable Instant asOf) {
        var retired = book.isRetired(asOf);
        return new PriceBookView(
                book.id,
                book.version,
                book.key,
                retired ? PriceBookStatus.RETIRED : PriceBookStatus.IN_USE,
                book.currency,
                book.country,
                book.channel,
                book.segmentId,
                book.partnerTier,
                book.parentId,
                book.zone,
                book.audience().specificity(),
                changes.stream().map(AdjustmentView::of).toList(),
                book.createdAt,
                retired ? book.recordedTo : null);
    }
}
