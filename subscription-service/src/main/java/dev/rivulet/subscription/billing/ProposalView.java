package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.domain.NewCharge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is charged so far and what would be added, of each subscription that an incident holds up. */
@Schema(name = "BillingProposal")
record ProposalView(
        @Schema(examples = "0197a3f5-1e4f-4b11-8e85-9c4c3f9e0d04")
        UUID incidentId,

        @Schema(examples = "2026-02-15T00:05:00Z", description = "What had fallen due by then")
        Instant asOf,

        @Schema(description = "Empty when nothing is due") List<Proposed> subscriptions) {

    /** What would be added for a subscription. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProposedCharges")
    record Proposed(
            @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
            UUID subscriptionId,

            @Nullable
            @Schema(
                    examples = "2026-01-15",
                    description = "Everything that fell due up to this day, where the account is, is charged; absent"
                            + " when nothing is")
            LocalDate chargedThrough,

            @Nullable
            @Schema(examples = "2026-02-15", description = "The same with what is proposed; absent with a fault")
            LocalDate proposedThrough,

            @Schema(examples = "31", description = "How many charges and credits would be added")
            int lines,

            @Schema(description = "By component and reason, before taxes that are added and before coupons")
            List<Sum> sums,

            @Schema(description = "The first 100 of them") List<Line> firstLines,

            @Nullable
            @Schema(
                    examples = "java.time.zone.ZoneRulesException: Unknown time-zone ID: Europe/Atlantis",
                    description = "Why nothing can be proposed")
            String fault) {

        private static final int SHOWN = 100;

        static Proposed of(Cursor before, Cursor after, List<NewCharge> charges) {
            return new Proposed(
                    before.subscriptionId(),
                    before.billedThrough(),
                    after.billedThrough(),
                    charges.size(),
                    Sum.of(charges),
                    charges.stream().limit(SHOWN).map(Line::of).toList(),
                    null);
        }

        static Proposed failed(Cursor cursor, String fault) {
            return new Proposed(cursor.subscriptionId(), cursor.billedThrough(), null, 0, List.of(), List.of(), fault);
        }
    }

    /** Charges of one kind. */
    @Schema(name = "ProposedSum")
    record Sum(
            @Schema(examples = "base") String component,
            @Schema(examples = "RECURRING") String reason,
            @Schema(examples = "31") int lines,

            @Schema(description = "Negative for credits") Money amount) {

        private static List<Sum> of(List<NewCharge> charges) {
            var sums =
                    new TreeMap<Sum, Sum>(Comparator.comparing(Sum::component).thenComparing(Sum::reason));
            for (var charge : charges) {
                var one = new Sum(charge.component(), charge.reason(), 1, charge.amount());
                sums.merge(one, one, Sum::plus);
            }
            return List.copyOf(sums.values());
        }

        private Sum plus(Sum other) {
            return new Sum(component, reason, lines + other.lines, amount.plus(other.amount));
        }
    }

    /** A charge or credit. */
    @Schema(name = "ProposedLine")
    record Line(
            @Schema(examples = "base") String component,
            @Schema(examples = "RECURRING") String reason,
            @Schema(examples = "2026-01-15") LocalDate periodStart,

            @Schema(examples = "2026-02-15", description = "The first day after it")
            LocalDate periodEnd,

            @Schema(examples = "1") BigDecimal quantity,
            @Schema(description = "Negative for a credit") Money amount) {

        private static Line of(NewCharge charge) {
            return new Line(
                    charge.component(),
                    charge.reason(),
                    charge.used().start(),
                    charge.used().end(),
                    charge.quantity(),
                    charge.amount());
        }
    }
}
