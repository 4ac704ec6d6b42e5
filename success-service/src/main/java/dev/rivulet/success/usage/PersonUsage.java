package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.erasure.PersonExport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

    void export(@Observes PersonExport export) {
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
