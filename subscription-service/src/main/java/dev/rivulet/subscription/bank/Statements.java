package dev.rivulet.subscription.bank;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.LegalEntities;
import dev.rivulet.subscription.bank.domain.Entry;
import dev.rivulet.subscription.bank.domain.InvoiceReference;
import dev.rivulet.subscription.bank.domain.InvoiceReference.Named;
import dev.rivulet.subscription.bank.domain.PayerName;
import dev.rivulet.subscription.bank.domain.Statement;
import dev.rivulet.subscription.billing.InvoiceParty;
import dev.rivulet.subscription.billing.Invoicing;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import dev.rivulet.subscription.payment.Disputing;
import dev.rivulet.subscription.payment.Receiving;
import dev.rivulet.subscription.payment.Receiving.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Takes in statements. Everything that came in goes to the books as unallocated; what names its invoices becomes a
 * payment at once, the rest waits for somebody to say whose it is. What was taken back is shown to people, who say
 * which payment it was; the books hear of it by the dispute of that.
 */
@ApplicationScoped
@Transactional
class Statements {

    private record Match(EntryTable.Kept entry, UUID payer, List<UUID> invoices) {}

    private final EntryTable entries;
    private final Invoicing invoicing;
    private final Receiving receiving;
    private final Disputing disputing;
    private final Ledger ledger;
    private final Accounts accounts;
    private final LegalEntities sellers;
    private final TenantClock clock;

    Statements(
            EntryTable entries,
            Invoicing invoicing,
            Receiving receiving,
            Disputing disputing,
            Ledger ledger,
            Accounts accounts,
            LegalEntities sellers,
            TenantClock clock) {
        this.entries = entries;
        this.invoicing = invoicing;
        this.receiving = receiving;
        this.disputing = disputing;
        this.ledger = ledger;
        this.accounts = accounts;
        this.sellers = sellers;
        this.clock = clock;
    }

    StatementView take(String format, Statement statement) {
        if (statement.entries().isEmpty() && statement.debits() == 0) {
            throw Rejected.invalid("statement-empty", "");
        }
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        entries.openStatement(id, format, clock.now());
        var fresh = entries.addNew(id, statement.entries());
        var lookAlikes = entries.lookAlikes(id);
        ledger.post(fresh.stream()
                .filter(entry -> entry.entry().kind().isMoney())
                .map(entry -> new Transfer(
                        LedgerAccount.CASH,
                        LedgerAccount.UNALLOCATED,
                        null,
                        entry.entry().amount(),
                        new Cause(Cause.Kind.BANK_ENTRY, entry.id()),
                        entry.entry().bookedOn()))
                .toList());
        var matches = fresh.stream()
                .filter(entry -> !lookAlikes.contains(entry.id()))
                .flatMap(entry -> match(entry).stream())
                .sorted(Comparator.comparing(Match::payer))
                .toList();
        // All payers in one order before the first of their invoices, so that two imports do not wait for each other.
        matches.stream().map(Match::payer).distinct().forEach(invoicing::lockPayer);
        matches.forEach(match -> pay(match.entry(), match.payer(), match.invoices()));
        entries.addStatement(
                id, format, fresh.size(), matches.size(), fresh.size() - matches.size(), statement, clock.now());
        return new StatementView(
                id,
                format,
                fresh.size(),
                matches.size(),
                fresh.size() - matches.size(),
                statement.entries().size() - fresh.size(),
                statement.debits());
    }

    /**
     * Whose an entry is by what the payer wrote; nobody's when that is not one customer, as where two sellers have an
     * invoice of the number and none is named, or is recorded already, or is no transfer of its own.
     */
    private Optional<Match> match(EntryTable.Kept entry) {
        if (!entry.entry().kind().speaksForItself()) {
            return Optional.empty();
        }
        var named = InvoiceReference.in(entry.entry().remittance()).stream()
                .flatMap(each -> invoicing.byNumber(seller(each), each.number()).stream())
                .toList();
        var payers = named.stream().map(InvoiceParty::payerId).distinct().toList();
        if (payers.size() != 1
                || !named.getFirst().currency().equals(entry.entry().amount().currency())
                || receiving.isKnown(entry.entry().reference())
                || receiving.isKnown(entry.entry().bankReference())) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                entry, payers.getFirst(), named.stream().map(InvoiceParty::id).toList()));
    }

    /** What stands before a number is a seller only where there is one of that key. */
    private @Nullable String seller(Named named) {
        var key = named.seller();
        return key == null || sellers.find(key).isEmpty() ? null : key;
    }

    private UUID pay(EntryTable.Kept kept, UUID payer, List<UUID> invoices) {
        var entry = kept.entry();
        var payment = receiving.takeUnallocated(payer, entry.amount(), entry.reference(), entry.bookedOn(), invoices);
        entries.matched(kept.id(), payment);
        return payment;
    }

    EntryView match(UUID id, MatchRequest request) {
        var payer = accounts.look(request.accountId())
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", request.accountId()));
        invoicing.lockPayer(payer.id());
        var kept = entries.lock(id).orElseThrow(() -> Rejected.notFound("bank-entry", id));
        if (kept.paymentId() != null) {
            throw Rejected.conflict("entry-matched");
        }
        if (!kept.entry().kind().isMoney()) {
            throw Rejected.conflict("entry-returned");
        }
        var currency = kept.entry().amount().currency();
        if (!currency.equals(payer.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/accountId",
                    currency,
                    payer.currency().getCurrencyCode());
        }
        var first = Objects.requireNonNullElse(request.invoiceIds(), List.<UUID>of());
        for (var i = 0; i < first.size(); i++) {
            if (!invoicing.payerOf(first.get(i)).filter(payer.id()::equals).isPresent()) {
                throw Rejected.unprocessable("invoice-unknown", "/invoiceIds/" + i, first.get(i));
            }
        }
        var payment = pay(kept, payer.id(), first);
        return EntryView.of(new EntryTable.Kept(id, kept.statementId(), kept.entry(), payment, null, null), List.of());
    }

    EntryView resolve(UUID id, ResolutionRequest request) {
        var payment = request.paymentId();
        if (payment != null) {
            invoicing.lockPayer(receiving
                    .payerOf(payment)
                    .orElseThrow(() -> Rejected.unprocessable("payment-unknown", "/paymentId", payment)));
        }
        var kept = entries.lock(id).orElseThrow(() -> Rejected.notFound("bank-entry", id));
        if (kept.entry().kind().isMoney()) {
            throw Rejected.conflict("entry-not-returned");
        }
        if (kept.resolution() != null) {
            throw Rejected.conflict("entry-resolved");
        }
        var dispute = payment == null
                ? null
                : disputing.lose(payment, kept.entry().amount(), id.toString(), request.note(), "/paymentId");
        entries.resolved(id, request.note(), dispute);
        return EntryView.of(
                new EntryTable.Kept(id, kept.statementId(), kept.entry(), null, request.note(), dispute), List.of());
    }

    List<EntryView> list(@Nullable Boolean matched, UUID after, int limit) {
        return entries.list(matched, after, limit).stream()
                .map(kept -> EntryView.of(kept, kept.isSettled() ? List.of() : suggestions(kept.entry())))
                .toList();
    }

    /** A guess, for people. */
    private List<EntryView.Suggestion> suggestions(Entry entry) {
        return switch (entry.kind()) {
            case CREDIT, BATCH -> invoices(entry);
            case RETURNED -> payments(entry);
            case BOUNCED -> List.of();
        };
    }

    /** Invoices of which exactly the amount is due and whose payer's name is like the sender's. */
    private List<EntryView.Suggestion> invoices(Entry entry) {
        var name = entry.payerName();
        if (name == null) {
            return List.of();
        }
        var candidates = invoicing.withDue(entry.amount());
        var names = accounts.names(
                candidates.stream().map(InvoiceParty::payerId).distinct().toList());
        return candidates.stream()
                .filter(candidate -> PayerName.isAlike(name, names.getOrDefault(candidate.payerId(), "")))
                .map(candidate -> new EntryView.Suggestion(
                        candidate.payerId(), names.getOrDefault(candidate.payerId(), ""), candidate.id(), null))
                .toList();
    }

    /** The payment that the bank calls like what it took back, else those of the amount whose payer's name is alike. */
    private List<EntryView.Suggestion> payments(Entry entry) {
        var received = receiving.ofAmount(entry.amount());
        var names = accounts.names(
                received.stream().map(Received::accountId).distinct().toList());
        var named = received.stream()
                .filter(payment -> entry.takesBack(payment.reference()))
                .toList();
        var name = Objects.requireNonNullElse(entry.payerName(), "");
        return (named.isEmpty() ? received : named)
                .stream()
                        .filter(payment -> !named.isEmpty()
                                || PayerName.isAlike(name, names.getOrDefault(payment.accountId(), "")))
                        .map(payment -> new EntryView.Suggestion(
                                payment.accountId(), names.getOrDefault(payment.accountId(), ""), null, payment.id()))
                        .toList();
    }
}
