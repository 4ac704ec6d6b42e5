package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.LineExplanation;
import dev.rivulet.subscription.billing.Outcomes;
import dev.rivulet.subscription.imports.Line.Status;
import dev.rivulet.subscription.imports.References.Known;
import dev.rivulet.subscription.imports.References.Name;
import dev.rivulet.subscription.imports.domain.Billed;
import dev.rivulet.subscription.imports.domain.Comparison;
import dev.rivulet.subscription.imports.domain.Expected;
import dev.rivulet.subscription.imports.domain.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Lets a family of an import become real and bills it through the days that expectations speak of, by the very code of
 * the invoice run; for whoever takes it all back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ShadowBilling {

    /** A billing day comes within a month, and what waits for it is taxed only then. */
    private static final int DAYS_LONGER = 35;

    private final Taking taking;
    private final References references;
    private final RowReader reader;
    private final ReadingExpectations expectations;
    private final Accounts accounts;
    private final Billing billing;
    private final Outcomes outcomes;
    private final ObjectMapper json;

    ShadowBilling(
            Taking taking,
            References references,
            RowReader reader,
            ReadingExpectations expectations,
            Accounts accounts,
            Billing billing,
            Outcomes outcomes,
            ObjectMapper json) {
        this.taking = taking;
        this.references = references;
        this.reader = reader;
        this.expectations = expectations;
        this.accounts = accounts;
        this.billing = billing;
        this.outcomes = outcomes;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param names external ids, by what things are here while they are
     */
    record Compared(List<Finding> findings, Map<UUID, String> names) {}

    /**
     * Compares.
     *
     * @param family all lines of an import's family
     * @param wanted what is expected of it
     */
    Compared compare(UUID importId, List<Line> family, List<Line> wanted) {
        taking.take(
                importId,
                family.stream().filter(line -> line.status() == Status.CHECKED).toList());
        var known = references.known(Stream.concat(family.stream(), wanted.stream())
                .flatMap(line -> Stream.of(line.externalId(), line.account()))
                .distinct()
                .toList());
        var subscriptions = subscriptions(family);
        var expected = new ArrayList<Expected>();
        var payers = new TreeMap<UUID, Payer>();
        for (var line : wanted) {
            var payer = payer(line, subscriptions, known);
            payers.put(payer.payerId(), payer);
            expected.add(expected(line, payer.payerId(), subscriptions, known));
        }
        var until = expected.stream()
                .map(Expected::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var names = new HashMap<UUID, String>();
        known.forEach((name, what) -> names.put(what.id(), name.externalId()));
        return new Compared(Comparison.of(expected, bill(payers, until.plusDays(DAYS_LONGER))), names);
    }

    private Map<String, SubscriptionRow> subscriptions(List<Line> family) {
        var rows = new HashMap<String, SubscriptionRow>();
        for (var line : family) {
            if (line.status() != Status.REFUSED
                    && reader.read(line.number(), line.content()) instanceof SubscriptionRow row) {
                rows.putIfAbsent(row.externalId(), row);
            }
        }
        return rows;
    }

    private Payer payer(Line line, Map<String, SubscriptionRow> subscriptions, Map<Name, Known> known) {
        var account = line.type() == RowType.ACCOUNT
                ? line.externalId()
                : Objects.requireNonNull(subscriptions.get(line.externalId())).account();
        return accounts.payer(id(RowType.ACCOUNT, account, known)).orElseThrow();
    }

    private Expected expected(
            Line line, UUID payer, Map<String, SubscriptionRow> subscriptions, Map<Name, Known> known) {
        var row = expectations.row(line.content());
        var of = line.type() == RowType.ACCOUNT ? null : subscriptions.get(line.externalId());
        return new Expected(
                line.number(),
                of == null ? null : id(RowType.SUBSCRIPTION, of.externalId(), known),
                payer,
                row.periodStart(),
                row.periodEnd(),
                row.amount(),
                of == null ? null : of.chargedThrough(),
                of == null ? null : of.endDate());
    }

    private static UUID id(RowType type, String externalId, Map<Name, Known> known) {
        return Objects.requireNonNull(known.get(new Name(type, externalId)), externalId)
                .id();
    }

    /** In the order of the payers, as everybody does who holds several. */
    private List<Billed> bill(SortedMap<UUID, Payer> payers, LocalDate until) {
        var marker = Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        var billed = new ArrayList<Billed>();
        payers.keySet().forEach(billing::lock);
        payers.forEach((id, payer) -> {
            billing.foresee(id, until.atStartOfDay(payer.zone()).toInstant());
            outcomes.explained(id, marker).forEach(line -> billed.add(billed(id, line)));
        });
        return billed;
    }

    private Billed billed(UUID payer, LineExplanation explained) {
        var line = explained.line();
        try {
            var explanation = json.readTree(explained.explanation());
            return new Billed(
                    line.subscriptionId(),
                    payer,
                    line.component(),
                    line.kind(),
                    line.planVersion(),
                    line.periodStart(),
                    line.periodEnd(),
                    line.quantity(),
                    line.fullAmount(),
                    line.amount(),
                    line.discount(),
                    line.tax(),
                    line.taxInclusive(),
                    explanation.path("days").asInt(1),
                    explanation.path("periodDays").asInt(1),
                    explained.explanation());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored explanation is no JSON", e);
        }
    }
}
