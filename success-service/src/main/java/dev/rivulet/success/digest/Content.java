package dev.rivulet.success.digest;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.erasure.PersonErased;
import dev.rivulet.success.release.Team;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a week brought. */
@Schema(name = "DigestContent")
public record Content(
        @Schema(description = "Problems that were opened, by severity")
        Section problems,

        @Schema(description = "Words of customers, by kind") Section feedback,

        @Schema(description = "Low answers to surveys, by kind")
        Section lowAnswers,

        @Schema(description = "Promises that came out (CONFIRMED, PARTLY, NOT_ACHIEVED) or went by (OVERDUE)")
        Section promises,

        List<Release> releases,

        @Schema(description = "What customers asked for who had not before, 10 at most; first what most of them did")
        List<Request> requests) {

    /** So many, and those of the customers that are worth most. */
    @Schema(name = "DigestSection")
    public record Section(
            @Schema(examples = "14") long count,

            @Schema(examples = "{\"CRITICAL\":2,\"LOW\":12}")
            SortedMap<String, Long> counts,

            @Schema(
                    description = "Those of the customers worth most, 5 of each currency at most; those without"
                            + " revenue last")
            List<Item> top) {

        Section of(Predicate<UUID> isSeen) {
            return new Section(
                    count,
                    counts,
                    top.stream()
                            .filter(item -> isSeen.test(item.account().id()))
                            .toList());
        }
    }

    /** What came out. */
    @Schema(name = "DigestRelease")
    public record Release(
            UUID id,

            @Schema(examples = "Weekly report to the manager")
            String title,

            UUID productId,
            Instant announcedAt,

            @Schema(examples = "[\"MARKETING\"]", description = "Functions that had not acknowledged it")
            List<Team> missing) {}

    /** What more customers ask for than before. */
    @Schema(name = "DigestRequest")
    public record Request(
            UUID id,

            @Schema(examples = "Certificates with the customer's logo")
            String title,

            UUID productId,
            @Schema(examples = "3") long newAccounts,

            @Schema(description = "Monthly recurring revenue of these, by currency")
            List<Money> mrr) {

        Request without(PersonErased person) {
            return new Request(id, Objects.requireNonNull(person.without(title)), productId, newAccounts, mrr);
        }
    }

    /** Titles of requests are the only words of people in it. */
    Content without(PersonErased person) {
        return new Content(
                problems,
                feedback,
                lowAnswers,
                promises,
                releases,
                requests.stream().map(request -> request.without(person)).toList());
    }

    /** With those customers alone, but all figures. */
    Content of(Predicate<UUID> isSeen) {
        return new Content(
                problems.of(isSeen),
                feedback.of(isSeen),
                lowAnswers.of(isSeen),
                promises.of(isSeen),
                releases,
                requests);
    }
}
