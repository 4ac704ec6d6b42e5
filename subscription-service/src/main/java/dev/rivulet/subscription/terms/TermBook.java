package dev.rivulet.subscription.terms;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads and writes timelines; always part of somebody's transaction that holds the payer's lock. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TermBook {

    /**
     * A timeline as it is kept.
     *
     * @param causes the change that brought each term about, by the term's first day
     */
    public record Kept(Timeline timeline, Map<LocalDate, UUID> causes) {

        /** The change that brought a term about. */
        public UUID cause(Term term) {
            return causes.getOrDefault(term.from(), new UUID(0, 0));
        }
    }

    private final Sql sql;
    private final Tenants tenants;
    private final PriceSets sets;
    private final PriceJson json;

    TermBook(Sql sql, Tenants tenants, PriceSets sets, PriceJson json) {
        this.sql = sql;
        this.tenants = tenants;
        this.sets = sets;
        this.json = json;
    }

    /** Terms, prices or a timeline as text, to be kept for later. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public String write(Object value) {
        return json.write(value);
    }

    /** What {@link #write} wrote. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public <T> T read(String text, Class<T> type) {
        return json.read(text, type);
    }

    public Kept of(UUID subscription) {
        var kept = of(List.of(subscription)).get(subscription);
        if (kept == null) {
            throw new IllegalStateException("subscription " + subscription + " has no terms");
        }
        return kept;
    }

    /** The timelines of many at once. */
    public Map<UUID, Kept> of(Collection<UUID> subscriptions) {
        if (subscriptions.isEmpty()) {
            return Map.of();
        }
        return timelines(sql.query(
                "SELECT " + TermRow.COLUMNS + " FROM subscription_term t JOIN subscription s"
                        + " ON (s.tenant_id, s.id) = (t.tenant_id, t.subscription_id)"
                        + " WHERE t.tenant_id = ? AND t.subscription_id = ANY (?::uuid[])"
                        + " ORDER BY t.subscription_id, t.from_date",
                row -> TermRow.read(row, 1),
                tenants.current(),
                subscriptions.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** The timelines that rows tell of, those of a subscription one after the other in the order of their days. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Kept> timelines(List<TermRow> rows) {
        var wanted = new HashSet<UUID>();
        rows.forEach(row -> wanted.add(row.priceSet()));
        var prices = sets.read(wanted);
        var kept = new HashMap<UUID, Kept>();
        for (var i = 0; i < rows.size(); ) {
            var first = rows.get(i);
            var terms = new ArrayList<Term>();
            var causes = new HashMap<LocalDate, UUID>();
            for (; i < rows.size() && rows.get(i).subscription().equals(first.subscription()); i++) {
                var row = rows.get(i);
                terms.add(row.term(set(prices, row.priceSet())));
                causes.put(row.from(), row.change());
            }
            kept.put(first.subscription(), new Kept(new Timeline(terms, first.end(), first.paidUntil()), causes));
        }
        return kept;
    }

    private static PriceSet set(Map<UUID, PriceSet> prices, UUID id) {
        var set = prices.get(id);
        if (set == null) {
            throw new IllegalStateException("price set " + id + " is gone");
        }
        return set;
    }

    /** A subscription that is in the database already and has no terms yet; its timeline's end is its own. */
    public record Opening(UUID subscription, Timeline timeline) {}

    /** Writes first timelines, which the signing of each brought about; in their order. */
    public List<Kept> open(List<Opening> openings) {
        var entries = new ArrayList<Entry>();
        var kept = new ArrayList<Kept>();
        for (var opening : openings) {
            var causes = new HashMap<LocalDate, UUID>();
            for (var term : opening.timeline().terms()) {
                entries.add(new Entry(opening.subscription(), term, opening.subscription()));
                causes.put(term.from(), opening.subscription());
            }
            kept.add(new Kept(opening.timeline(), causes));
        }
        insert(entries);
        return kept;
    }

    /** A term to be written, with the change that brought it about. */
    private record Entry(UUID subscription, Term term, UUID change) {}

    /**
     * Replaces what has changed of a timeline; terms that stay as they are keep the change that brought them about. The
     * subscription's row is written in the same transaction: by that whoever keeps a copy knows of it.
     */
    public Kept rewrite(UUID subscription, Kept before, Timeline wanted, UUID change) {
        var same = 0;
        var old = before.timeline().terms();
        while (same < old.size()
                && same < wanted.terms().size()
                && old.get(same).equals(wanted.terms().get(same))) {
            same++;
        }
        var causes = new HashMap<LocalDate, UUID>();
        for (var term : old.subList(0, same)) {
            causes.put(term.from(), before.cause(term));
        }
        if (same < old.size()) {
            sql.update(
                    "DELETE FROM subscription_term WHERE tenant_id = ? AND subscription_id = ? AND from_date >= ?",
                    tenants.current(),
                    subscription,
                    old.get(same).from());
        }
        var fresh = wanted.terms().subList(same, wanted.terms().size());
        fresh.forEach(term -> causes.put(term.from(), change));
        insert(fresh.stream().map(term -> new Entry(subscription, term, change)).toList());
        return new Kept(wanted, causes);
    }

    private void insert(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var priced = sets.keep(
                entries.stream().map(entry -> PriceSet.of(entry.term())).toList());
        sql.update(
                "INSERT INTO subscription_term (tenant_id, subscription_id, from_date, mode, price_set_id, quantity,"
                        + " anchor_first, anchor_day, change_id) SELECT ?, n.* FROM unnest(?::uuid[], ?::date[], ?::text[],"
                        + " ?::uuid[], ?::bigint[], ?::date[], ?::int[], ?::uuid[]) n",
                tenants.current(),
                texts(entries, Entry::subscription),
                texts(entries, entry -> entry.term().from()),
                texts(entries, entry -> entry.term().mode().name()),
                texts(entries, entry -> priced.get(PriceSet.of(entry.term()))),
                texts(entries, entry -> entry.term().quantity()),
                texts(entries, entry -> entry.term().anchor().first()),
                texts(entries, entry -> entry.term().anchor().day()),
                texts(entries, Entry::change));
    }

    private static String[] texts(List<Entry> entries, Function<Entry, Object> column) {
        return entries.stream().map(column).map(Object::toString).toArray(String[]::new);
    }
}
