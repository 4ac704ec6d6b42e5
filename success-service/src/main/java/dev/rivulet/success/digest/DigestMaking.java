package dev.rivulet.success.digest;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.digest.Content.Section;
import dev.rivulet.success.digest.domain.Week;
import dev.rivulet.success.feedback.FeedbackItems;
import dev.rivulet.success.problem.Problems;
import dev.rivulet.success.release.Releases;
import dev.rivulet.success.request.Requests;
import dev.rivulet.success.survey.Surveys;
import dev.rivulet.success.value.Promises;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Brings together what a week brought; whoever asks. */
@Singleton
class DigestMaking {

    private static final int TOP = 5;
    private static final int MOST_REQUESTS = 10;
    private static final int CHUNK = 5_000;

    private final Problems problems;
    private final FeedbackItems feedback;
    private final Surveys surveys;
    private final Promises promises;
    private final Releases releases;
    private final Requests requests;
    private final Customers customers;

    DigestMaking(
            Problems problems,
            FeedbackItems feedback,
            Surveys surveys,
            Promises promises,
            Releases releases,
            Requests requests,
            Customers customers) {
        this.problems = problems;
        this.feedback = feedback;
        this.surveys = surveys;
        this.promises = promises;
        this.releases = releases;
        this.requests = requests;
        this.customers = customers;
    }

    /** Something that happened to a customer. */
    private record Happened(UUID id, String kind, String what, UUID account) {}

    Content of(Week week) {
        var from = week.begin();
        var until = week.end();
        var opened = problems.between(from, until).stream()
                .map(one -> happened(one.id(), one.severity().name(), one.accountId()))
                .toList();
        var given = feedback.between(from, until).stream()
                .map(one -> happened(one.id(), one.kind().name(), one.accountId()))
                .toList();
        var low = surveys.low(from, until).stream()
                .map(one ->
                        new Happened(one.answer(), one.kind().name(), one.kind() + " " + one.value(), one.account()))
                .toList();
        var kept = promises.news(from, until).stream()
                .map(one -> happened(one.promise(), one.status().name(), one.account()))
                .toList();
        var accounts = accounts(Stream.of(opened, given, low, kept)
                .flatMap(List::stream)
                .map(Happened::account)
                .toList());
        return new Content(
                section(opened, accounts),
                section(given, accounts),
                section(low, accounts),
                section(kept, accounts),
                releases.between(from, until).stream()
                        .map(release -> new Content.Release(
                                release.id(),
                                release.title(),
                                release.productId(),
                                release.announcedAt(),
                                release.missing()))
                        .toList(),
                requests.risen(from, until, MOST_REQUESTS).stream()
                        .map(risen -> new Content.Request(
                                risen.request(), risen.title(), risen.product(), risen.accounts(), risen.mrr()))
                        .toList());
    }

    private static Happened happened(UUID id, String what, UUID account) {
        return new Happened(id, what, what, account);
    }

    private Map<UUID, Account> accounts(Collection<UUID> ids) {
        var sorted = List.copyOf(new TreeSet<>(ids));
        var accounts = new HashMap<UUID, Account>();
        for (var first = 0; first < sorted.size(); first += CHUNK) {
            var chunk = sorted.subList(first, Math.min(first + CHUNK, sorted.size()));
            var names = customers.names(chunk);
            var mrr = customers.mrr(chunk);
            chunk.forEach(id -> accounts.put(id, new Account(id, names.get(id), mrr.get(id))));
        }
        return accounts;
    }

    private static Section section(List<Happened> all, Map<UUID, Account> accounts) {
        var counts = new TreeMap<String, Long>();
        var byCurrency = new TreeMap<String, List<Item>>(
                Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        for (var one : all) {
            counts.merge(one.kind(), 1L, Long::sum);
            var account = accounts.getOrDefault(one.account(), new Account(one.account(), null, null));
            byCurrency
                    .computeIfAbsent(currency(account), none -> new ArrayList<>())
                    .add(new Item(one.id(), one.what(), account));
        }
        var top = byCurrency.values().stream()
                .flatMap(items -> items.stream()
                        .sorted(Comparator.comparingLong(DigestMaking::worth).reversed())
                        .limit(TOP))
                .toList();
        return new Section(all.size(), counts, top);
    }

    private static String currency(Account account) {
        return account.mrr() == null ? "" : account.mrr().currency().getCurrencyCode();
    }

    private static long worth(Item item) {
        Money mrr = item.account().mrr();
        return mrr == null ? 0 : mrr.minor();
    }
}
