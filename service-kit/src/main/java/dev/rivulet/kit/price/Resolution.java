package dev.rivulet.kit.price;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of each component of a plan: hard filters first, then the most specific book. A book without a fitting
 * price of its own offers its parent's, with its percentage on it.
 */
public final class Resolution {

    private static final String BASE = "base";
    private static final Comparator<String> BASE_FIRST = (one, other) -> one.equals(BASE) || other.equals(BASE)
            ? Boolean.compare(other.equals(BASE), one.equals(BASE))
            : one.compareTo(other);

    private final Question question;
    private final boolean published;
    private final Map<UUID, Book> books;

    private Resolution(Question question, boolean published, Map<UUID, Book> books) {
        this.question = question;
        this.published = published;
        this.books = books;
    }

    /**
     * One verdict for each component that has any price at all, {@code base} first, then by name.
     *
     * @param published whether the plan is; the prices of a draft are candidates, and all of them lose
     * @param offers all prices of the plan
     * @param books all price books by their ids, their parents among them
     */
    public static List<Verdict> resolve(
            Question question, boolean published, List<Offer> offers, Map<UUID, Book> books) {
        var components = new TreeMap<String, List<Offer>>(BASE_FIRST);
        for (var offer : offers) {
            components
                    .computeIfAbsent(offer.component(), name -> new ArrayList<>())
                    .add(offer);
        }
        var resolution = new Resolution(question, published, books);
        var verdicts = new ArrayList<Verdict>(components.size());
        components.forEach((component, of) -> verdicts.add(resolution.decide(component, of)));
        return verdicts;
    }

    private Verdict decide(String component, List<Offer> offers) {
        var candidates = new ArrayList<Candidate>(offers.size() + books.size());
        var holding = new HashMap<UUID, Offer>();
        Offer fromList = null;
        for (var offer : offers) {
            var book = offer.bookId() == null ? null : books.get(offer.bookId());
            if (offer.bookId() != null && book == null) {
                // The book was retired, and its prices with it.
                continue;
            }
            var misses = EnumSet.noneOf(Lost.class);
            offer.misses(question, misses);
            if (misses.isEmpty()) {
                if (book != null) {
                    holding.put(book.id(), offer);
                } else if (fromList == null || (fromList.ofPlan() && !offer.ofPlan())) {
                    fromList = offer;
                }
            }
            candidates.add(candidate(offer, book, List.of(), misses));
        }
        for (var book : books.values()) {
            if (book.inherits() && !holding.containsKey(book.id())) {
                var inherited = inherited(book, holding, fromList);
                if (inherited != null) {
                    candidates.add(inherited);
                }
            }
        }
        candidates.sort(Candidate.ORDER);
        Candidate winner = null;
        for (var i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate.fits() && winner == null) {
                winner = candidate;
            } else if (candidate.fits()) {
                candidates.set(i, candidate.lessSpecific());
            }
        }
        return new Verdict(component, winner, candidates);
    }

    private @Nullable Candidate inherited(Book heir, Map<UUID, Offer> holding, @Nullable Offer fromList) {
        var adjustments = new ArrayList<Adjustment>();
        var book = heir;
        while (book.inherits()) {
            adjustments.addFirst(new Adjustment(book.id(), book.percentOn(question.date())));
            var parent = book.parentId() == null ? null : books.get(book.parentId());
            var offer = parent == null ? fromList : holding.get(parent.id());
            if (offer != null) {
                return candidate(offer, heir, adjustments, EnumSet.noneOf(Lost.class));
            }
            if (parent == null) {
                return null;
            }
            book = parent;
        }
        return null;
    }

    private Candidate candidate(Offer offer, @Nullable Book book, List<Adjustment> adjustments, Set<Lost> misses) {
        if (!published) {
            misses.add(Lost.PLAN_NOT_PUBLISHED);
        }
        if (book != null) {
            book.audience().misses(question, misses);
        }
        return Candidate.of(offer, book, adjustments, misses);
    }
}
