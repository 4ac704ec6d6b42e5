package dev.rivulet.kit.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random books, prices and questions, decided a second time by brute force: every way from every price to every book is
 * written down, what does not hold is struck out, and what is left is compared pairwise. The seed is in the test's name
 * and in every message.
 */
class ResolutionOracleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final List<String> CURRENCIES = List.of("EUR", "USD");
    private static final List<String> COUNTRIES = List.of("DE", "AT");
    private static final List<String> TIERS = List.of("gold", "silver");
    private static final List<UUID> SEGMENTS = List.of(new UUID(5, 1), new UUID(5, 2));
    private static final int ROUNDS = 300;

    static Stream<Long> seeds() {
        return new Random(20_261_123).longs(20).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldDecideLikeBruteForce(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < ROUNDS; round++) {
            var books = books(random);
            var offers = offers(random, books);
            var question = question(random);
            var verdicts = ResolutionTest.resolve(question, true, offers, books);
            var at = "seed " + seed + ", round " + round;
            assertThat(verdicts.stream().map(Verdict::component).sorted())
                    .as(at)
                    .isEqualTo(offers.stream()
                            .map(Offer::component)
                            .distinct()
                            .sorted()
                            .toList());
            for (var verdict : verdicts) {
                var expected = oracle(question, verdict.component(), offers, books);
                var winner = verdict.winner();
                assertThat(
                                winner == null
                                        ? null
                                        : new Way(
                                                winner.offer().id(),
                                                winner.bookId(),
                                                winner.factor().stripTrailingZeros()))
                        .as(at)
                        .isEqualTo(expected);
                // Whoever lost has a reason, and whoever won has none.
                assertThat(verdict.candidates())
                        .as(at)
                        .allMatch(each -> each.reasons().isEmpty() == each.equals(winner));
                assertThat(verdict.candidates()).as(at).doesNotHaveDuplicates();
                assertThat(verdict.candidates().stream()
                                .map(each -> each.offer().id()))
                        .as(at)
                        .containsAll(offers.stream()
                                .filter(offer -> offer.component().equals(verdict.component()))
                                .map(Offer::id)
                                .toList());
            }
        }
    }

    record Way(UUID price, UUID book, BigDecimal factor) {}

    private record Path(Offer offer, Book book, BigDecimal factor, int steps) {}

    /** Null when nothing fits. */
    private static Way oracle(Question question, String component, List<Offer> offers, List<Book> books) {
        var ways = new ArrayList<Path>();
        for (var offer : offers) {
            if (!offer.component().equals(component) || !holds(offer, question)) {
                continue;
            }
            if (offer.bookId() == null) {
                ways.add(new Path(offer, null, BigDecimal.ONE, 0));
            }
            for (var book : books) {
                // Up from the book until the offer's own book, or the list, is reached.
                var factor = BigDecimal.ONE;
                var steps = 0;
                for (var at = book; at != null; ) {
                    if (at.id().equals(offer.bookId())) {
                        ways.add(new Path(offer, book, factor, steps));
                        break;
                    }
                    if (at.parentId() == null && at.changes().isEmpty()) {
                        break;
                    }
                    factor = factor.multiply(BigDecimal.valueOf(100)
                            .add(
                                    at.changes().isEmpty()
                                            ? BigDecimal.ZERO
                                            : at.changes().getFirst().percent())
                            .movePointLeft(2));
                    steps++;
                    var parent = at.parentId();
                    if (parent == null) {
                        if (offer.bookId() == null) {
                            // The plan's own price is one step farther than a price in no book.
                            ways.add(new Path(offer, book, factor, steps + (offer.ofPlan() ? 1 : 0)));
                        }
                        break;
                    }
                    at = books.stream()
                            .filter(each -> each.id().equals(parent))
                            .findFirst()
                            .orElseThrow();
                }
            }
        }
        Path best = null;
        for (var way : ways) {
            if (way.book() != null && !isFor(way.book().audience(), question)) {
                continue;
            }
            // A book offers what is nearest to it, and nothing behind that.
            if (ways.stream()
                    .anyMatch(other -> Objects.equals(other.book(), way.book())
                            && way.book() != null
                            && other.steps() < way.steps())) {
                continue;
            }
            if (best == null || isCloser(way, best)) {
                best = way;
            }
        }
        return best == null
                ? null
                : new Way(
                        best.offer().id(),
                        best.book() == null ? null : best.book().id(),
                        best.factor().stripTrailingZeros());
    }

    private static boolean holds(Offer offer, Question question) {
        return offer.currency().equals(question.currency())
                && (offer.validFrom() == null || offer.validFrom().compareTo(question.date()) <= 0)
                && (offer.validTo() == null || offer.validTo().compareTo(question.date()) > 0)
                && (offer.minimum() == null || offer.minimum().compareTo(question.quantity()) <= 0)
                && (offer.maximum() == null || offer.maximum().compareTo(question.quantity()) >= 0);
    }

    private static boolean isFor(Audience audience, Question question) {
        return Stream.of(
                        List.of(String.valueOf(audience.currency()), question.currency()),
                        List.of(String.valueOf(audience.country()), String.valueOf(question.country())),
                        List.of(String.valueOf(audience.channel()), String.valueOf(question.channel())),
                        List.of(String.valueOf(audience.segmentId()), String.valueOf(question.segmentId())),
                        List.of(String.valueOf(audience.partnerTier()), String.valueOf(question.partnerTier())))
                .allMatch(pair ->
                        pair.getFirst().equals("null") || pair.getFirst().equals(pair.getLast()));
    }

    /** By the things named, one after the other in their order of importance. */
    private static boolean isCloser(Path way, Path than) {
        if (way.book() == null || than.book() == null) {
            return than.book() == null
                    && (way.book() != null
                            || than.offer().ofPlan() && !way.offer().ofPlan());
        }
        var a = way.book().audience();
        var b = than.book().audience();
        var named = List.of(
                new Object[] {a.segmentId(), b.segmentId()},
                new Object[] {a.partnerTier(), b.partnerTier()},
                new Object[] {a.channel(), b.channel()},
                new Object[] {a.country(), b.country()},
                new Object[] {a.currency(), b.currency()});
        for (var each : named) {
            if ((each[0] == null) != (each[1] == null)) {
                return each[0] != null;
            }
        }
        throw new AssertionError("a tie between " + way + " and " + than);
    }

    private static <T> T maybe(Random random, List<T> values) {
        return random.nextInt(3) == 0 ? values.get(random.nextInt(values.size())) : null;
    }

    private static List<Book> books(Random random) {
        var audiences = new HashSet<Audience>();
        var books = new ArrayList<Book>();
        for (var i = 0; i < random.nextInt(9); i++) {
            var channel = maybe(random, List.of(Channel.values()));
            var audience = new Audience(
                    maybe(random, CURRENCIES),
                    maybe(random, COUNTRIES),
                    channel,
                    maybe(random, SEGMENTS),
                    channel == Channel.PARTNER ? maybe(random, TIERS) : null);
            if (!audiences.add(audience)) {
                continue;
            }
            var parent = books.isEmpty() || random.nextBoolean()
                    ? null
                    : books.get(random.nextInt(books.size())).id();
            var percent = parent != null || random.nextBoolean()
                    ? List.of(new Book.Change(null, BigDecimal.valueOf(random.nextInt(60) - 40)))
                    : List.<Book.Change>of();
            books.add(new Book(new UUID(2, i), "b" + i, parent, audience, percent));
        }
        return books;
    }

    /** As the database keeps them: no two in the same scope on the same day for the same quantity. */
    private static List<Offer> offers(Random random, List<Book> books) {
        var offers = new ArrayList<Offer>();
        for (var currency : CURRENCIES) {
            if (random.nextInt(3) > 0 && offers.isEmpty()) {
                offers.add(new Offer(new UUID(3, 0), 0, true, null, "base", null, currency, null, null, null, null));
            }
        }
        for (var i = 1; i < 4 + random.nextInt(12); i++) {
            var book = books.isEmpty() || random.nextInt(4) == 0 ? null : books.get(random.nextInt(books.size()));
            var from = DAY.plusDays(random.nextInt(80) - 50L);
            var to = random.nextBoolean() ? null : from.plusDays(1 + random.nextInt(60));
            var split = BigDecimal.valueOf(random.nextInt(20));
            var lower = random.nextInt(3);
            var offer = new Offer(
                    new UUID(3, i),
                    0,
                    false,
                    book == null ? null : book.id(),
                    random.nextInt(3) == 0 ? "seat" : "base",
                    null,
                    CURRENCIES.get(random.nextInt(2)),
                    from,
                    to,
                    lower == 1 ? split : null,
                    lower == 2 ? split : null);
            if (offers.stream().noneMatch(other -> overlap(other, offer))) {
                offers.add(offer);
            }
        }
        return offers;
    }

    private static boolean overlap(Offer a, Offer b) {
        return a.ofPlan() == b.ofPlan()
                && Objects.equals(a.bookId(), b.bookId())
                && a.component().equals(b.component())
                && a.currency().equals(b.currency())
                && (a.validTo() == null
                        || b.validFrom() == null
                        || b.validFrom().isBefore(a.validTo()))
                && (b.validTo() == null
                        || a.validFrom() == null
                        || a.validFrom().isBefore(b.validTo()))
                && (a.maximum() == null || b.minimum() == null || b.minimum().compareTo(a.maximum()) <= 0)
                && (b.maximum() == null || a.minimum() == null || a.minimum().compareTo(b.maximum()) <= 0);
    }

    private static Question question(Random random) {
        var channel = Channel.values()[random.nextInt(2)];
        return new Question(
                BigDecimal.valueOf(random.nextInt(20)),
                Map.of(),
                Map.of(),
                maybe(random, SEGMENTS),
                channel,
                channel == Channel.PARTNER ? TIERS.get(random.nextInt(2)) : null,
                random.nextBoolean() ? COUNTRIES.get(random.nextInt(2)) : null,
                CURRENCIES.get(random.nextInt(2)),
                DAY);
    }
}
