package dev.rivulet.kit.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of each component of a plan: hard filters first, then the most specific book. A book without a fitting
 * price of its own offers its parent's, with its percentage on it.
 */
public final class Resolution {

    private static final String BASE = "base";

    private final Question question;
    private final boolean published;
    private final Map<UUID, Book> books = new HashMap<>();

    private Resolution(Question question, boolean published, List<Book> books) {
        this.question = question;
        this.published = published;
        books.forEach(book -> this.books.put(book.id(), book));
    }

    /**
     * One verdict for each component that has any price at all, {@code base} first, then by name.
     *
     * @param published whether the plan is; the prices of a draft are candidates, and all of them lose
     * @param offers all prices of the plan
     * @param books all price books, their parents among them
     */
    public static List<Verdict> resolve(Question question, boolean published, List<Offer> offers, List<Book> books) {
        var components = new TreeMap<String, List<Offer>>(
                Comparator.comparing((String name) -> !name.equals(BASE)).thenComparing(Comparator.naturalOrder()));
        for (var offer : offers) {
            components
                    .computeIfAbsent(offer.component(), name -> new ArrayList<>())
                    .add(offer);
        }
        var resolution = new Resolution(question, published, books);
        return components.entrySet().stream()
                .map(component -> resolution.decide(component.getKey(), component.getValue()))
                .toList();
    }

    private Verdict decide(String component, List<Offer> offers) {
        var candidates = new ArrayList<Candidate>();
        var holding = new HashMap<UUID, Offer>();
        var list = new ArrayList<Offer>();
        for (var offer : offers) {
            var book = offer.bookId() == null ? null : books.get(offer.bookId());
            if (offer.bookId() != null && book == null) {
                // The book was retired, and its prices with it.
                continue;
            }
            var misses = offer.misses(question);
            if (misses.isEmpty()) {
                if (book == null) {
                    list.add(offer);
                } else {
                    holding.put(book.id(), offer);
                }
            }
            candidates.add(candidate(offer, book, List.of(), misses));
        }
        var fromList = list.stream().min(Comparator.comparing(Offer::ofPlan)).orElse(null);
        for (var book : books.values()) {
            if (book.inherits() && !holding.containsKey(book.id())) {
                var inherited = inherited(book, holding, fromList);
                if (inherited != null) {
                    candidates.add(inherited);
                }
            }
        }
        candidates.sort(Candidate.ORDER);
        var winner = candidates.stream().filter(Candidate::fits).findFirst().orElse(null);
        return new Verdict(
                component,
                winner,
                winner == null
                        ? candidates
                        : candidates.stream().map(each -> each.lostTo(winner)).toList());
    }

    private @Nullable Candidate inherited(Book heir, Map<UUID, Offer> holding, @Nullable Offer fromList) {
        var adjustments = new ArrayList<Adjustment>();
        var book = heir;
        while (book.inherits()) {
            adjustments.addFirst(new Adjustment(book.id(), book.percentOn(question.date())));
            var parent = book.parentId() == null ? null : books.get(book.parentId());
            var offer = parent == null ? fromList : holding.get(parent.id());
            if (offer != null) {
                return candidate(offer, heir, adjustments, List.of());
            }
            if (parent == null) {
                return null;
            }
            book = parent;
        }
        return null;
    }

    private Candidate candidate(
            Offer offer, @Nullable Book book, List<Adjustment> adjustments, Iterable<Lost> offerMisses) {
        var misses = EnumSet.noneOf(Lost.class);
        if (!published) {
            misses.add(Lost.PLAN_NOT_PUBLISHED);
        }
        offerMisses.forEach(misses::add);
        if (book != null) {
            misses.addAll(book.audience().misses(question));
        }
        return Candidate.of(offer, book, adjustments, misses);
    }
}
