package dev.rivulet.success.survey;

import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** How a tenant asks. */
@ApplicationScoped
@Transactional
class SurveySettings {

    /** A quarter: often enough to see a change, seldom enough to be answered. */
    private static final int USUAL_DAYS_BETWEEN = 90;

    private final Sql sql;
    private final Tenants tenants;

    SurveySettings(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The settings and the version to name when changing them. */
    record Versioned(SettingsView view, long version) {}

    Versioned get() {
        var found = sql.query(
                "SELECT days_between, version FROM survey_setting WHERE tenant_id = ?",
                row -> new Versioned(new SettingsView(row.getInt(1)), row.getLong(2)),
                tenants.current());
        return found.isEmpty() ? new Versioned(new SettingsView(USUAL_DAYS_BETWEEN), 0) : found.getFirst();
    }

    Versioned change(@Nullable String ifMatch, SettingsRequest request) {
        // Two first changes at once wait for each other at the row.
        sql.update(
                "INSERT INTO survey_setting (tenant_id, version, days_between) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                USUAL_DAYS_BETWEEN);
        sql.query("SELECT 1 FROM survey_setting WHERE tenant_id = ? FOR UPDATE", row -> 1, tenants.current());
        Etag.require(ifMatch, get().version());
        sql.update(
                "UPDATE survey_setting SET days_between = ?, version = version + 1 WHERE tenant_id = ?",
                request.daysBetween(),
                tenants.current());
        return get();
    }
}
