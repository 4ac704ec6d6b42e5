package dev.rivulet.catalog.price;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Price books in an export, parents first, with every percentage ever recorded. An import adds what was recorded since
 * and changes nothing else.
 */
@Singleton
class PriceBookSection extends Section<PriceBookSection.Row> {

    private final PriceBookRepository repository;
    private final BookAdjustments adjustments;
    private final PriceBooks books;
    private final PriceLedger ledger;
    private final Segmentation segmentation;

    PriceBookSection(
            PriceBookRepository repository,
            BookAdjustments adjustments,
            PriceBooks books,
            PriceLedger ledger,
            Segmentation segmentation) {
        super("price-book", 600, Row.class);
        this.repository = repository;
        this.adjustments = adjustments;
        this.books = books;
        this.ledger = ledger;
        this.segmentation = segmentation;
    }

    record Row(
            @NotNull UUID id,
            @NotNull Instant createdAt,
            @NotNull Instant recordedFrom,
            @Nullable Instant retiredAt,
            @NotNull @Valid PriceBookRequest content,

            @NotNull @Size(max = 10_000, message = "{list-too-long}")
            List<@NotNull @Valid Adjustment> adjustments) {

        static Row of(PriceBook book, List<BookAdjustments.Recorded> adjustments) {
            return new Row(
                    book.id,
                    book.createdAt,
                    book.recordedFrom,
                    book.recordedTo,
                    // Its percentages stand beside it, all of them.
                    new PriceBookRequest(
                            book.key,
                            book.currency,
                            book.country,
                            book.channel,
                            book.segmentId,
                            book.partnerTier,
                            book.parentId,
                            null,
                            book.zone),
                    adjustments.stream().map(Adjustment::of).toList());
        }
    }

    /** A percentage as it was recorded, and until when it stood. */
    record Adjustment(
            @Nullable LocalDate from,

            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @NotNull
            @DecimalMin(value = "-100", inclusive = false, message = "{percent-range}")
            @DecimalMax(value = "1000", message = "{percent-range}")
            @Digits(integer = 4, fraction = 4, message = "{percent-range}")
            BigDecimal percent,

            @NotNull Instant recordedFrom,
            @Nullable Instant recordedTo) {

        static Adjustment of(BookAdjustments.Recorded adjustment) {
            return new Adjustment(
                    adjustment.from(), adjustment.percent(), adjustment.recordedFrom(), adjustment.recordedTo());
        }

        BookAdjustments.Recorded in(UUID book) {
            return new BookAdjustments.Recorded(book, from, percent, recordedFrom, recordedTo);
        }

        Adjustment until(@Nullable Instant end) {
            return new Adjustment(from, percent, recordedFrom, end);
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        var found = repository.behind(last == null ? null : last.id(), count);
        var recorded = adjustments.history(found.stream().map(book -> book.id).toList()).stream()
                .collect(groupingBy(BookAdjustments.Recorded::bookId));
        return found.stream()
                .map(book -> Row.of(book, recorded.getOrDefault(book.id, List.of())))
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return repository
                .findByIdOptional(row.id())
                .map(book -> Row.of(book, adjustments.history(List.of(book.id))))
                .orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var stamp = ledger.recordBook();
        requireHistory(row.adjustments(), stamp);
        if (standing == null) {
            add(row, stamp);
        } else {
            requireSame(standing.createdAt(), row.createdAt(), "/createdAt");
            requireSame(standing.recordedFrom(), row.recordedFrom(), "/recordedFrom");
            requireSame(standing.retiredAt(), row.retiredAt(), "/retiredAt");
            requireSame(standing.content(), row.content(), "/content");
            var book = repository.findById(row.id());
            repository.getEntityManager().lock(book, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        record(row, standing == null ? List.of() : standing.adjustments());
        books.announced(repository.findById(row.id()));
    }

    private void add(Row row, Instant stamp) {
        var content = row.content();
        require(content.percent() == null, "/content/percent", content.percent());
        require(!row.recordedFrom().isAfter(stamp), "/recordedFrom", row.recordedFrom());
        if (row.retiredAt() != null) {
            require(
                    !row.retiredAt().isBefore(row.recordedFrom())
                            && !row.retiredAt().isAfter(stamp),
                    "/retiredAt",
                    row.retiredAt());
        }
        if (content.partnerTier() != null && content.channel() != Channel.PARTNER) {
            throw Rejected.invalid("partner-tier-channel", "/content/partnerTier");
        }
        if (content.segmentId() != null && !segmentation.has(content.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", "/content/segmentId", content.segmentId());
        }
        var book = new PriceBook();
        book.key = content.key();
        book.currency = content.currency();
        book.country = content.country();
        book.channel = content.channel();
        book.segmentId = content.segmentId();
        book.partnerTier = content.partnerTier();
        book.parentId = content.parentId();
        book.depth = depth(row);
        book.zone = given(content.zone(), "/content/zone");
        book.createdAt = row.createdAt();
        book.recordedFrom = row.recordedFrom();
        book.recordedTo = row.retiredAt();
        // Asked before the database refuses it, which would take the rows around this one along.
        if (repository.hasKey(book.key)) {
            throw Rejected.conflict("key-taken", book.key);
        }
        var other = repository.forAudience(book.audience());
        if (book.recordedTo == null && other.isPresent()) {
            throw Rejected.conflict("price-book-tie", other.get().key, other.get().id);
        }
        adopt(repository.getEntityManager(), "price_book", book, row.id());
    }

    private int depth(Row row) {
        var content = row.content();
        var parentId = content.parentId();
        if (parentId == null) {
            return 1;
        }
        var parent = repository
                .findByIdOptional(parentId)
                .filter(found -> found.recordedTo == null || row.retiredAt() != null)
                .orElseThrow(() -> Rejected.unprocessable("price-book-unknown", "/content/parentId", parentId));
        if (content.currency() != null
                && parent.currency != null
                && !content.currency().equals(parent.currency)) {
            throw Rejected.unprocessable("price-book-currency", "/content/currency", parent.currency);
        }
        if (parent.depth == PriceBooks.DEEPEST) {
            throw Rejected.unprocessable("price-book-depth", "/content/parentId", PriceBooks.DEEPEST);
        }
        return parent.depth + 1;
    }

    /** Refuses percentages of one day that stood at once, and any recorded later than now. */
    private static void requireHistory(List<Adjustment> adjustments, Instant stamp) {
        for (var i = 0; i < adjustments.size(); i++) {
            var each = adjustments.get(i);
            var before = adjustments.subList(0, i);
            var until = each.recordedTo() == null ? stamp : each.recordedTo();
            require(
                    !each.recordedFrom().isAfter(until)
                            && !until.isAfter(stamp)
                            && (i == 0 || before.getLast().recordedFrom().isBefore(each.recordedFrom()))
                            && before.stream()
                                    .filter(other -> Objects.equals(other.from(), each.from()))
                                    .allMatch(other -> other.recordedTo() != null
                                            && !other.recordedTo().isAfter(each.recordedFrom())),
                    "/adjustments/" + i,
                    each.recordedFrom());
        }
    }

    /** Adds what is not there yet; of what is, only the end may have come. */
    private void record(Row row, List<Adjustment> standing) {
        requireSame(standing.size(), Math.min(standing.size(), row.adjustments().size()), "/adjustments");
        for (var i = 0; i < row.adjustments().size(); i++) {
            var imported = row.adjustments().get(i);
            if (i >= standing.size()) {
                adjustments.add(imported.in(row.id()));
                continue;
            }
            var kept = standing.get(i);
            requireSame(
                    kept.recordedTo() == null ? kept.until(imported.recordedTo()) : kept,
                    imported,
                    "/adjustments/" + i);
            if (!kept.equals(imported)) {
                adjustments.close(imported.in(row.id()));
            }
        }
    }
}
