package dev.rivulet.kit.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResolutionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
    private static final UUID SEGMENT = new UUID(0, 77);

    private static Question question() {
        return new Question(BigDecimal.TEN, Map.of(), Map.of(), SEGMENT, Channel.PARTNER, "gold", "DE", "EUR", DAY);
    }

    private static Offer offer(long id, Book book, String component, String currency, String from, String to) {
        return new Offer(
                new UUID(0, id),
                0,
                false,
                book == null ? null : book.id(),
                component,
                null,
                currency,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                null,
                null);
    }

    private static Offer plan(long id, String currency) {
        return new Offer(new UUID(0, id), 0, true, null, "base", null, currency, null, null, null, null);
    }

    private static Book book(long id, Audience audience, Book parent, String... percents) {
        return new Book(
                new UUID(1, id),
                "b" + id,
                parent == null ? null : parent.id(),
                audience,
                List.of(percents).stream()
                        .map(percent -> new Book.Change(null, new BigDecimal(percent)))
                        .toList());
    }

    @Test
    void shouldTakeTheListPriceWhenNothingElseFits() {
        var verdict = only(resolve(question(), true, List.of(plan(1, "EUR")), List.of()));
        assertThat(verdict.winner())
                .isNotNull()
                .satisfies(winner -> assertThat(winner.offer().ofPlan()).isTrue());
        assertThat(verdict.candidates())
                .singleElement()
                .satisfies(each -> assertThat(each.reasons()).isEmpty());
    }

    /** Answers of the past are given again byte for byte, and the order of equals is part of them. */
    @Test
    void shouldListEqualCandidatesByTheTextsOfTheirIds() {
        var ids = List.of(
                new UUID(0, 1),
                new UUID(0, -1),
                new UUID(Long.MAX_VALUE, 0),
                new UUID(Long.MIN_VALUE, 0),
                new UUID(-1, 5));
        var offers = ids.reversed().stream()
                .map(id -> new Offer(id, 0, false, null, "base", null, "USD", null, null, null, null))
                .toList();

        var listed = only(resolve(question(), true, offers, List.of())).candidates().stream()
                .map(candidate -> candidate.offer().id().toString())
                .toList();

        assertThat(listed)
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(UUID::toString).toList());
    }

    @Test
    void shouldPreferAPriceInNoBookToThePlansOwn() {
        var verdict = only(resolve(
                question(),
                true,
                List.of(plan(1, "EUR"), offer(2, null, "base", "EUR", "2026-01-01", null)),
                List.of()));
        assertThat(verdict.winner().offer().id()).isEqualTo(new UUID(0, 2));
        assertThat(verdict.candidates().getLast().reasons()).containsExactly(Lost.LESS_SPECIFIC);
    }

    /** Each audience beats all below it, even together. */
    static List<Audience> audiencesByRank() {
        return List.of(
                new Audience(null, null, null, SEGMENT, null),
                new Audience("EUR", "DE", Channel.PARTNER, null, "gold"),
                new Audience(null, null, Channel.PARTNER, null, "gold"),
                new Audience("EUR", "DE", Channel.PARTNER, null, null),
                new Audience(null, null, Channel.PARTNER, null, null),
                new Audience("EUR", "DE", null, null, null),
                new Audience(null, "DE", null, null, null),
                new Audience("EUR", null, null, null, null),
                Audience.ANY);
    }

    @Test
    void shouldRankBooksByHowCloselyTheyNameTheBuyer() {
        var books = new ArrayList<Book>();
        var offers = new ArrayList<Offer>();
        for (var audience : audiencesByRank().reversed()) {
            var book = book(books.size(), audience, null);
            books.add(book);
            offers.add(offer(books.size(), book, "base", "EUR", null, null));
            var verdict = only(resolve(question(), true, offers, books));
            assertThat(verdict.winner().bookId()).as(audience.toString()).isEqualTo(book.id());
            assertThat(verdict.candidates().stream().filter(Candidate::fits)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 2026-01-01, , OTHER_CURRENCY",
        "EUR, 2026-03-16, , NOT_YET_VALID",
        "EUR, 2026-01-01, 2026-03-15, NO_LONGER_VALID",
        "EUR, 2026-03-15, 2026-03-16, ",
        "EUR, , , ",
        "USD, 2026-04-01, , OTHER_CURRENCY NOT_YET_VALID"
    })
    void shouldSayWhyAPriceDoesNotHold(String currency, String from, String to, String reasons) {
        var verdict = only(resolve(question(), true, List.of(offer(1, null, "base", currency, from, to)), List.of()));
        assertThat(verdict.candidates().getFirst().reasons())
                .containsExactlyElementsOf(
                        reasons == null
                                ? List.of()
                                : List.of(reasons.split(" ")).stream()
                                        .map(Lost::valueOf)
                                        .toList());
        assertThat(verdict.winner() == null).isEqualTo(reasons != null);
    }

    @ParameterizedTest
    @CsvSource({
        "9, 11, ",
        "10, 10, ",
        "11, , QUANTITY_TOO_SMALL",
        ", 9, QUANTITY_TOO_LARGE",
        ", 9.999, QUANTITY_TOO_LARGE"
    })
    void shouldHoldBetweenItsQuantities(BigDecimal least, BigDecimal most, Lost reason) {
        var offer = new Offer(new UUID(0, 1), 0, false, null, "base", null, "EUR", null, null, least, most);
        var reasons = only(resolve(question(), true, List.of(offer), List.of()))
                .candidates()
                .getFirst()
                .reasons();
        assertThat(reasons).containsExactlyElementsOf(reason == null ? List.of() : List.of(reason));
    }

    static List<Arguments> others() {
        return List.of(
                Arguments.of(new Audience("USD", null, null, null, null), Lost.OTHER_CURRENCY),
                Arguments.of(new Audience(null, "AT", null, null, null), Lost.OTHER_COUNTRY),
                Arguments.of(new Audience(null, null, Channel.DIRECT, null, null), Lost.OTHER_CHANNEL),
                Arguments.of(new Audience(null, null, null, new UUID(0, 1), null), Lost.OTHER_SEGMENT),
                Arguments.of(new Audience(null, null, Channel.PARTNER, null, "silver"), Lost.OTHER_PARTNER_TIER));
    }

    @ParameterizedTest
    @MethodSource("others")
    void shouldSayForWhomABookIs(Audience audience, Lost reason) {
        var book = book(1, audience, null);
        var verdict =
                only(resolve(question(), true, List.of(offer(1, book, "base", "EUR", null, null)), List.of(book)));
        assertThat(verdict.candidates().getFirst().reasons()).containsExactly(reason);
        assertThat(verdict.isForTheBuyer()).isEqualTo(reason == Lost.OTHER_CURRENCY);
    }

    @Test
    void shouldInheritThroughEveryParentWithItsPercentage() {
        var europe = book(1, new Audience("EUR", null, null, null, null), null);
        var germany = book(2, new Audience(null, "DE", null, null, null), europe, "5");
        var gold = book(3, new Audience(null, null, Channel.PARTNER, null, "gold"), germany, "-10");
        var verdict = only(resolve(
                question(),
                true,
                List.of(plan(1, "EUR"), offer(2, europe, "base", "EUR", null, null)),
                List.of(europe, germany, gold)));
        assertThat(verdict.winner().bookId()).isEqualTo(gold.id());
        assertThat(verdict.winner().offer().id()).isEqualTo(new UUID(0, 2));
        assertThat(verdict.winner().factor()).isEqualByComparingTo("0.945");
        assertThat(verdict.winner().adjustments())
                .extracting(Adjustment::bookId)
                .containsExactly(germany.id(), gold.id());
    }

    @Test
    void shouldInheritTheListWithoutAParent() {
        var gold = book(3, new Audience(null, null, Channel.PARTNER, null, "gold"), null, "-20");
        var verdict = only(resolve(question(), true, List.of(plan(1, "EUR")), List.of(gold)));
        assertThat(verdict.winner().isInherited()).isTrue();
        assertThat(verdict.winner().factor()).isEqualByComparingTo("0.8");
        assertThat(verdict.candidates().getLast().reasons()).containsExactly(Lost.LESS_SPECIFIC);
    }

    @Test
    void shouldNotInheritWhatItHasItself() {
        var parent = book(1, Audience.ANY, null);
        var child = book(2, new Audience(null, "DE", null, null, null), parent, "-50");
        var offers = List.of(
                offer(1, parent, "base", "EUR", null, null),
                offer(2, child, "base", "EUR", "2026-01-01", "2026-03-01"));
        var verdict = only(resolve(question(), true, offers, List.of(parent, child)));
        // Its own ended, so that the parent's comes through again; both are candidates.
        assertThat(verdict.winner().offer().id()).isEqualTo(new UUID(0, 1));
        assertThat(verdict.winner().bookId()).isEqualTo(child.id());
        assertThat(verdict.candidates()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, -10", "2026-02-01, -20", "2026-03-31, -20", "2026-04-01, 0", "2099-01-01, 0"})
    void shouldTakeThePercentageOfTheDay(LocalDate day, BigDecimal percent) {
        var book = new Book(
                new UUID(1, 1),
                "b",
                null,
                Audience.ANY,
                List.of(
                        new Book.Change(LocalDate.parse("2026-04-01"), BigDecimal.ZERO),
                        new Book.Change(null, BigDecimal.valueOf(-10)),
                        new Book.Change(LocalDate.parse("2026-02-01"), BigDecimal.valueOf(-20))));
        assertThat(book.percentOn(day)).isEqualByComparingTo(percent);
    }

    @Test
    void shouldRefuseEveryPriceOfADraft() {
        var verdict = only(resolve(question(), false, List.of(offer(1, null, "base", "EUR", null, null)), List.of()));
        assertThat(verdict.winner()).isNull();
        assertThat(NoPrice.of(verdict)).isEqualTo(NoPrice.PLAN_NOT_PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 2026-01-01, 2027-01-01, 1, NO_PRICE_IN_CURRENCY",
        "EUR, 2026-04-01, 2027-01-01, 1, NO_PRICE_ON_DATE",
        "EUR, 2026-01-01, 2026-03-01, 99, NO_PRICE_ON_DATE",
        "EUR, 2026-01-01, 2027-01-01, 99, NO_PRICE_FOR_QUANTITY"
    })
    void shouldNameTheNearestMiss(String currency, LocalDate from, LocalDate to, BigDecimal least, NoPrice reason) {
        var offer = new Offer(new UUID(0, 1), 0, false, null, "base", null, currency, from, to, least, null);
        assertThat(NoPrice.of(only(resolve(question(), true, List.of(offer), List.of()))))
                .isEqualTo(reason);
    }

    @Test
    void shouldListBaseFirstAndTheOthersByName() {
        var offers = List.of(
                offer(1, null, "seat", "EUR", null, null),
                offer(2, null, "base", "EUR", null, null),
                offer(3, null, "api-calls", "EUR", null, null));
        assertThat(resolve(question(), true, offers, List.of()))
                .extracting(Verdict::component)
                .containsExactly("base", "api-calls", "seat");
    }

    @Test
    void shouldRefuseTiersWithGaps() {
        var open = new Tier(null, BigDecimal.ONE, BigDecimal.ZERO);
        var ten = new Tier(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.ZERO);
        for (var tiers : List.of(List.<Tier>of(), List.of(ten), List.of(open, open), List.of(ten, ten, open))) {
            assertThatIllegalArgumentException().as(tiers.toString()).isThrownBy(() -> new Tiers(tiers));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeteredPrice("m", new MeteredPrice("m", new UnitPrice(BigDecimal.ONE))));
    }

    static List<Verdict> resolve(Question question, boolean published, List<Offer> offers, List<Book> books) {
        return Resolution.resolve(
                question, published, offers, books.stream().collect(Collectors.toMap(Book::id, Function.identity())));
    }

    private static Verdict only(List<Verdict> verdicts) {
        assertThat(verdicts).hasSize(1);
        return verdicts.getFirst();
    }
}
