package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.ChargeRows.Placed;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.terms.TermBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Gives back what was held back while an invoice was written off. Of what nobody paid nothing is given back when a
 * subscription ends or changes; once it is paid after all, it is as if it had always been.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Recoveries {

    private final ChargeRepository charges;
    private final BillingCursors cursors;
    private final TermBook book;
    private final Corrections corrections;
    private final ChargeRows rows;
    private final PayerWake wake;
    private final TenantClock clock;

    Recoveries(
            ChargeRepository charges,
            BillingCursors cursors,
            TermBook book,
            Corrections corrections,
            ChargeRows rows,
            PayerWake wake,
            TenantClock clock) {
        this.charges = charges;
        this.cursors = cursors;
        this.book = book;
        this.corrections = corrections;
        this.rows = rows;
        this.wake = wake;
        this.clock = clock;
    }

    /** Puts the credits of an invoice that is paid now to what waits for its payer, who is held. */
    void giveBack(Invoice invoice) {
        var lines = charges.ofInvoice(invoice.id);
        var begun = new TreeMap<UUID, LocalDate>();
        for (var line : lines) {
            if (line.subscriptionId != null) {
                begun.merge(line.subscriptionId, line.periodStart, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        var paid = lines.stream().map(line -> line.id).collect(Collectors.toSet());
        var credits = credits(begun, paid, invoice.id);
        if (!credits.isEmpty()) {
            rows.insert(credits.stream().map(Placed::pending).toList());
            wake.now(invoice.accountId);
        }
    }

    private List<NewCharge> credits(Map<UUID, LocalDate> begun, Set<UUID> paid, UUID cause) {
        var kept = book.of(List.copyOf(begun.keySet()));
        var credits = new ArrayList<NewCharge>();
        begun.forEach((subscription, since) -> {
            var cursor = cursors.of(subscription);
            var terms = kept.get(subscription);
            if (terms != null && cursor.billedThrough() != null) {
                // Only what the invoice asked for: whatever else there is comes about in its own time.
                corrections.since(cursor, terms, since, today(cursor), cause).stream()
                        .filter(charge -> charge.creditOf() != null && paid.contains(charge.creditOf()))
                        .forEach(credits::add);
            }
        });
        return credits;
    }

    private LocalDate today(Cursor cursor) {
        return clock.today(ZoneId.of(cursor.zone()));
    }
}
