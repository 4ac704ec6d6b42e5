package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices in an export, the list prices of plans among them, each with all that was ever recorded of it. An import adds
 * what was recorded since and rewrites nothing.
 */
@Singleton
class PriceSection extends Section<PriceSection.Row> {

    private final PriceRows prices;
    private final PriceLedger ledger;
    private final PriceBookRepository books;
    private final Pricing pricing;
    private final Plans plans;
    private final TermsJson json;

    PriceSection(
            PriceRows prices,
            PriceLedger ledger,
            PriceBookRepository books,
            Pricing pricing,
            Plans plans,
            TermsJson json) {
        super("price", 700, Row.class);
        this.prices = prices;
        this.ledger = ledger;
        this.books = books;
        this.pricing = pricing;
        this.plans = plans;
        this.json = json;
    }

    /**
     * A price.
     *
     * @param planVersion of the plan whose own list price it is; null for the prices made here
     * @param revisions in the order of their recording
     */
    record Row(
            @NotNull UUID id,
            @NotNull UUID planId,

            @Nullable @Min(value = 1, message = "{value-out-of-range}")
            Integer planVersion,

            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
            String component,

            @Nullable UUID priceBookId,
            @NotNull @IsoCurrency String currency,
            @Nullable LocalDate validFrom,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @DecimalMin(value = "0", message = "{quantity-range}")
            @Nullable
            BigDecimal minimumQuantity,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @DecimalMin(value = "0", message = "{quantity-range}")
            @Nullable
            BigDecimal maximumQuantity,

            @NotNull @Size(max = 10_000, message = "{list-too-long}")
            List<@NotNull @Valid Revision> revisions) {

        Row with(List<Revision> others) {
            return new Row(
                    id,
                    planId,
                    planVersion,
                    component,
                    priceBookId,
                    currency,
                    validFrom,
                    minimumQuantity,
                    maximumQuantity,
                    others);
        }

        boolean stands() {
            return revisions.getLast().recordedTo() == null;
        }
    }

    /** What was thought of a price from one change to the next. */
    record Revision(
            @Nullable LocalDate validTo,
            @NotNull @Valid PriceTerms terms,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @DecimalMin(value = "0", message = "{amount-negative}")
            @DecimalMax(value = "1000000000000", message = "{value-out-of-range}")
            @Nullable
            BigDecimal minimumCharge,

            @Nullable BillingTiming billing,
            @NotNull Instant recordedFrom,
            @Nullable Instant recordedTo) {

        Revision until(@Nullable Instant end) {
            return new Revision(validTo, terms, minimumCharge, billing, recordedFrom, end);
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return read(prices.histories(last == null ? new UUID(0, 0) : last.id(), count));
    }

    @Override
    protected @Nullable Row find(Row row) {
        var found = read(prices.history(row.id()));
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var stamp = ledger.record();
        requireWhole(row, stamp);
        var zone = zone(row);
        if (standing != null) {
            keep(standing, row);
        }
        var product = plans.productOf(row.planId())
                .orElseThrow(() -> Rejected.unprocessable("plan-unknown", "/planId", row.planId()));
        for (var i = standing == null ? 0 : standing.revisions().size();
                i < row.revisions().size();
                i++) {
            add(price(row, product, i));
        }
        var latest = price(row, product, row.revisions().size() - 1);
        if (latest.isOfPlan()) {
            // Told with the plan.
            return;
        }
        if (row.stands()) {
            pricing.announced(latest, zone);
        } else if (standing != null) {
            pricing.withdrawn(latest);
        }
    }

    /** Of what is there only the end of the last revision may have come. */
    private void keep(Row standing, Row row) {
        requireSame(standing.with(row.revisions()), row, "");
        var kept = standing.revisions();
        requireSame(kept.size(), Math.min(kept.size(), row.revisions().size()), "/revisions");
        if (!standing.stands()) {
            requireSame(kept, row.revisions(), "/revisions");
        }
        var last = kept.size() - 1;
        for (var i = 0; i < last; i++) {
            requireSame(kept.get(i), row.revisions().get(i), "/revisions/" + i);
        }
        var imported = row.revisions().get(last);
        requireSame(kept.getLast().until(imported.recordedTo()), imported, "/revisions/" + last);
        if (imported.recordedTo() != null) {
            prices.close(row.id(), last, imported.recordedTo());
        }
    }

    private void add(Price price) {
        var other = prices.contradicting(price);
        if (other != null) {
            throw Rejected.conflict("price-overlap", other);
        }
        prices.add(price);
    }

    private void requireWhole(Row row, Instant stamp) {
        if (row.revisions().isEmpty()) {
            throw Rejected.invalid("value-missing", "/revisions");
        }
        if (row.minimumQuantity() != null
                && row.maximumQuantity() != null
                && row.minimumQuantity().compareTo(row.maximumQuantity()) > 0) {
            throw Rejected.invalid("quantity-order", "/maximumQuantity");
        }
        if (row.planVersion() != null) {
            require(row.priceBookId() == null, "/priceBookId", row.priceBookId());
            require(row.component().equals(PriceRequest.BASE), "/component", row.component());
        } else {
            given(row.validFrom(), "/validFrom");
        }
        @Nullable Instant before = null;
        for (var i = 0; i < row.revisions().size(); i++) {
            var revision = row.revisions().get(i);
            var at = "/revisions/" + i;
            if (row.validFrom() != null
                    && revision.validTo() != null
                    && !revision.validTo().isAfter(row.validFrom())) {
                throw Rejected.invalid("validity-empty", at + "/validTo");
            }
            var from = revision.recordedFrom();
            require(i == 0 || from.equals(before), at + "/recordedFrom", from);
            var to = revision.recordedTo() == null ? stamp : revision.recordedTo();
            require(!from.isAfter(to) && !to.isAfter(stamp), at + "/recordedTo", to);
            requireTerms(revision, at);
            before = revision.recordedTo();
        }
    }

    private static void requireTerms(Revision revision, String at) {
        try {
            Pricing.metric(revision.terms(), revision.billing(), revision.minimumCharge());
        } catch (Rejected refused) {
            throw Rejected.invalid(
                    refused.code(), at + refused.pointer(), refused.arguments().toArray());
        }
    }

    private ZoneId zone(Row row) {
        var bookId = row.priceBookId();
        if (bookId == null) {
            return ZoneId.of(PriceBook.UTC);
        }
        var book = books.findByIdOptional(bookId)
                .filter(found -> found.recordedTo == null || !row.stands())
                .orElseThrow(() -> Rejected.unprocessable("price-book-unknown", "/priceBookId", bookId));
        if (book.currency != null && !book.currency.equals(row.currency())) {
            throw Rejected.unprocessable("price-book-currency", "/currency", book.currency);
        }
        return ZoneId.of(book.zone);
    }

    private Price price(Row row, UUID product, int number) {
        var revision = row.revisions().get(number);
        return new Price(
                row.id(),
                number,
                row.planId(),
                product,
                row.planVersion(),
                row.component(),
                row.priceBookId(),
                row.currency(),
                row.validFrom(),
                revision.validTo(),
                row.minimumQuantity(),
                row.maximumQuantity(),
                Pricing.metric(revision.terms(), revision.billing(), revision.minimumCharge()),
                json.write(revision.terms()),
                revision.minimumCharge(),
                revision.billing(),
                revision.recordedFrom(),
                revision.recordedTo());
    }

    /** The rows of some prices, price by price. */
    private List<Row> read(List<Price> found) {
        var rows = new LinkedHashMap<UUID, Row>();
        for (var price : found) {
            rows.computeIfAbsent(
                            price.id(),
                            id -> new Row(
                                    id,
                                    price.planId(),
                                    price.planVersion(),
                                    price.component(),
                                    price.bookId(),
                                    price.currency(),
                                    price.validFrom(),
                                    price.minimum(),
                                    price.maximum(),
                                    new ArrayList<>()))
                    .revisions()
                    .add(new Revision(
                            price.validTo(),
                            json.read(price.terms()),
                            price.minimumCharge(),
                            price.billing(),
                            price.recordedFrom(),
                            price.recordedTo()));
        }
        return List.copyOf(rows.values());
    }
}
