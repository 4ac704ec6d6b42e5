package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.Charge;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Usage that costs less than was asked for it, as the price of all units falls with their number, or a gauge does. What
 * is taken off is given back of the charges that asked for it, with the discount and the tax that they bore, and never
 * more than they still ask for.
 */
@Singleton
class CheaperUsage {

    /** What charges of usage, and of what was missing to a minimum, still ask for; the last one first. */
    private static final String ASKED = "SELECT c.id, c.amount_minor"
            + " + coalesce((SELECT sum(k.amount_minor) FROM charge k WHERE k.tenant_id = c.tenant_id"
            + " AND k.credit_of = c.id AND k.status IN ('PENDING', 'INVOICED')), 0)"
            + " - coalesce((" + Corrections.WRITTEN_OFF + "), 0)"
            + " FROM charge c WHERE c.tenant_id = ? AND c.subscription_id = ? AND c.component = ? AND c.period_start = ?"
            + " AND c.reason IN ('USAGE', 'USAGE_SO_FAR', 'USAGE_ADJUSTMENT', 'TRUE_UP', 'COMMITMENT_TRUE_UP')"
            + " AND c.credit_of IS NULL AND c.amount_minor > 0 AND c.status NOT IN ('VOID', 'FORGIVEN')"
            + " ORDER BY c.id DESC";

    /**
     * A part of what is taken off.
     *
     * @param creditOf the charge that asked for it; null where nothing is taken off
     */
    record Part(Charge charge, @Nullable UUID creditOf) {}

    private record Asked(UUID id, Money left) {}

    private final Sql sql;
    private final Tenants tenants;

    CheaperUsage(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A charge by the charges it takes something off; as it is where it asks for more. */
    List<Part> parts(UUID subscription, Charge charge) {
        if (!charge.amount().isNegative()) {
            return List.of(new Part(charge, null));
        }
        var rest = charge.amount().negate();
        var parts = new ArrayList<Part>();
        for (var asked : asked(subscription, charge)) {
            var taken = asked.left().min(rest);
            if (taken.minor() > 0) {
                parts.add(new Part(charge.amounting(taken.negate()), asked.id()));
                rest = rest.minus(taken);
            }
        }
        return parts.isEmpty() ? List.of(new Part(charge.amounting(Money.zero(rest.currency())), null)) : parts;
    }

    private List<Asked> asked(UUID subscription, Charge charge) {
        return sql.query(
                ASKED,
                row -> new Asked(
                        row.getObject(1, UUID.class),
                        new Money(row.getLong(2), charge.amount().currency())),
                tenants.current(),
                subscription,
                charge.component(),
                charge.used().start());
    }
}
