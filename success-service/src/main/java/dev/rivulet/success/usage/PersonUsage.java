package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonExport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What usage says of one person, for that person to know. */
@Singleton
class PersonUsage {

    private final Sql sql;
    private final Tenants tenants;

    PersonUsage(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A person's use of one feature on one day local to the customer; the quantity is a decimal text. */
    @Schema(name = "PersonUsageDay")
    public record Day(LocalDate day, String userId, String metric, String feature, String quantity, long events) {}

    /** A seat a person held, from a day local to the customer to the one on which it was given back. */
    @Schema(name = "PersonSeat")
    public record Seat(
            String userId, LocalDate assignedOn, @Nullable LocalDate releasedOn) {}

    void export(@Observes PersonExport export) {
        export.add(
                "licences",
                sql.query(
                        "SELECT user_id, assigned_on, released_on FROM licence_assignment WHERE tenant_id = ?"
                                + " AND account_id = ? AND user_id = ANY (?::text[]) ORDER BY assigned_on, user_id",
                        row -> new Seat(
                                row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                        tenants.current(),
                        export.account(),
                        export.users().toArray(String[]::new)));
        export.add(
                "usage",
                sql.query(
                        "SELECT day, user_id, metric, feature, quantity, events FROM usage_day WHERE tenant_id = ? AND"
                                + " account_id = ? AND user_id = ANY (?::text[]) ORDER BY day, user_id, metric, feature",
                        row -> new Day(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBigDecimal(5).stripTrailingZeros().toPlainString(),
                                row.getLong(6)),
                        tenants.current(),
                        export.account(),
                        export.users().toArray(String[]::new)));
    }
}
