package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.account.PayerProfiles;
import dev.rivulet.subscription.account.domain.PayerProfile;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.billing.domain.Assembly;
import dev.rivulet.subscription.billing.domain.Credited;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.billing.domain.Outcome;
import dev.rivulet.subscription.billing.domain.PayerTerms;
import dev.rivulet.subscription.coupon.Redemptions;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import dev.rivulet.subscription.tax.TaxTables;
import dev.rivulet.subscription.tax.domain.TaxTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of payers' charges, and writes nothing: runs, dry runs and forecasts ask alike. For whoever holds
 * the payers; a query for each kind of thing, however many they are.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Assembling {

    private final PayerProfiles profiles;
    private final TaxTables taxes;
    private final Redemptions redemptions;
    private final PendingCharges pending;
    private final Drafts drafts;

    Assembling(
            PayerProfiles profiles, TaxTables taxes, Redemptions redemptions, PendingCharges pending, Drafts drafts) {
        this.profiles = profiles;
        this.taxes = taxes;
        this.redemptions = redemptions;
        this.pending = pending;
        this.drafts = drafts;
    }

    /** What a batch of payers has. */
    private record Batch(
            Map<UUID, List<NewCharge>> charges,
            Map<UUID, Credited> credited,
            Map<UUID, List<ActiveCoupon>> coupons,
            Map<UUID, Money> balances,
            Map<UUID, LocalDate> draftsUntil,
            Set<UUID> drafted) {}

    /**
     * What becomes of the payers' charges at an instant.
     *
     * @param fresh charges that are not in the ledger yet, of whichever of the payers
     */
    public List<PayerOutcome> assemble(Collection<UUID> payers, Instant now, List<NewCharge> fresh) {
        return assemble(payers, now, fresh, terms -> terms);
    }

    /** The same for one payer without regard to its billing day and the minimum. */
    PayerOutcome assembleNow(UUID payer, Instant now) {
        return assemble(List.of(payer), now, List.of(), PayerTerms::atOnce).getFirst();
    }

    /** The same without waiting for their billing days; what is too small to collect waits all the same. */
    List<PayerOutcome> assembleDue(Collection<UUID> payers, Instant now, List<NewCharge> fresh) {
        return assemble(payers, now, fresh, PayerTerms::withoutBillingDay);
    }

    /** How a payer is invoiced on a day. */
    PayerTerms termsOf(UUID payer, Instant now) {
        var profile = profiles.of(List.of(payer)).getFirst();
        return terms(profile, taxes.on(LocalDate.ofInstant(now, profile.zone())));
    }

    private List<PayerOutcome> assemble(
            Collection<UUID> payers, Instant now, List<NewCharge> fresh, UnaryOperator<PayerTerms> by) {
        var tables = new HashMap<LocalDate, TaxTable>();
        var found = profiles.of(payers);
        var batch = batch(payers, fresh);
        var outcomes = new ArrayList<PayerOutcome>(found.size());
        for (var profile : found) {
            var today = LocalDate.ofInstant(now, profile.zone());
            var terms = terms(profile, tables.computeIfAbsent(today, taxes::on));
            outcomes.add(outcome(by.apply(terms), today, batch));
        }
        return outcomes;
    }

    private Batch batch(Collection<UUID> payers, List<NewCharge> fresh) {
        var charges = pending.of(payers);
        fresh.forEach(charge -> charges.computeIfAbsent(charge.payerId(), payer -> new ArrayList<>())
                .add(charge));
        var all = charges.values().stream().flatMap(List::stream).toList();
        var draftsUntil = drafts.nextOf(payers);
        return new Batch(
                charges,
                pending.creditedBy(all),
                redemptions.activeOf(payers),
                pending.balancesOf(payers),
                draftsUntil,
                draftsUntil.isEmpty() ? Set.of() : pending.creditedOnDrafts(all));
    }

    private static PayerOutcome outcome(PayerTerms terms, LocalDate today, Batch batch) {
        var charges = batch.charges().getOrDefault(terms.payerId(), List.of());
        var assembled = Assembly.assemble(
                terms,
                today,
                charges,
                batch.credited(),
                batch.coupons().getOrDefault(terms.payerId(), List.of()),
                batch.balances().getOrDefault(terms.payerId(), Money.zero(terms.currency())));
        var draftUntil = batch.draftsUntil().get(terms.payerId());
        // Nobody gets a credit note for what no invoice has asked for yet: it follows the draft.
        var outcome =
                draftUntil != null && isOfDraft(assembled, batch.drafted()) ? new Outcome.Wait(draftUntil) : assembled;
        var next = Stream.of(next(terms, charges, outcome), draftUntil)
                .filter(day -> day != null && day.isAfter(today))
                .min(Comparator.naturalOrder());
        return new PayerOutcome(terms, today, outcome, next.orElse(null));
    }

    private static boolean isOfDraft(Outcome outcome, Set<UUID> drafted) {
        return outcome instanceof Outcome.Issue(var document)
                && document.kind() == AssembledInvoice.Kind.CREDIT_NOTE
                && document.lines().stream()
                        .map(line -> line.charge().creditOf())
                        .anyMatch(original -> original != null && drafted.contains(original));
    }

    private static @Nullable LocalDate next(PayerTerms terms, List<NewCharge> charges, Outcome outcome) {
        var rest = rest(charges, outcome);
        var waiting = rest.isEmpty() ? null : Assembly.nextLook(terms, rest);
        var own = switch (outcome) {
            case Outcome.CarryForward carried -> carried.capOn();
            case Outcome.Issue issue -> issue.invoice().finalizeOn();
            case Outcome.Wait wait -> wait.until();
            case Outcome.Forgive forgive -> null;
            case Outcome.Nothing nothing -> null;
        };
        return waiting == null || (own != null && own.isBefore(waiting)) ? own : waiting;
    }

    /** Charges that the outcome leaves for later. */
    private static List<NewCharge> rest(List<NewCharge> charges, Outcome outcome) {
        Set<UUID> done = new HashSet<>();
        switch (outcome) {
            case Outcome.CarryForward carried -> carried.charges().forEach(charge -> done.add(charge.id()));
            case Outcome.Forgive forgive -> forgive.charges().forEach(charge -> done.add(charge.id()));
            case Outcome.Issue issue ->
                issue.invoice().lines().forEach(line -> done.add(line.charge().id()));
            case Outcome.Wait wait -> {}
            case Outcome.Nothing nothing -> {}
        }
        return charges.stream().filter(charge -> !done.contains(charge.id())).toList();
    }

    private static PayerTerms terms(PayerProfile profile, TaxTable taxes) {
        return new PayerTerms(
                profile.id(),
                profile.zone(),
                profile.currency(),
                profile.legalEntity(),
                profile.billingDay(),
                profile.paymentTermsDays(),
                profile.graceDays(),
                profile.minimum(),
                profile.taxCode(),
                profile.exemption(),
                taxes);
    }
}
