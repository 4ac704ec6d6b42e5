package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.account.Contacts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.imports.References.Known;
import dev.rivulet.subscription.imports.References.Name;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines of whole families over, for good or for somebody who takes it back: a check, a comparison and an activation
 * are the same but for their end.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Taking {

    private final RowReader reader;
    private final References references;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Billing billing;
    private final TakenThings things;

    Taking(
            RowReader reader,
            References references,
            Accounts accounts,
            Contacts contacts,
            Billing billing,
            TakenThings things) {
        this.reader = reader;
        this.references = references;
        this.accounts = accounts;
        this.contacts = contacts;
        this.billing = billing;
        this.things = things;
    }

    /** What each of the lines became, by its number. Throws {@link LineRefused} at the first that cannot be. */
    Map<Long, UUID> take(UUID job, List<Line> lines) {
        var known = known(lines);
        holdPayers(known);
        var taken = new LinkedHashMap<Long, UUID>();
        for (var line : inOrder(lines)) {
            taken.put(line.number(), take(job, line, known));
        }
        return taken;
    }

    private Map<Name, Known> known(List<Line> lines) {
        return new HashMap<>(references.known(lines.stream()
                .flatMap(line -> Stream.of(line.externalId(), line.account(), line.above()))
                .filter(Objects::nonNull)
                .distinct()
                .toList()));
    }

    private void holdPayers(Map<Name, Known> known) {
        billing.lock(known.entrySet().stream()
                .filter(entry -> entry.getKey().type() == RowType.ACCOUNT)
                .flatMap(entry -> accounts.payer(entry.getValue().id()).stream())
                .map(Payer::payerId)
                .distinct()
                .toList());
    }

    private UUID take(UUID job, Line line, Map<Name, Known> known) {
        var name = new Name(line.type(), line.externalId());
        var before = known.get(name);
        if (before != null && before.digest().equals(line.digest())) {
            return before.id();
        }
        try {
            var id = before == null ? take(reader.read(line.number(), line.content()), line, known) : null;
            if (id == null || !references.add(name, id, line.digest(), job)) {
                throw Rejected.unprocessable("import-conflict", "/externalId", line.externalId());
            }
            known.put(name, new Known(id, line.digest()));
            return id;
        } catch (LineRefused refused) {
            throw refused;
        } catch (RuntimeException reason) {
            throw new LineRefused(line.number(), "/row", reason);
        }
    }

    private UUID take(ImportRow row, Line line, Map<Name, Known> known) {
        return switch (row) {
            case AccountRow account -> open(account, line, known);
            case SubscriptionRow subscription ->
                things.subscription(
                        subscription,
                        owner(subscription, known),
                        above(RowType.SUBSCRIPTION, subscription.base(), "/base", known));
            case ReceivableRow receivable -> things.receivable(receivable, payer(receivable, known));
            case BalanceRow balance -> things.balance(balance, payer(balance, known));
        };
    }

    private UUID open(AccountRow row, Line line, Map<Name, Known> known) {
        var parent = above(RowType.ACCOUNT, row.parent(), "/parent", known);
        try {
            var account = accounts.open(row.below(parent)).id();
            row.contacts().forEach(contact -> contacts.add(account, contact));
            return account;
        } catch (RuntimeException reason) {
            throw new LineRefused(line.number(), "/row/account", reason);
        }
    }

    private Payer payer(ImportRow row, Map<Name, Known> known) {
        return accounts.payer(owner(row, known)).orElseThrow();
    }

    private static UUID owner(ImportRow row, Map<Name, Known> known) {
        return Objects.requireNonNull(above(RowType.ACCOUNT, row.owner(), "/account", known));
    }

    private static @Nullable UUID above(
            RowType type, @Nullable String externalId, String pointer, Map<Name, Known> known) {
        if (externalId == null) {
            return null;
        }
        var found = known.get(new Name(type, externalId));
        if (found == null) {
            throw Rejected.unprocessable("import-reference-unknown", pointer, type.text(), externalId);
        }
        return found.id();
    }

    /** By kind, and of a kind what stands below another behind it. */
    static List<Line> inOrder(List<Line> lines) {
        var byKind = lines.stream()
                .sorted(Comparator.comparing(Line::type).thenComparingLong(Line::number))
                .toList();
        var waiting = new HashMap<Name, List<Line>>();
        var names = new HashMap<Name, Line>();
        byKind.forEach(line -> names.put(new Name(line.type(), line.externalId()), line));
        var ordered = new ArrayList<Line>();
        for (var line : byKind) {
            var above = line.above() == null ? null : new Name(line.type(), line.above());
            if (above != null && names.containsKey(above)) {
                waiting.computeIfAbsent(above, name -> new ArrayList<>()).add(line);
            } else {
                place(line, ordered, waiting, names);
            }
        }
        // What stands in a circle is refused where it is tried.
        waiting.values().forEach(ordered::addAll);
        return ordered.stream().sorted(Comparator.comparing(Line::type)).toList();
    }

    private static void place(Line first, List<Line> ordered, Map<Name, List<Line>> waiting, Map<Name, Line> names) {
        var ready = new ArrayDeque<Line>(List.of(first));
        while (!ready.isEmpty()) {
            var line = ready.removeFirst();
            var name = new Name(line.type(), line.externalId());
            ordered.add(line);
            names.remove(name);
            var below = waiting.remove(name);
            if (below != null) {
                ready.addAll(below);
            }
        }
    }
}
